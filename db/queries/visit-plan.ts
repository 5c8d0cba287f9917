import { and, eq, inArray } from "drizzle-orm";
import { visitActivities, visitFocus, visitNotes } from "../schema";
import type { Reader, Writer } from "../types";

/** Puts what a visit looks at in place of what it was. The caller holds the visit by its version. */
export async function replaceVisitFocus(
  tx: Writer,
  scope: { visitId: string },
  focus: readonly Pick<typeof visitFocus.$inferInsert, "key" | "kind">[],
): Promise<void> {
  await tx.delete(visitFocus).where(eq(visitFocus.visitId, scope.visitId));
  const rows = focus.map((one, position) => ({ ...one, ...scope, position }));
  if (rows.length > 0) await tx.insert(visitFocus).values(rows);
}

type LineChange = Partial<
  Pick<
    typeof visitActivities.$inferInsert,
    "kind" | "title" | "withWhom" | "place" | "startsAt" | "endsAt"
  >
>;

/** Changes a line of the day; false when it is not at the version it was read at. */
export async function updateActivity(
  tx: Writer,
  scope: { visitId: string; activityId: string; version: number },
  set: LineChange,
): Promise<boolean> {
  const rows = await tx
    .update(visitActivities)
    .set({ ...set, version: scope.version + 1 })
    .where(isLine(scope))
    .returning({ id: visitActivities.id });
  return rows.length === 1;
}

/** Takes a line out of the day; false when it is not at the version it was read at. */
export async function deleteActivity(
  tx: Writer,
  scope: { visitId: string; activityId: string; version: number },
): Promise<boolean> {
  const rows = await tx
    .delete(visitActivities)
    .where(isLine(scope))
    .returning({ id: visitActivities.id });
  return rows.length === 1;
}

const isLine = (scope: { visitId: string; activityId: string; version: number }) =>
  and(
    eq(visitActivities.visitId, scope.visitId),
    eq(visitActivities.id, scope.activityId),
    eq(visitActivities.version, scope.version),
  );

/** Ids of those lines that notes stand under, whoever's and taken out or not. */
export async function linesWithNotes(
  read: Reader,
  scope: { activityIds: readonly string[] },
): Promise<string[]> {
  if (scope.activityIds.length === 0) return [];
  const rows = await read
    .selectDistinct({ activityId: visitNotes.activityId })
    .from(visitNotes)
    .where(inArray(visitNotes.activityId, [...scope.activityIds]));
  return rows.map(({ activityId }) => activityId);
}
