import { and, desc, eq, gt, isNotNull, isNull, lt, ne } from "drizzle-orm";
import { preparedRead } from "../prepared-query";
import type { Reader, Writer } from "../types";
import { sessions, sessionTombstones, users } from "../schema";

export type SessionRow = typeof sessions.$inferSelect;
export type TombstoneRow = typeof sessionTombstones.$inferSelect;

/** The session stored under `id` (a hash), ended or not, and whether its person may still sign in. */
export async function findSession(db: Reader, id: string): Promise<FoundSession | undefined> {
  const [found] = await sessionById(db, { id });
  return found;
}

const sessionById = preparedRead<{ id: string }>()((read, slot) =>
  read
    .select({ session: sessions, disabledAt: users.disabledAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, slot("id", sessions.id)))
    .limit(1),
);

type FoundSession = { session: SessionRow; disabledAt: Date | null };

export async function listSessionsOfUser(db: Reader, userId: string): Promise<SessionRow[]> {
  return db.select().from(sessions).where(eq(sessions.userId, userId));
}

export async function insertSession(
  tx: Writer,
  session: typeof sessions.$inferInsert,
): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** Moves a session's end on because it was used; does nothing where the session is gone. */
export async function moveSessionEnd(
  tx: Writer,
  { id, expiresAt, usedAt }: { id: string; expiresAt: Date; usedAt: Date },
): Promise<void> {
  await tx.update(sessions).set({ expiresAt, lastUsedAt: usedAt }).where(eq(sessions.id, id));
}

/** Ends one session of this person and no one else's; false when there is none. */
export async function deleteOwnSession(
  tx: Writer,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
    .returning({ id: sessions.id });
  return rows.length === 1;
}

export async function deleteSession(tx: Writer, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** Ends every session of a person but `keepId` (a hash). Text already kept stays; no more can be added to it. */
export async function deleteOtherSessions(
  tx: Writer,
  { userId, keepId }: { userId: string; keepId: string },
): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, keepId)));
  await tx
    .delete(sessionTombstones)
    .where(and(eq(sessionTombstones.userId, userId), isNull(sessionTombstones.keptForm)));
}

/** Deletes sessions that ended before `endedBefore` and tombstones past their own time at `now`. */
export async function deleteForgottenSessions(
  tx: Writer,
  { endedBefore, now }: { endedBefore: Date; now: Date },
): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, endedBefore));
  await tx.delete(sessionTombstones).where(lt(sessionTombstones.expiresAt, now));
}

/** Puts a tombstone in a session's place. Two requests may both find the session ended: the first one counts. */
export async function replaceByTombstone(tx: Writer, tombstone: TombstoneRow): Promise<void> {
  await tx.insert(sessionTombstones).values(tombstone).onConflictDoNothing();
  await tx.delete(sessions).where(eq(sessions.id, tombstone.id));
}

/** The tombstone of a session that ended, while it is kept. */
export async function findTombstone(
  db: Reader,
  { id, now }: { id: string; now: Date },
): Promise<TombstoneRow | undefined> {
  const rows = await db
    .select()
    .from(sessionTombstones)
    .where(and(eq(sessionTombstones.id, id), gt(sessionTombstones.expiresAt, now)))
    .limit(1);
  return rows[0];
}

/** A person's tombstones that hold text, the one that ended last first. */
export async function listKeptText(
  db: Reader,
  { userId, now }: { userId: string; now: Date },
): Promise<TombstoneRow[]> {
  return keptText(db, { userId, now });
}

const keptText = preparedRead<{ userId: string; now: Date }>()((read, slot) =>
  read
    .select()
    .from(sessionTombstones)
    .where(
      and(
        eq(sessionTombstones.userId, slot("userId", sessionTombstones.userId)),
        isNotNull(sessionTombstones.keptForm),
        gt(sessionTombstones.expiresAt, slot("now", sessionTombstones.expiresAt)),
      ),
    )
    .orderBy(desc(sessionTombstones.endedAt), desc(sessionTombstones.id)),
);

type KeptText = { id: string; keptPath: string | null; keptForm: string | null; expiresAt: Date };

/** Writes what a tombstone keeps and until when; nulls empty it. */
export async function setKeptText(
  tx: Writer,
  { id, keptPath, keptForm, expiresAt }: KeptText,
): Promise<void> {
  await tx
    .update(sessionTombstones)
    .set({ keptPath, keptForm, expiresAt })
    .where(eq(sessionTombstones.id, id));
}

/** Ends every session of a person. */
export async function deleteSessionsOfUser(tx: Writer, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

/** Writes down that the second factor was given in a session that began without one. */
export async function proveSession(
  tx: Writer,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  await tx.update(sessions).set({ secondFactorAt: at, provenAt: at }).where(eq(sessions.id, id));
}
