import { parseRecord } from "~/domain/visit/record-snapshot";
import { composeRecordPdf } from "~/pdf/compose-record-pdf.server";
import type { RecordInput } from "~/pdf/visit-record/record-input";
import type { SealerSettings } from "~/signing/load-sealer.server";
import { sealOrDraft } from "./seal-composed";
import type { MadePdf } from "./make-pdf.worker";

/** Plain data in, plain data out: it crosses into a worker thread. */
export type MakeRecordPdfTask = Omit<RecordInput, "snapshot"> & {
  sealedBy: string;
  /** Null for a draft, which is never sealed. */
  sealer: SealerSettings | null;
};

/** Composes the record of a visit from its frozen text and seals it; a draft is composed only. */
export async function run(task: MakeRecordPdfTask): Promise<MadePdf> {
  const snapshot = parseRecord(task.snapshotText);
  const composed = await composeRecordPdf({ ...task, snapshot });
  return sealOrDraft(composed, { ...task, reference: snapshot.reference });
}
