import type { PrintedRemoval, PrintedSignOff, Snapshot } from "~/domain/submission/snapshot";

/**
 * What a signed copy is printed from: plain data, so that it can be posted to a worker thread.
 * `snapshotText` is the RFC 8785 text that `sha256` (64 hexadecimal digits) was taken over; it is attached.
 * `draft` is null for the copy that is sealed, otherwise the words across the head of every page.
 */
export type SubmissionInput = {
  snapshot: Snapshot;
  snapshotText: string;
  sha256: string;
  signOffs: readonly PrintedSignOff[];
  verifyAddress: string;
  madeAt: Date;
  draft: string | null;
  /** Words removed after signing; none where left out. */
  removed?: PrintedRemoval | null;
};
