import { and, eq, gt, lt } from "drizzle-orm";
import { pendingIdentities, singleSignOnFlows } from "../schema";
import type { Reader, Writer } from "../types";

export type FlowRow = typeof singleSignOnFlows.$inferSelect;
export type FlowPurpose = FlowRow["purpose"];

export async function insertFlow(tx: Writer, row: FlowRow): Promise<void> {
  await tx.insert(singleSignOnFlows).values(row);
}

type AskedFlow = { id: string; browser: string; provider: string; now: Date };

/** Takes a round trip out, once: of this browser and provider, and while it lasts. */
export async function takeFlow(tx: Writer, asked: AskedFlow): Promise<FlowRow | undefined> {
  const { id, browser, provider, now } = asked;
  const rows = await tx
    .delete(singleSignOnFlows)
    .where(
      and(
        eq(singleSignOnFlows.id, id),
        eq(singleSignOnFlows.browser, browser),
        eq(singleSignOnFlows.provider, provider),
        gt(singleSignOnFlows.expiresAt, now),
      ),
    )
    .returning();
  return rows[0];
}

export async function deleteEndedFlows(tx: Writer, now: Date): Promise<void> {
  await tx.delete(singleSignOnFlows).where(lt(singleSignOnFlows.expiresAt, now));
}

export type PendingIdentityRow = typeof pendingIdentities.$inferSelect;

export async function insertPendingIdentity(tx: Writer, row: PendingIdentityRow): Promise<void> {
  await tx.insert(pendingIdentities).values(row);
}

/** The account elsewhere that waits under this hash to be connected, while it does. */
export async function findPendingIdentity(
  read: Reader,
  { id, now }: { id: string; now: Date },
): Promise<PendingIdentityRow | undefined> {
  const rows = await read
    .select()
    .from(pendingIdentities)
    .where(and(eq(pendingIdentities.id, id), gt(pendingIdentities.expiresAt, now)));
  return rows[0];
}

/** Ends one; false when another press was first. */
export async function deletePendingIdentity(tx: Writer, id: string): Promise<boolean> {
  const rows = await tx
    .delete(pendingIdentities)
    .where(eq(pendingIdentities.id, id))
    .returning({ id: pendingIdentities.id });
  return rows.length === 1;
}

export async function deleteEndedPendingIdentities(tx: Writer, now: Date): Promise<void> {
  await tx.delete(pendingIdentities).where(lt(pendingIdentities.expiresAt, now));
}
