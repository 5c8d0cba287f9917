import { createPrivateKey, webcrypto, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";

import * as pkijs from "pkijs";

import { exactBuffer } from "./cms-signature.server";

export type Pkcs12Content = { key: KeyObject; certificate: Uint8Array; chain: Uint8Array[] };

/**
 * Reads a PKCS#12 file: the key, its certificate, and the others as the chain. Files with
 * AES encryption are read; the RC2 and 3DES of old tools are not. Throws in words for the log.
 */
export async function readPkcs12(file: Uint8Array, passphrase: string): Promise<Pkcs12Content> {
  const crypto = new pkijs.CryptoEngine({ name: "node", crypto: webcrypto as Crypto });
  pkijs.setEngine("node", crypto);
  const password = exactBuffer(Buffer.from(passphrase, "utf8"));
  const bags = await openBags(exactBuffer(file), password).catch((cause: unknown) => {
    throw new Error("SEAL_P12 cannot be opened with SEAL_PASSPHRASE", { cause });
  });
  const key = bags.flatMap((bag) => keysIn(bag, passphrase))[0];
  if (key === undefined) throw new Error("SEAL_P12 holds no private key");
  const certificates = bags.flatMap(certificatesIn);
  const own = certificates.find((der) => new X509Certificate(der).checkPrivateKey(key));
  if (own === undefined) throw new Error("SEAL_P12 holds no certificate for its key");
  return { key, certificate: own, chain: certificates.filter((der) => der !== own) };
}

async function openBags(file: ArrayBuffer, password: ArrayBuffer): Promise<pkijs.SafeBag[]> {
  const pfx = pkijs.PFX.fromBER(file);
  await pfx.parseInternalValues({ password, checkIntegrity: true });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new Error("No safe in the file");
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  const opened = safe.parsedValue as { safeContents: { value: pkijs.SafeContents }[] };
  return opened.safeContents.flatMap(({ value }) => value.safeBags);
}

function keysIn({ bagValue }: pkijs.SafeBag, passphrase: string): KeyObject[] {
  if (
    !(bagValue instanceof pkijs.PKCS8ShroudedKeyBag) &&
    !(bagValue instanceof pkijs.PrivateKeyInfo)
  ) {
    return [];
  }
  const der = Buffer.from(bagValue.toSchema().toBER(false));
  return [createPrivateKey({ key: der, format: "der", type: "pkcs8", passphrase })];
}

function certificatesIn({ bagValue }: pkijs.SafeBag): Uint8Array[] {
  const opened: unknown = bagValue instanceof pkijs.CertBag ? bagValue.parsedValue : null;
  return opened instanceof pkijs.Certificate
    ? [new Uint8Array(opened.toSchema(true).toBER(false))]
    : [];
}
