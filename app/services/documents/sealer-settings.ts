import type { App } from "~/platform/app.server";
import type { SealerSettings } from "~/signing/load-sealer.server";

/** What a worker thread seals with, as plain data. */
export const sealerSettings = ({
  dataDir,
  production,
  seal,
}: Pick<App["config"], "dataDir" | "production" | "seal">): SealerSettings => ({
  dataDir,
  production,
  p12Path: seal?.p12,
  passphrase: seal?.passphrase,
});
