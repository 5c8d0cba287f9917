import { createHash, createSign } from "node:crypto";
import type { KeyObject } from "node:crypto";

import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

/** The key that seals, its certificate and the certificates above it, each as DER. */
export type SigningIdentity = {
  key: KeyObject;
  certificate: Uint8Array;
  chain: readonly Uint8Array[];
};

export const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsa: "1.2.840.113549.1.1.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;

/**
 * A detached CMS signature as PAdES-B-B asks (ETSI EN 319 122-1): content type, digest and the signing
 * certificate's hash are signed; there is no signing time among the attributes. DER bytes.
 */
export function signDetached(content: Uint8Array, identity: SigningIdentity): Buffer {
  const certificate = readCertificate(identity.certificate);
  const attributes = signedAttributes(content, identity.certificate);
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: algorithm(OID.sha256),
    signatureAlgorithm: algorithm(
      identity.key.asymmetricKeyType === "ec" ? OID.ecdsaWithSha256 : OID.rsa,
    ),
    signedAttrs: attributes,
    signature: new asn1js.OctetString({ valueHex: sign(attributes, identity.key) }),
  });
  const signedData = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(OID.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [signer],
    certificates: [certificate, ...identity.chain.map(readCertificate)],
  });
  const info = new pkijs.ContentInfo({
    contentType: OID.signedData,
    content: signedData.toSchema(true),
  });
  return Buffer.from(info.toSchema().toBER(false));
}

/** Reads one certificate from DER. Throws when it is none. */
export function readCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(exactBuffer(der));
}

/** The bytes in a buffer of their own, as the ASN.1 reader wants them. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const own = new ArrayBuffer(bytes.length);
  new Uint8Array(own).set(bytes);
  return own;
}

function algorithm(id: string): pkijs.AlgorithmIdentifier {
  const withNull = id === OID.rsa || id === OID.sha256;
  return new pkijs.AlgorithmIdentifier({
    algorithmId: id,
    ...(withNull ? { algorithmParams: new asn1js.Null() } : {}),
  });
}

const sha256 = (bytes: Uint8Array): ArrayBuffer =>
  exactBuffer(createHash("sha256").update(bytes).digest());

function signedAttributes(
  content: Uint8Array,
  certificate: Uint8Array,
): pkijs.SignedAndUnsignedAttributes {
  // ESSCertIDv2 with its default hash, SHA-256: SEQUENCE { SEQUENCE { SEQUENCE { certHash } } }.
  const certificateId = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: sha256(certificate) })],
  });
  const signingCertificate = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [certificateId] })],
  });
  const attributes = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: sha256(content) })),
      attribute(OID.signingCertificateV2, signingCertificate),
    ],
  });
  return attributes;
}

function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

/** Signs the attributes as the SET they are hashed as, not under the tag they are stored with. */
function sign(attributes: pkijs.SignedAndUnsignedAttributes, key: KeyObject): ArrayBuffer {
  const stored = Buffer.from(attributes.toSchema().toBER(false));
  stored[0] = 0x31;
  return exactBuffer(createSign("sha256").update(stored).sign(key));
}
