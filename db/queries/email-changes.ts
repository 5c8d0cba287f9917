import { and, desc, eq, gt, gte, isNull, lt } from "drizzle-orm";
import { emailChanges, users } from "../schema";
import type { Reader, Writer } from "../types";

export type NewEmailChange = Omit<typeof emailChanges.$inferInsert, "changedAt" | "stoppedAt">;

const columns = {
  id: emailChanges.id,
  userId: users.id,
  name: users.name,
  /** What the person has now. */
  email: users.email,
  oldEmail: emailChanges.oldEmail,
  newEmail: emailChanges.newEmail,
  createdAt: emailChanges.createdAt,
  expiresAt: emailChanges.expiresAt,
  changedAt: emailChanges.changedAt,
};

export type EmailChangeRow = {
  id: string;
  userId: string;
  name: string;
  email: string;
  oldEmail: string;
  newEmail: string;
  createdAt: Date;
  expiresAt: Date;
  changedAt: Date | null;
};

const selectChanges = (read: Reader) =>
  read.select(columns).from(emailChanges).innerJoin(users, eq(users.id, emailChanges.userId));

/** Neither made nor stopped. */
const isOpen = and(isNull(emailChanges.changedAt), isNull(emailChanges.stoppedAt));

const waiting = (now: Date) =>
  and(gt(emailChanges.expiresAt, now), isOpen, isNull(users.disabledAt));

/** The change that the link to the new address confirms, while it may. */
export async function findWaitingChange(
  read: Reader,
  { id, now }: { id: string; now: Date },
): Promise<EmailChangeRow | undefined> {
  const rows = await selectChanges(read).where(and(eq(emailChanges.id, id), waiting(now)));
  return rows[0];
}

/** A person's own change that waits. */
export async function findWaitingChangeOf(
  read: Reader,
  { userId, now }: { userId: string; now: Date },
): Promise<EmailChangeRow | undefined> {
  const rows = await selectChanges(read)
    .where(and(eq(emailChanges.userId, userId), waiting(now)))
    .orderBy(desc(emailChanges.createdAt))
    .limit(1);
  return rows[0];
}

/** The change that the link to the old address is about, waiting or made, unless that link was used. */
export async function findChangeToStop(
  read: Reader,
  stopId: string,
): Promise<EmailChangeRow | undefined> {
  const rows = await selectChanges(read).where(
    and(eq(emailChanges.stopId, stopId), isNull(emailChanges.stoppedAt), isNull(users.disabledAt)),
  );
  return rows[0];
}

export async function insertEmailChange(tx: Writer, change: NewEmailChange): Promise<void> {
  await tx.insert(emailChanges).values({ ...change, changedAt: null, stoppedAt: null });
}

/** Uses the link to the new address up; false when another press was first, or it was stopped. */
export async function spendEmailChange(
  tx: Writer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(emailChanges)
    .set({ changedAt: at })
    .where(and(eq(emailChanges.id, id), isOpen))
    .returning({ id: emailChanges.id });
  return rows.length === 1;
}

/**
 * Uses the link to an old address up, and those of every later change of the person: they led away from it. Links of
 * earlier changes stay. False when another press was first.
 */
export async function stopEmailChange(
  tx: Writer,
  { id, userId, createdAt, at }: Pick<EmailChangeRow, "id" | "userId" | "createdAt"> & { at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(emailChanges)
    .set({ stoppedAt: at })
    .where(
      and(
        eq(emailChanges.userId, userId),
        gte(emailChanges.createdAt, createdAt),
        isNull(emailChanges.stoppedAt),
      ),
    )
    .returning({ id: emailChanges.id });
  return rows.some((row) => row.id === id);
}

/** Ends a person's changes that wait, but not the way back from one that was made. */
export async function stopWaitingChanges(
  tx: Writer,
  { userId, at }: { userId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(emailChanges)
    .set({ stoppedAt: at })
    .where(and(eq(emailChanges.userId, userId), isOpen))
    .returning({ id: emailChanges.id });
  return rows.length > 0;
}

/** Changes asked for before `askedBefore` are of no more use to anyone. */
export async function deleteOldChanges(tx: Writer, askedBefore: Date): Promise<void> {
  await tx.delete(emailChanges).where(lt(emailChanges.createdAt, askedBefore));
}
