import { createHash, createVerify, X509Certificate } from "node:crypto";

import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

import { exactBuffer, OID } from "./cms-signature.server";

/**
 * What a file says of itself. `sealed` means that it carries a seal or the remains of one; it is unaltered
 * only when all three flags hold, and ours only when the certificate is one of ours.
 */
export type SealInspection =
  | {
      kind: "sealed";
      signerCertificatePem: string | null;
      signedAt: Date | null;
      digestOk: boolean;
      signatureOk: boolean;
      coversWholeFile: boolean;
      reference: string | null;
    }
  | { kind: "unsealed" }
  | { kind: "unreadable" };

/** Files larger than this are not ours: the longest signed copy stays far below. In bytes. */
export const INSPECT_MAX_BYTES = 25 * 1024 * 1024;

/** No signature needs more room than this, in characters of hexadecimal. */
const LONGEST_SIGNATURE = 512 * 1024;

const NOTHING_HOLDS = {
  kind: "sealed",
  signerCertificatePem: null,
  signedAt: null,
  digestOk: false,
  signatureOk: false,
  coversWholeFile: false,
  reference: null,
} as const satisfies SealInspection;

/**
 * Checks the seal of a file from anyone. Never throws; time and memory grow with the size of the file only.
 * Any change of a byte outside the signature's own room leaves at least one flag false.
 */
export function inspectSealedPdf(input: Uint8Array): SealInspection {
  if (input.length > INSPECT_MAX_BYTES) return { kind: "unreadable" };
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.length);
  const range = readByteRange(bytes);
  if (range === null) {
    if (TRACES.some((trace) => bytes.includes(trace, 0, "latin1"))) return NOTHING_HOLDS;
    return bytes.subarray(0, 1024).includes("%PDF-")
      ? { kind: "unsealed" }
      : { kind: "unreadable" };
  }
  try {
    return inspectRange(bytes, range);
  } catch {
    return { ...NOTHING_HOLDS, ...writtenIn(bytes, range) };
  }
}

/** What a seal leaves in a file even when its byte range can no longer be read. */
const TRACES = ["/ByteRange", "/ETSI.CAdES.detached", "/Type /Sig\n", "/Contents <3082"];

/** Two stretches of the file around the signature's room; numbers are offsets in bytes. */
type ByteRange = {
  contentsAt: number;
  contentsEnd: number;
  end: number;
  at: number;
  start: number;
};

function readByteRange(bytes: Buffer): ByteRange | null {
  // The seal is added at the end, so the last one counts; earlier mentions may be text of the document.
  const at = bytes.lastIndexOf("/ByteRange", undefined, "latin1");
  if (at < 0) return null;
  const text = bytes.subarray(at, at + 120).toString("latin1");
  const match =
    /^\/ByteRange {0,10}\[ {0,10}(\d{1,10}) {1,20}(\d{1,10}) {1,20}(\d{1,10}) {1,20}(\d{1,10}) {0,20}\]/.exec(
      text,
    );
  if (match === null) return null;
  const [start = 0, contentsAt = 0, contentsEnd = 0, length = 0] = match.slice(1).map(Number);
  return { start, contentsAt, contentsEnd, end: contentsEnd + length, at };
}

function inspectRange(bytes: Buffer, range: ByteRange): SealInspection {
  if (range.contentsEnd - range.contentsAt > LONGEST_SIGNATURE)
    throw new Error("Too long a signature");
  const coversWholeFile = isWhole(bytes, range);
  const cms = readCms(bytes.subarray(range.contentsAt + 1, range.contentsEnd - 1));
  const signed = createHash("sha256")
    .update(bytes.subarray(0, range.contentsAt))
    .update(bytes.subarray(range.contentsEnd, range.end))
    .digest();
  return {
    kind: "sealed",
    signerCertificatePem: cms.certificate.toString(),
    digestOk: coversWholeFile && cms.digest.equals(signed),
    signatureOk: cms.signatureOk,
    coversWholeFile,
    ...writtenIn(bytes, range),
  };
}

/**
 * Whether the two stretches are the whole file but one hexadecimal string, that string is the /Contents of
 * the dictionary the range stands in, and nothing follows.
 */
function isWhole(bytes: Buffer, { start, contentsAt, contentsEnd, end, at }: ByteRange): boolean {
  if (start !== 0 || end !== bytes.length || contentsAt <= at || contentsEnd <= contentsAt)
    return false;
  const between = bytes.subarray(at, contentsAt).toString("latin1");
  if (between.length > 200 || !/\]\s{1,4}\/Contents {0,4}$/.test(between)) return false;
  const hex = bytes.subarray(contentsAt + 1, contentsEnd - 1);
  return bytes[contentsAt] === 0x3c && bytes[contentsEnd - 1] === 0x3e && hex.every(isHexDigit);
}

const isHexDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x46) ||
  (byte >= 0x61 && byte <= 0x66);

type Cms = { certificate: X509Certificate; digest: Buffer; signatureOk: boolean };

function readCms(hex: Buffer): Cms {
  const room = Buffer.from(hex.toString("latin1"), "hex");
  const parsed = asn1js.fromBER(exactBuffer(room));
  if (parsed.offset <= 0) throw new Error("The signature cannot be read");
  if (room.subarray(parsed.offset).some((byte) => byte !== 0))
    throw new Error("Something follows the signature");
  const info = new pkijs.ContentInfo({ schema: parsed.result });
  const signedData = new pkijs.SignedData({ schema: info.content });
  const [signer] = signedData.signerInfos;
  if (signer?.signedAttrs === undefined || signedData.signerInfos.length !== 1)
    throw new Error("Not one signer");
  const certificate = signerCertificate(signedData, signer);
  return {
    certificate,
    digest: attributeOctets(signer.signedAttrs, OID.messageDigest),
    signatureOk:
      namesCertificate(signer.signedAttrs, certificate) &&
      verify(signer, signer.signedAttrs, certificate),
  };
}

function signerCertificate(
  signedData: pkijs.SignedData,
  signer: pkijs.SignerInfo,
): X509Certificate {
  const sid: unknown = signer.sid;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber))
    throw new Error("The signer is not named by issuer");
  const found = signedData.certificates?.find(
    (each): each is pkijs.Certificate =>
      each instanceof pkijs.Certificate &&
      each.issuer.isEqual(sid.issuer) &&
      each.serialNumber.isEqual(sid.serialNumber),
  );
  if (found === undefined) throw new Error("The signer's certificate is not in the file");
  return new X509Certificate(Buffer.from(found.toSchema(true).toBER(false)));
}

function attributeOctets(attributes: pkijs.SignedAndUnsignedAttributes, type: string): Buffer {
  const values: unknown[] = attributes.attributes.find((each) => each.type === type)?.values ?? [];
  const [value, ...more] = values;
  if (!(value instanceof asn1js.OctetString) || more.length > 0)
    throw new Error(`No single ${type}`);
  return Buffer.from(value.valueBlock.valueHexView);
}

/** The signed hash of the signing certificate must be that of the one in the file (signingCertificateV2). */
function namesCertificate(
  attributes: pkijs.SignedAndUnsignedAttributes,
  certificate: X509Certificate,
): boolean {
  const value: unknown = attributes.attributes.find(({ type }) => type === OID.signingCertificateV2)
    ?.values[0];
  if (!(value instanceof asn1js.Sequence)) return false;
  const hash = createHash("sha256").update(certificate.raw).digest();
  return Buffer.from(value.toBER(false)).includes(hash);
}

function verify(
  signer: pkijs.SignerInfo,
  attributes: pkijs.SignedAndUnsignedAttributes,
  certificate: X509Certificate,
): boolean {
  if (signer.digestAlgorithm.algorithmId !== OID.sha256) return false;
  const stored = Buffer.from(attributes.encodedValue);
  stored[0] = 0x31;
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
  return createVerify("sha256").update(stored).verify(certificate.publicKey, signature);
}

/** The time and the reference written beside the signature; they hold only when the flags do. */
function writtenIn(
  bytes: Buffer,
  { at }: ByteRange,
): { signedAt: Date | null; reference: string | null } {
  const dictionary = bytes.subarray(Math.max(0, at - 2000), at).toString("latin1");
  const from = dictionary.lastIndexOf("/Type /Sig");
  const head = from < 0 ? "" : dictionary.slice(from);
  const reason = /\/Reason <FEFF([0-9A-F]{0,1600})>/.exec(head)?.[1] ?? "";
  const words = Buffer.from(reason, "hex");
  if (words.length % 2 === 1) return { signedAt: timeIn(head), reference: null };
  const reference = /[A-Z]{2,4}\d{2}-[A-Z0-9-]{4,30}/.exec(words.swap16().toString("utf16le"))?.[0];
  return { signedAt: timeIn(head), reference: reference ?? null };
}

function timeIn(head: string): Date | null {
  const match = /\/M \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)/.exec(head);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1);
  const moment = new Date(
    `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`,
  );
  return Number.isNaN(moment.getTime()) ? null : moment;
}
