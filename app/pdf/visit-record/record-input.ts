import type { RecordSnapshot } from "~/domain/visit/record-snapshot";
import type { RecordSignature } from "~/domain/visit/states";

/** A signature under a record as printed: it stands beside the snapshot and names the hash it was given for. */
export type PrintedRecordSignature = {
  kind: RecordSignature;
  name: string;
  title: string;
  declaration: string;
  sha256: string;
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
};
