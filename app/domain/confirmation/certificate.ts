import { canonicalText } from "~/domain/questionnaire/canonical";
import { z } from "~/domain/zod";

/**
 * What a certificate says, frozen when it is given: RFC 8785 text, and the check code is SHA-256 over those bytes.
 * It is about the status in the scheme and holds no answer.
 */
export const CertificateSchema = z.object({
  schemaVersion: z.literal(1),
  reference: z.string(),
  demonstration: z.boolean(),
  /** Who confirms: "NHS Kent and Medway". */
  organisation: z.string(),
  /** The round's title, which names the scheme. */
  scheme: z.string(),
  questionnaire: z.object({ title: z.string(), version: z.int() }),
  school: z.object({ urn: z.string(), name: z.string(), localAuthority: z.string() }),
  /** How many points were met, which is all of them. */
  points: z.int(),
  /** Days, YYYY-MM-DD: the day it was given and the last day it holds. */
  confirmedOn: z.iso.date(),
  endsOn: z.iso.date(),
  confirmedBy: z.string(),
  /** The signed copy that it was given for. `signedOn`: YYYY-MM-DD. */
  copy: z.object({ reference: z.string(), number: z.int(), signedOn: z.iso.date() }),
});
export type Certificate = z.infer<typeof CertificateSchema>;

export const canonicalCertificate = (certificate: Certificate): string =>
  canonicalText(CertificateSchema.parse(certificate));

/** Reads stored text back. Throws when it is not one: a fault of the program. */
export const parseCertificate = (text: string): Certificate =>
  CertificateSchema.parse(JSON.parse(text));
