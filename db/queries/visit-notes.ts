import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { noteDeliveries, visitActivities, visitNotes } from "../schema";
import type { Reader, Writer } from "../types";

export type NoteRow = typeof visitNotes.$inferSelect;
export type ActivityRow = typeof visitActivities.$inferSelect;

/** The lines of a visit's day, by hour. */
export async function listActivities(read: Reader, scope: { visitId: string }) {
  return read
    .select()
    .from(visitActivities)
    .where(eq(visitActivities.visitId, scope.visitId))
    .orderBy(asc(visitActivities.startsAt), asc(visitActivities.id));
}

/** Notes of a visit as they came in, taken out or not; `authorId` narrows to one reviewer's. */
export async function listNotes(read: Reader, scope: { visitId: string; authorId?: string }) {
  const byAuthor =
    scope.authorId === undefined ? undefined : eq(visitNotes.authorId, scope.authorId);
  return read
    .select()
    .from(visitNotes)
    .where(and(eq(visitNotes.visitId, scope.visitId), byAuthor))
    .orderBy(asc(visitNotes.notedAt), asc(visitNotes.id));
}

/** Those of these notes that exist, wherever: an id is one note's for ever. */
export async function findNotes(read: Reader, scope: { noteIds: readonly string[] }) {
  if (scope.noteIds.length === 0) return [];
  return read
    .select()
    .from(visitNotes)
    .where(inArray(visitNotes.id, [...scope.noteIds]));
}

/** Answers given before to these deliveries. */
export async function findDeliveries(read: Reader, scope: { ids: readonly string[] }) {
  if (scope.ids.length === 0) return [];
  return read
    .select()
    .from(noteDeliveries)
    .where(inArray(noteDeliveries.id, [...scope.ids]));
}

export async function insertDelivery(tx: Writer, row: typeof noteDeliveries.$inferInsert) {
  await tx.insert(noteDeliveries).values(row);
}

export async function insertNote(tx: Writer, row: typeof visitNotes.$inferInsert) {
  await tx.insert(visitNotes).values(row);
}

/** Changes a note its author still has at this version; the version counts up. */
export async function updateNote(
  tx: Writer,
  scope: { noteId: string; authorId: string; version: number },
  change: Partial<Omit<typeof visitNotes.$inferInsert, "id" | "visitId" | "authorId" | "version">>,
): Promise<boolean> {
  const rows = await tx
    .update(visitNotes)
    .set({ ...change, version: scope.version + 1 })
    .where(
      and(
        eq(visitNotes.id, scope.noteId),
        eq(visitNotes.authorId, scope.authorId),
        eq(visitNotes.version, scope.version),
      ),
    )
    .returning({ id: visitNotes.id });
  return rows.length > 0;
}

/** Adds a line of the day; one that is there already stays as it is. */
export async function insertActivityOnce(
  tx: Writer,
  row: typeof visitActivities.$inferInsert,
): Promise<void> {
  await tx.insert(visitActivities).values(row).onConflictDoNothing();
}

/**
 * Files a note of its author's, or takes it back out (null). The version stays: it counts the words, which a device
 * may hold meanwhile, and where a note is filed is its author's alone to say.
 */
export async function fileNoteTo(
  tx: Writer,
  scope: { noteId: string; visitId: string; authorId: string },
  filedTo: string | null,
): Promise<boolean> {
  const rows = await tx
    .update(visitNotes)
    .set({ filedTo })
    .where(
      and(
        eq(visitNotes.id, scope.noteId),
        eq(visitNotes.visitId, scope.visitId),
        eq(visitNotes.authorId, scope.authorId),
        isNull(visitNotes.removedAt),
      ),
    )
    .returning({ id: visitNotes.id });
  return rows.length > 0;
}
