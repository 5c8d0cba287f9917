import { readFile } from "node:fs/promises";

import { pemOf } from "./certificate-pem.server";
import type { SigningIdentity } from "./cms-signature.server";
import { developmentIdentity } from "./development-identity.server";
import { readPkcs12 } from "./read-pkcs12.server";
import { sealPdf } from "./seal-pdf.server";

/** Where the seal's key comes from. Paths are absolute or relative to the working folder. */
export type SealerSettings = {
  dataDir: string;
  production: boolean;
  p12Path: string | undefined;
  passphrase: string | undefined;
};

/** The one thing the rest of the application knows of the key. */
export type Sealer = {
  certificatePem: string;
  seal: (
    bytes: Uint8Array,
    act: { signedAt: Date; name: string; reference: string },
  ) => Promise<Uint8Array>;
};

/**
 * Loads the key that seals: from SEAL_P12 where it is given, otherwise the development key kept in
 * `DATA_DIR/keys` and made on first use. Throws in production without SEAL_P12.
 */
export async function loadSealer(settings: SealerSettings, now: Date): Promise<Sealer> {
  const identity = await loadIdentity(settings, now);
  return {
    certificatePem: pemOf("CERTIFICATE", identity.certificate),
    seal: (bytes, { signedAt, name, reference }) =>
      sealPdf(bytes, {
        ...identity,
        signedAt,
        name,
        reason: `Inclusion Review signed copy ${reference}`,
      }),
  };
}

async function loadIdentity(settings: SealerSettings, now: Date): Promise<SigningIdentity> {
  const { p12Path, passphrase, production, dataDir } = settings;
  if (p12Path !== undefined && p12Path !== "") {
    return readPkcs12(await readFile(p12Path), passphrase ?? "");
  }
  if (production) {
    throw new Error("SEAL_P12 is missing: signed copies in production need a key of their own");
  }
  return developmentIdentity(dataDir, now);
}
