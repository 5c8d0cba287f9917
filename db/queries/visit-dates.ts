import { and, asc, eq, inArray } from "drizzle-orm";
import { users, visitDates } from "../schema";
import type { Reader, Writer } from "../types";

export type VisitDateRow = Awaited<ReturnType<typeof listVisitDates>>[number];

/** Days put forward for a visit, in order, with who did. */
export async function listVisitDates(read: Reader, scope: { visitId: string }) {
  return read
    .select({
      day: visitDates.day,
      startsAt: visitDates.startsAt,
      endsAt: visitDates.endsAt,
      proposedBy: visitDates.proposedBy,
      proposedAt: visitDates.proposedAt,
      byName: users.name,
    })
    .from(visitDates)
    .innerJoin(users, eq(users.id, visitDates.proposedBy))
    .where(eq(visitDates.visitId, scope.visitId))
    .orderBy(asc(visitDates.day));
}

/** Puts days forward in place of those these people put forward before. */
export async function replaceVisitDates(
  tx: Writer,
  scope: { visitId: string; of: readonly string[] },
  rows: readonly (typeof visitDates.$inferInsert)[],
): Promise<void> {
  await tx
    .delete(visitDates)
    .where(
      and(eq(visitDates.visitId, scope.visitId), inArray(visitDates.proposedBy, [...scope.of])),
    );
  if (rows.length > 0) await tx.insert(visitDates).values([...rows]);
}

/** Takes all days back: one was agreed, or the visit does not take place. */
export async function clearVisitDates(tx: Writer, scope: { visitId: string }): Promise<void> {
  await tx.delete(visitDates).where(eq(visitDates.visitId, scope.visitId));
}
