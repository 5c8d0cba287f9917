import { and, eq, gt, lt } from "drizzle-orm";
import { halfSessions } from "../schema";
import type { Reader, Writer } from "../types";

export type HalfSessionRow = typeof halfSessions.$inferSelect;

export async function insertHalfSession(tx: Writer, row: HalfSessionRow): Promise<void> {
  await tx.insert(halfSessions).values(row);
}

/** The half-session stored under `id` (a hash) while it lasts. */
export async function findHalfSession(
  read: Reader,
  { id, now }: { id: string; now: Date },
): Promise<HalfSessionRow | undefined> {
  const rows = await read
    .select()
    .from(halfSessions)
    .where(and(eq(halfSessions.id, id), gt(halfSessions.expiresAt, now)));
  return rows[0];
}

/** Writes down that the second factor was given, and gives the person until `expiresAt` to read their codes. */
export async function proveHalfSession(
  tx: Writer,
  { id, at, expiresAt }: { id: string; at: Date; expiresAt: Date },
): Promise<void> {
  await tx.update(halfSessions).set({ provenAt: at, expiresAt }).where(eq(halfSessions.id, id));
}

/** Ends one; false when it had ended already, so that it leads to one session only. */
export async function deleteHalfSession(tx: Writer, id: string): Promise<boolean> {
  const rows = await tx
    .delete(halfSessions)
    .where(eq(halfSessions.id, id))
    .returning({ id: halfSessions.id });
  return rows.length === 1;
}

export async function deleteHalfSessionsOfUser(tx: Writer, userId: string): Promise<void> {
  await tx.delete(halfSessions).where(eq(halfSessions.userId, userId));
}

export async function deleteEndedHalfSessions(tx: Writer, now: Date): Promise<void> {
  await tx.delete(halfSessions).where(lt(halfSessions.expiresAt, now));
}
