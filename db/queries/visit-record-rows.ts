import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import {
  recordSignatures,
  visitFindings,
  visitFollowUps,
  visitJottings,
  visitPractices,
  visitRecords,
  visitSuggestions,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";

export type RecordRow = typeof visitRecords.$inferSelect;
export type FindingRow = typeof visitFindings.$inferSelect;
export type SuggestionRow = typeof visitSuggestions.$inferSelect;
export type PracticeRow = typeof visitPractices.$inferSelect;
export type FollowUpRow = typeof visitFollowUps.$inferSelect;

type OfVisit = { visitId: string };

/** The record of a visit while it is written: its own row and the parts below it. */
export async function findRecord(read: Reader, { visitId }: OfVisit) {
  const rows = await read.select().from(visitRecords).where(eq(visitRecords.visitId, visitId));
  return rows[0];
}

export async function listFindings(read: Reader, { visitId }: OfVisit) {
  return read.select().from(visitFindings).where(eq(visitFindings.visitId, visitId));
}

export async function listSuggestions(read: Reader, { visitId }: OfVisit) {
  return read
    .select()
    .from(visitSuggestions)
    .where(eq(visitSuggestions.visitId, visitId))
    .orderBy(asc(visitSuggestions.position));
}

export async function listPractices(read: Reader, { visitId }: OfVisit) {
  return read
    .select()
    .from(visitPractices)
    .where(eq(visitPractices.visitId, visitId))
    .orderBy(asc(visitPractices.id));
}

/** Begins the record of a visit, once. */
export async function insertRecord(tx: Writer, row: typeof visitRecords.$inferInsert) {
  await tx.insert(visitRecords).values(row).onConflictDoNothing();
}

type RecordChange = Partial<Omit<RecordRow, "visitId" | "version">>;

/** Changes a record that still has the version it was decided on, which counts up; false when it has not. */
export async function updateRecord(
  tx: Writer,
  { visitId, version }: OfVisit & { version: number },
  change: RecordChange,
): Promise<boolean> {
  const rows = await tx
    .update(visitRecords)
    .set({ ...change, version: version + 1 })
    .where(and(eq(visitRecords.visitId, visitId), eq(visitRecords.version, version)))
    .returning({ visitId: visitRecords.visitId });
  return rows.length > 0;
}

/** Writes what the record says of one focus key over what it said. */
export async function putFinding(tx: Writer, row: FindingRow): Promise<void> {
  const { view, reason, saw, worksWell, wondered, version } = row;
  await tx
    .insert(visitFindings)
    .values(row)
    .onConflictDoUpdate({
      target: [visitFindings.visitId, visitFindings.key],
      set: { view, reason, saw, worksWell, wondered, version },
    });
}

/** Writes a suggestion at its place, or takes it out where it has no words. */
export async function putSuggestion(tx: Writer, row: SuggestionRow): Promise<void> {
  const { id, key, text, whoMightHelp } = row;
  await tx
    .insert(visitSuggestions)
    .values(row)
    .onConflictDoUpdate({ target: visitSuggestions.id, set: { key, text, whoMightHelp } });
  if (text === "" && whoMightHelp === "")
    await tx.delete(visitSuggestions).where(eq(visitSuggestions.id, id));
}

/** Writes practice to share, or takes it out where it has no words. Other words need another consent. */
export async function putPractice(tx: Writer, row: PracticeRow): Promise<void> {
  const { id, key, text } = row;
  await tx
    .insert(visitPractices)
    .values(row)
    .onConflictDoUpdate({
      target: visitPractices.id,
      set: { key, text, consent: null, consentBy: null },
    });
  if (text === "") await tx.delete(visitPractices).where(eq(visitPractices.id, id));
}

export async function setConsent(
  tx: Writer,
  {
    practiceId,
    visitId,
    ...set
  }: OfVisit & {
    practiceId: string;
    consent: boolean;
    consentBy: string;
  },
): Promise<void> {
  await tx
    .update(visitPractices)
    .set(set)
    .where(and(eq(visitPractices.id, practiceId), eq(visitPractices.visitId, visitId)));
}

/** How many records of a school were frozen, for the number in the next one's reference. */
export async function countFrozenRecords(read: Reader, scope: { schoolId: string }) {
  const rows = await read
    .select({ records: count() })
    .from(visitRecords)
    .innerJoin(visits, eq(visits.id, visitRecords.visitId))
    .where(and(eq(visits.schoolId, scope.schoolId), isNotNull(visitRecords.snapshot)));
  return rows[0]?.records ?? 0;
}

/** Begins the record of a visit, once. */
export async function insertRecordSignature(
  tx: Writer,
  row: typeof recordSignatures.$inferInsert,
): Promise<void> {
  await tx.insert(recordSignatures).values(row);
}

/** Rough jottings go when the visit closes. */
export async function deleteJottings(tx: Writer, { visitId }: OfVisit): Promise<void> {
  await tx.delete(visitJottings).where(eq(visitJottings.visitId, visitId));
}

type FollowUpChange = Partial<Omit<FollowUpRow, "visitId" | "version">>;

/** Changes what a school said after a visit at the version it was read; 0: nothing was said before. */
export async function putFollowUp(
  tx: Writer,
  { visitId, version }: OfVisit & { version: number },
  change: FollowUpChange,
): Promise<boolean> {
  if (version === 0) {
    const rows = await tx
      .insert(visitFollowUps)
      .values({ visitId, whatWeDid: "", ratingWords: "", ...change, version: 1 })
      .onConflictDoNothing()
      .returning({ visitId: visitFollowUps.visitId });
    return rows.length > 0;
  }
  const rows = await tx
    .update(visitFollowUps)
    .set({ ...change, version: version + 1 })
    .where(and(eq(visitFollowUps.visitId, visitId), eq(visitFollowUps.version, version)))
    .returning({ visitId: visitFollowUps.visitId });
  return rows.length > 0;
}
