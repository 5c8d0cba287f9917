import type { RecordRemoval } from "~/domain/visit/record-reissues";
import type { RecordSnapshot } from "~/domain/visit/record-snapshot";
import type { RecordSignature } from "~/domain/visit/states";

/**
 * A signature under a record as printed: it stands beside the snapshot. `sha256` is the check code it was given for,
 * `standsFor` the one that stands in its place since words were removed: the same where none were.
 */
export type PrintedRecordSignature = {
  kind: RecordSignature;
  name: string;
  title: string;
  declaration: string;
  sha256: string;
  standsFor: string;
  signedAt: Date;
};

/**
 * What a record is printed from: plain data, so that it can be posted to a worker thread. `draft` is null for the
 * one that is sealed, otherwise the words across the head of each page.
 */
export type RecordInput = {
  snapshot: RecordSnapshot;
  snapshotText: string;
  sha256: string;
  signatures: readonly PrintedRecordSignature[];
  verifyAddress: string;
  madeAt: Date;
  draft: string | null;
  /** Words removed after agreeing; null where none were. */
  removed: RecordRemoval | null;
};
