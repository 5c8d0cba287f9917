import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { freshProofs } from "../schema";
import type { Reader, Writer } from "../types";

export type FreshProofRow = typeof freshProofs.$inferSelect;

export async function insertFreshProof(tx: Writer, row: FreshProofRow): Promise<void> {
  await tx.insert(freshProofs).values(row);
}

/** `since`: proofs given at this moment or before no longer count. */
export type AskedProof = { sessionId: string; userId: string; purpose: string; since: Date };

/** The newest proof of a session for one purpose that is neither used nor too old. */
export async function findFreshProof(
  read: Reader,
  asked: AskedProof,
): Promise<FreshProofRow | undefined> {
  const { sessionId, userId, purpose, since } = asked;
  const rows = await read
    .select()
    .from(freshProofs)
    .where(
      and(
        eq(freshProofs.sessionId, sessionId),
        eq(freshProofs.userId, userId),
        eq(freshProofs.purpose, purpose),
        isNull(freshProofs.usedAt),
        gt(freshProofs.provenAt, since),
      ),
    )
    .orderBy(desc(freshProofs.provenAt), desc(freshProofs.id))
    .limit(1);
  return rows[0];
}

/** Uses one up; false when another press was first. */
export async function spendFreshProof(
  tx: Writer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(freshProofs)
    .set({ usedAt: at })
    .where(and(eq(freshProofs.id, id), isNull(freshProofs.usedAt)))
    .returning({ id: freshProofs.id });
  return rows.length === 1;
}

/** Proofs of before `before` are of no more use to anyone. */
export async function deleteOldFreshProofs(tx: Writer, before: Date): Promise<void> {
  await tx.delete(freshProofs).where(lt(freshProofs.provenAt, before));
}
