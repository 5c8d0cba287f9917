import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import { findCertificateText } from "~db/queries/confirmations";
import type { MakeCertificateTask } from "./make-certificate.worker";
import { sealerSettings } from "./sealer-settings";

export const CERTIFICATE_TASK = taskUrl("app/services/documents/make-certificate.worker.ts");

/** Everything a certificate is printed from, as plain data. */
export async function certificateTask(
  app: App,
  { confirmationId, madeAt }: { confirmationId: string; madeAt: Date },
): Promise<MakeCertificateTask> {
  const found = await findCertificateText(app.db.read, { confirmationId });
  if (found === undefined) throw new Error("No such confirmation");
  return {
    snapshotText: found.snapshot,
    sha256: found.sha256,
    verifyAddress: `${app.config.origin}/verify`,
    madeAt,
    sealedBy: "Inclusion Review",
    sealer: sealerSettings(app.config),
  };
}
