import { AppError } from "~/platform/app-error.server";
import {
  findRecord,
  insertRecord,
  updateRecord,
  type RecordRow,
} from "~db/queries/visit-record-rows";
import { findVisit } from "~db/queries/visits";
import type { Writer } from "~db/types";
import type { LoadedVisit } from "./load-visit.server";

/** The row a visit's record begins with, empty: whoever writes first makes it. */
const emptyRecord = (visitId: string, at: Date): RecordRow => ({
  visitId,
  whatWeDid: "",
  corrections: "",
  schoolWords: "",
  reviewersView: "",
  schoolView: "",
  thirdPerson: "",
  sharedWithGovernorsAt: null,
  sentToSchoolAt: null,
  reference: null,
  snapshot: null,
  sha256: null,
  agreedAt: null,
  version: 1,
  updatedAt: at,
});

type RecordChange = Partial<Omit<RecordRow, "visitId" | "version" | "updatedAt">>;

/**
 * Takes the record for this transaction: its version counts up, so of two writers one begins again (`tryAgain`) and
 * reads what the other wrote. The visit must still stand as it was loaded. Throws `conflict`.
 */
export async function takeRecord(
  tx: Writer,
  { loaded, at }: { loaded: LoadedVisit; at: Date },
): Promise<RecordRow> {
  const { id: visitId, state } = loaded.row;
  const visit = await findVisit(tx, { visitId });
  if (visit?.state !== state) throw new AppError("conflict");
  const record = (await findRecord(tx, { visitId })) ?? (await beginRecord(tx, visitId, at));
  if (!(await updateRecord(tx, record, { updatedAt: at }))) throw new AppError("conflict");
  return { ...record, version: record.version + 1, updatedAt: at };
}

async function beginRecord(tx: Writer, visitId: string, at: Date): Promise<RecordRow> {
  await insertRecord(tx, emptyRecord(visitId, at));
  const record = await findRecord(tx, { visitId });
  if (record === undefined) throw new AppError("conflict");
  return record;
}

/** Changes the record that was taken; its version counts up once more. */
export async function changeRecord(
  tx: Writer,
  record: RecordRow,
  change: RecordChange,
): Promise<RecordRow> {
  if (!(await updateRecord(tx, record, change))) throw new AppError("conflict");
  return { ...record, ...change, version: record.version + 1 };
}
