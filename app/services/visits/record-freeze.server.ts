import { createHash, randomBytes } from "node:crypto";
import { londonDate } from "~/domain/calendar/format";
import { canonicalRecord } from "~/domain/visit/record-snapshot";
import { makeReference } from "~/domain/submission/reference";
import { AppError } from "~/platform/app-error.server";
import { countFrozenRecords, type RecordRow } from "~db/queries/visit-record-rows";
import type { Writer } from "~db/types";
import type { LoadedVisit } from "./load-visit.server";
import { composeRecord, type RecordFrame } from "./record-compose.server";
import { changeRecord } from "./record-lock.server";

/** What a reference begins with: the record of a visit. */
const CODE = "VR";

/** What freezing needs beside the database, made before the transaction. */
export type Freezing = { loaded: LoadedVisit; frame: RecordFrame; at: Date; random: Uint8Array };

export const newRandom = (): Uint8Array => randomBytes(3);

/**
 * Freezes the record as it stands: text, check code and reference (design.md section 4). One that was agreed and now
 * closes with both views keeps its reference; its text is made anew with both views in it, which the database allows
 * this once. Call before the visit moves on.
 */
export async function freezeRecord(
  tx: Writer,
  record: RecordRow,
  { loaded, frame, at, random }: Freezing,
): Promise<RecordRow> {
  const { id: visitId, schoolId, urn } = loaded.row;
  const year = Number(londonDate(at).slice(0, 4));
  const number = (await countFrozenRecords(tx, { schoolId })) + 1;
  const reference = record.reference ?? makeReference({ code: CODE, year, urn, number, random });
  const composed = await composeRecord(tx, { visitId, frame, reference });
  if (composed === undefined) throw new AppError("conflict");
  const snapshot = canonicalRecord(composed);
  const sha256 = createHash("sha256").update(snapshot, "utf8").digest("hex");
  return changeRecord(tx, record, { reference, snapshot, sha256, agreedAt: record.agreedAt ?? at });
}
