import { and, asc, eq, isNull, lt } from "drizzle-orm";
import { mailPreferences, unsubscribeTokens, users } from "../schema";
import type { Reader, Writer } from "../types";

/** Whether a person wants the weekly mail; nobody who has not said otherwise goes without. */
export async function wantsDigest(read: Reader, userId: string): Promise<boolean> {
  const rows = await read
    .select({ digest: mailPreferences.digest })
    .from(mailPreferences)
    .where(eq(mailPreferences.userId, userId));
  return rows[0]?.digest ?? true;
}

/** `digestDay`: 1 is Monday, 5 Friday. `reminders`: of a deadline. */
export type MailWishes = { digest: boolean; digestDay: number; reminders: boolean };

/** What mail a person wants; nobody who has not said otherwise goes without, and the weekly mail comes on Mondays. */
export async function findMailWishes(read: Reader, userId: string): Promise<MailWishes> {
  const { digest, digestDay, reminders } = mailPreferences;
  const rows = await read
    .select({ digest, digestDay, reminders })
    .from(mailPreferences)
    .where(eq(mailPreferences.userId, userId));
  return rows[0] ?? { digest: true, digestDay: 1, reminders: true };
}

export async function setMailWishes(
  tx: Writer,
  { userId, digestDay, reminders }: Omit<MailWishes, "digest"> & { userId: string },
): Promise<void> {
  await tx
    .insert(mailPreferences)
    .values({ userId, digest: true, digestDay, reminders })
    .onConflictDoUpdate({ target: mailPreferences.userId, set: { digestDay, reminders } });
}

export async function setWantsDigest(
  tx: Writer,
  { userId, digest }: { userId: string; digest: boolean },
): Promise<void> {
  await tx
    .insert(mailPreferences)
    .values({ userId, digest })
    .onConflictDoUpdate({ target: mailPreferences.userId, set: { digest } });
}

/** Everyone who may sign in, with what the weekly mail needs to know; `lastMadeOn` null: never. */
export async function listDigestReaders(
  read: Reader,
): Promise<{ userId: string; digest: boolean; day: number; lastMadeOn: string | null }[]> {
  const rows = await read
    .select({
      userId: users.id,
      digest: mailPreferences.digest,
      day: mailPreferences.digestDay,
      lastMadeOn: mailPreferences.digestMadeOn,
    })
    .from(users)
    .leftJoin(mailPreferences, eq(mailPreferences.userId, users.id))
    .where(isNull(users.disabledAt))
    .orderBy(asc(users.id));
  return rows.map((row) => ({ ...row, digest: row.digest ?? true, day: row.day ?? 1 }));
}

export async function noteDigestMade(
  tx: Writer,
  { userId, day }: { userId: string; day: string },
): Promise<void> {
  await tx
    .insert(mailPreferences)
    .values({ userId, digest: true, digestMadeOn: day })
    .onConflictDoUpdate({ target: mailPreferences.userId, set: { digestMadeOn: day } });
}

/** Keeps the hash of a link that ends the weekly mail, and forgets this person's links made before `forgetBefore`. */
export async function addUnsubscribeToken(
  tx: Writer,
  token: { hash: string; userId: string; at: Date; forgetBefore: Date },
): Promise<void> {
  const { hash, userId, at, forgetBefore } = token;
  await tx
    .delete(unsubscribeTokens)
    .where(
      and(eq(unsubscribeTokens.userId, userId), lt(unsubscribeTokens.createdAt, forgetBefore)),
    );
  await tx.insert(unsubscribeTokens).values({ hash, userId, createdAt: at });
}

/** Whose link it is, or undefined. */
export async function findUnsubscriber(read: Reader, hash: string): Promise<string | undefined> {
  const rows = await read
    .select({ userId: unsubscribeTokens.userId })
    .from(unsubscribeTokens)
    .where(eq(unsubscribeTokens.hash, hash));
  return rows[0]?.userId;
}
