import {
  SnapshotSchema,
  type PrintedRemoval,
  type PrintedSignOff,
} from "~/domain/submission/snapshot";
import { composeSubmissionPdf } from "~/pdf/compose-submission-pdf.server";
import type { SealerSettings } from "~/signing/load-sealer.server";
import { sealOrDraft } from "./seal-composed";

/** Plain data in, plain data out: it crosses into a worker thread. */
export type MakePdfTask = {
  snapshotText: string;
  sha256: string;
  signOffs: PrintedSignOff[];
  verifyAddress: string;
  madeAt: Date;
  /** Who seals, as readers show it. */
  sealedBy: string;
  /** Null for a draft, which is never sealed. */
  sealer: SealerSettings | null;
  draft: string | null;
  /** Words removed after signing; none where left out. */
  removed?: PrintedRemoval | null;
};

export type MadePdf = {
  bytes: Uint8Array;
  sha256: string;
  pages: number;
  /** Null for a draft. */
  certificatePem: string | null;
};

/** Composes a signed copy from its frozen text and seals it; a draft is composed only. */
export async function run(task: MakePdfTask): Promise<MadePdf> {
  const snapshot = SnapshotSchema.parse(JSON.parse(task.snapshotText));
  const composed = await composeSubmissionPdf({ ...task, snapshot });
  return sealOrDraft(composed, { ...task, reference: snapshot.reference });
}
