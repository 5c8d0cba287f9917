import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { passwordResets, users } from "../schema";
import type { Reader, Writer } from "../types";

export async function insertPasswordReset(
  tx: Writer,
  reset: { id: string; userId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.insert(passwordResets).values({ ...reset, usedAt: null });
}

export type OpenReset = { id: string; userId: string; email: string; name: string };

/** Whose link this is, by its hash, while it may be used. */
export async function findOpenReset(
  read: Reader,
  { id, now }: { id: string; now: Date },
): Promise<OpenReset | undefined> {
  const rows = await read
    .select({
      id: passwordResets.id,
      userId: users.id,
      email: users.email,
      name: users.name,
    })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(
      and(
        eq(passwordResets.id, id),
        gt(passwordResets.expiresAt, now),
        isNull(passwordResets.usedAt),
        isNull(users.disabledAt),
      ),
    );
  return rows[0];
}

/** Uses a link up; false when another press was first. */
export async function spendReset(
  tx: Writer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(passwordResets)
    .set({ usedAt: at })
    .where(and(eq(passwordResets.id, id), isNull(passwordResets.usedAt)))
    .returning({ id: passwordResets.id });
  return rows.length === 1;
}

/** Ends every other link of a person. */
export async function spendResetsOfUser(
  tx: Writer,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ usedAt: at })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
}

/** Links that ended before `endedBefore` are of no more use to anyone. */
export async function deleteOldResets(tx: Writer, endedBefore: Date): Promise<void> {
  await tx.delete(passwordResets).where(lt(passwordResets.expiresAt, endedBefore));
}
