import type { NotOursReason } from "~/domain/submission/file-verdict";
import type { SignOffKind } from "~/domain/submission/states";
import type { Standing } from "~/domain/submission/standing";

/** What a signed copy says of itself, told only to whoever holds its very bytes. */
export type CopyView = {
  /** A signed self-review, or the record of a peer moderation visit. */
  what: "signed-copy" | "visit-record";
  schoolName: string;
  /** The round's title; of a private self-review the questionnaire's. */
  title: string;
  number: number;
  reference: string;
  signatures: { title: string; kind: SignOffKind }[];
  /** When the last needed signature was given. */
  signedAt: Date;
  sealedAt: Date;
  owner: string;
  /** SHA-256 of the frozen answers, 64 signs: the code printed in the file. */
  checkCode: string;
  /** When personal details were last removed from this copy, which takes older files of it back; null: never. */
  detailsRemovedAt: Date | null;
};

/** What a check found. Of a reference only the standing and the day of signing are told. */
export type CheckView =
  | { of: "file"; kind: Standing; copy: CopyView }
  | { of: "file"; kind: "altered"; sealGone: boolean }
  | { of: "file"; kind: "not-ours"; why: NotOursReason }
  | { of: "reference"; kind: Standing; reference: string; signedAt: Date }
  | { of: "reference"; kind: "not-ours" }
  | CertificateCheckView;

/** How a certificate stands: it holds, it ran out, a later one took its place, or it was withdrawn. */
export type CertificateKind = "genuine" | "lapsed" | "superseded" | "withdrawn";

/** A certificate. Its facts are told to whoever holds its very bytes, null of a reference. `endsOn`: YYYY-MM-DD. */
export type CertificateCheckView = {
  of: "certificate";
  kind: CertificateKind;
  reference: string;
  endsOn: string;
  certificate: {
    schoolName: string;
    scheme: string;
    organisation: string;
    confirmedBy: string;
    confirmedAt: Date;
    sealedAt: Date;
    checkCode: string;
  } | null;
};

/** Why nothing was checked, said at the field. */
export type CheckProblem =
  "nothing" | "empty" | "too-large" | "not-a-pdf" | "not-a-reference" | "mistyped";
