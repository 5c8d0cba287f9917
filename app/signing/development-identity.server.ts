import { createPrivateKey, createSign, generateKeyPair } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

import { derOf, pemOf } from "./certificate-pem.server";
import { exactBuffer } from "./cms-signature.server";
import type { SigningIdentity } from "./cms-signature.server";

export const DEVELOPMENT_NAME = "Inclusion Review development seal";
const YEARS = 10;
const SHA256_WITH_RSA = "1.2.840.113549.1.1.11";

/** The development key and its certificate, kept in `DATA_DIR/keys`; made when they are not there yet. */
export async function developmentIdentity(dataDir: string, now: Date): Promise<SigningIdentity> {
  const path = join(dataDir, "keys", "development-seal.pem");
  const pem = (await read(path)) ?? (await makeAndKeep(path, now));
  const [key = "", certificate = ""] = pem.split(/(?=-----BEGIN CERTIFICATE-----)/);
  return { key: createPrivateKey(key), certificate: derOf(certificate), chain: [] };
}

const read = (path: string): Promise<string | null> => readFile(path, "utf8").catch(() => null);

/** Kept whole or not at all, and never over another: two processes at first start share one key. */
async function makeAndKeep(path: string, now: Date): Promise<string> {
  const pem = await makeIdentity(now);
  const fresh = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(fresh, pem, { mode: 0o600 });
  await link(fresh, path).catch(() => undefined);
  await unlink(fresh);
  const kept = await read(path);
  if (kept === null) throw new Error(`The development key could not be kept at ${path}`);
  return kept;
}

async function makeIdentity(now: Date): Promise<string> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: 3072 });
  const publicKey = pair.publicKey.export({ type: "spki", format: "der" });
  const certificate = selfSigned(publicKey, pair.privateKey, now);
  return `${pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString()}${pemOf("CERTIFICATE", certificate)}`;
}

function selfSigned(publicKey: Buffer, key: KeyObject, now: Date): Uint8Array {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: Math.floor(now.getTime() / 1000) });
  for (const name of [certificate.issuer, certificate.subject]) {
    const value = new asn1js.Utf8String({ value: DEVELOPMENT_NAME });
    name.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value }));
  }
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + YEARS);
  certificate.notBefore.value = now;
  certificate.notAfter.value = until;
  certificate.extensions = [basicConstraints(), keyUsage()];
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(exactBuffer(publicKey));
  const algorithm = () =>
    new pkijs.AlgorithmIdentifier({
      algorithmId: SHA256_WITH_RSA,
      algorithmParams: new asn1js.Null(),
    });
  certificate.signature = algorithm();
  certificate.signatureAlgorithm = algorithm();
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER(false));
  const signature = createSign("sha256").update(certificate.tbsView).sign(key);
  certificate.signatureValue = new asn1js.BitString({ valueHex: exactBuffer(signature) });
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}

function basicConstraints(): pkijs.Extension {
  const extnValue = new pkijs.BasicConstraints({ cA: false }).toSchema().toBER(false);
  return new pkijs.Extension({ extnID: "2.5.29.19", critical: true, extnValue });
}

/** Digital signature and content commitment, the two uses a seal has. */
function keyUsage(): pkijs.Extension {
  const bits = new asn1js.BitString({ valueHex: exactBuffer(Buffer.from([0xc0])), unusedBits: 6 });
  return new pkijs.Extension({ extnID: "2.5.29.15", critical: true, extnValue: bits.toBER(false) });
}
