import { and, eq, sql } from "drizzle-orm";
import { users } from "../schema";
import type { Writer } from "../types";

type NewHash = { userId: string; from: string; to: string };

/** Puts a new password hash where the old one still stands; false when it has been changed meanwhile. */
export async function replacePasswordHash(
  tx: Writer,
  { userId, from, to }: NewHash,
): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ passwordHash: to, version: sql`${users.version} + 1` })
    .where(and(eq(users.id, userId), eq(users.passwordHash, from)))
    .returning({ id: users.id });
  return changed.length === 1;
}

/** Sets a password whatever stood there: for a person who proved by a mailed link who they are. */
export async function setPasswordHash(
  tx: Writer,
  { userId, to }: { userId: string; to: string },
): Promise<void> {
  await tx
    .update(users)
    .set({ passwordHash: to, version: sql`${users.version} + 1` })
    .where(eq(users.id, userId));
}
