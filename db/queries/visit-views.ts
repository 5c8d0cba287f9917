import { and, asc, eq, isNull } from "drizzle-orm";
import { visitPoints, visitViews } from "../schema";
import type { Reader, Writer } from "../types";

export type VisitViewRow = typeof visitViews.$inferSelect;
export type PointRow = typeof visitPoints.$inferSelect;

/** Views of a visit by both reviewers, given or not: the caller asks the policy whose may be shown. */
export async function listVisitViews(read: Reader, scope: { visitId: string }) {
  return read
    .select()
    .from(visitViews)
    .where(eq(visitViews.visitId, scope.visitId))
    .orderBy(asc(visitViews.key));
}

/** Keeps a reviewer's own view of one focus key; false once it is given, after which it never changes. */
export async function keepVisitView(
  tx: Writer,
  row: Omit<VisitViewRow, "givenAt" | "version">,
): Promise<boolean> {
  const { view, reason } = row;
  const rows = await tx
    .insert(visitViews)
    .values({ ...row, givenAt: null, version: 1 })
    .onConflictDoUpdate({
      target: [visitViews.visitId, visitViews.reviewerId, visitViews.key],
      set: { view, reason },
      setWhere: isNull(visitViews.givenAt),
    })
    .returning({ key: visitViews.key });
  return rows.length > 0;
}

/** Fixes all of a reviewer's views; those given before keep their moment. */
export async function giveVisitViews(
  tx: Writer,
  scope: { visitId: string; reviewerId: string; at: Date },
): Promise<void> {
  await tx
    .update(visitViews)
    .set({ givenAt: scope.at })
    .where(
      and(
        eq(visitViews.visitId, scope.visitId),
        eq(visitViews.reviewerId, scope.reviewerId),
        isNull(visitViews.givenAt),
      ),
    );
}

/** The points of three o'clock, in their order. */
export async function listPoints(read: Reader, scope: { visitId: string }) {
  return read
    .select()
    .from(visitPoints)
    .where(eq(visitPoints.visitId, scope.visitId))
    .orderBy(asc(visitPoints.position), asc(visitPoints.id));
}

export async function insertPoint(tx: Writer, row: typeof visitPoints.$inferInsert): Promise<void> {
  await tx.insert(visitPoints).values(row);
}

type PointChange = Partial<Pick<PointRow, "position" | "kind" | "key" | "text" | "saidAt">>;

export async function updatePoint(
  tx: Writer,
  scope: { visitId: string; pointId: string },
  change: PointChange,
): Promise<void> {
  await tx
    .update(visitPoints)
    .set(change)
    .where(and(eq(visitPoints.visitId, scope.visitId), eq(visitPoints.id, scope.pointId)));
}

export async function deletePoint(
  tx: Writer,
  scope: { visitId: string; pointId: string },
): Promise<void> {
  await tx
    .delete(visitPoints)
    .where(and(eq(visitPoints.visitId, scope.visitId), eq(visitPoints.id, scope.pointId)));
}
