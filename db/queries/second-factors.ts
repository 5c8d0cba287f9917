import { and, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { authenticators, recoveryCodes } from "../schema";
import type { Reader, Writer } from "../types";

export type AuthenticatorRow = typeof authenticators.$inferSelect;

/** What is stored of a person's authenticator app, set up or being set up. */
export async function findAuthenticator(
  read: Reader,
  userId: string,
): Promise<AuthenticatorRow | undefined> {
  const rows = await read.select().from(authenticators).where(eq(authenticators.userId, userId));
  return rows[0];
}

/** Whether a person has an authenticator app that counts. */
export async function hasAuthenticator(read: Reader, userId: string): Promise<boolean> {
  const found = await findAuthenticator(read, userId);
  return found?.secret != null;
}

/** Which of these people have an authenticator app that counts. */
export async function listWithAuthenticator(
  read: Reader,
  userIds: readonly string[],
): Promise<string[]> {
  const rows = await read
    .select({ userId: authenticators.userId })
    .from(authenticators)
    .where(and(inArray(authenticators.userId, [...userIds]), isNotNull(authenticators.secret)));
  return rows.map(({ userId }) => userId);
}

/** Keeps a sealed secret that is being set up, in place of an earlier attempt; one that counts stays. */
export async function setPendingSecret(
  tx: Writer,
  { userId, secret, at }: { userId: string; secret: string; at: Date },
): Promise<void> {
  const pending = { pendingSecret: secret, pendingAt: at };
  await tx
    .insert(authenticators)
    .values({ userId, ...pending })
    .onConflictDoUpdate({ target: authenticators.userId, set: pending });
}

type Confirmed = { userId: string; pendingSecret: string; step: number; at: Date };

/** Makes the pending secret the one that counts; false when it is no longer the pending one. */
export async function confirmAuthenticator(tx: Writer, confirmed: Confirmed): Promise<boolean> {
  const { userId, pendingSecret, step, at } = confirmed;
  const rows = await tx
    .update(authenticators)
    .set({
      secret: pendingSecret,
      confirmedAt: at,
      lastStep: step,
      pendingSecret: null,
      pendingAt: null,
    })
    .where(and(eq(authenticators.userId, userId), eq(authenticators.pendingSecret, pendingSecret)))
    .returning({ userId: authenticators.userId });
  return rows.length === 1;
}

/** Counts a time step as used; false when it or a later one was used before, or the secret was replaced. */
export async function takeStep(
  tx: Writer,
  { userId, secret, step }: { userId: string; secret: string; step: number },
): Promise<boolean> {
  const rows = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(
      and(
        eq(authenticators.userId, userId),
        eq(authenticators.secret, secret),
        or(isNull(authenticators.lastStep), lt(authenticators.lastStep, step)),
      ),
    )
    .returning({ userId: authenticators.userId });
  return rows.length === 1;
}

/** Takes a person's authenticator app and recovery codes away; false when there was none that counts. */
export async function deleteSecondFactor(tx: Writer, userId: string): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const rows = await tx
    .delete(authenticators)
    .where(eq(authenticators.userId, userId))
    .returning({ secret: authenticators.secret });
  return rows.some(({ secret }) => secret !== null);
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(
  tx: Writer,
  { userId, hashes, at }: { userId: string; hashes: readonly string[]; at: Date },
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(hashes.map((hash) => ({ hash, userId, createdAt: at, usedAt: null })));
}

/** Uses one code up; false when it is nobody's, another person's, or used. */
export async function spendRecoveryCode(
  tx: Writer,
  { userId, hash, at }: { userId: string; hash: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.hash, hash),
        eq(recoveryCodes.userId, userId),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.hash });
  return rows.length === 1;
}

/** How many recovery codes a person has left. */
export async function countRecoveryCodes(read: Reader, userId: string): Promise<number> {
  return read.$count(
    recoveryCodes,
    and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)),
  );
}
