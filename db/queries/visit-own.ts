import { and, count, eq, isNull, or } from "drizzle-orm";
import { NOT_FOR_RECORD } from "../../app/domain/visit/states";
import { users, visitJottings, visitNotes, visitReviewers, visitViews } from "../schema";
import type { Reader, Writer } from "../types";

type Whose = { visitId: string; userId: string };

/** Notes of a reviewer that nobody else can read: not filed, or not for the record. */
const ownNotes = ({ visitId, userId }: Whose) =>
  and(
    eq(visitNotes.visitId, visitId),
    eq(visitNotes.authorId, userId),
    or(isNull(visitNotes.filedTo), eq(visitNotes.filedTo, NOT_FOR_RECORD)),
  );

/** How many notes only their writer can read; those taken out are not counted. */
export async function countOwnNotes(read: Reader, whose: Whose): Promise<number> {
  const rows = await read
    .select({ notes: count() })
    .from(visitNotes)
    .where(and(ownNotes(whose), isNull(visitNotes.removedAt)));
  return rows[0]?.notes ?? 0;
}

/** Deletes what only this reviewer could read in a visit, and their views, as they leave it. */
export async function forgetOwnOfReviewer(tx: Writer, whose: Whose): Promise<void> {
  const { visitId, userId } = whose;
  await tx.delete(visitNotes).where(ownNotes(whose));
  await tx
    .delete(visitJottings)
    .where(and(eq(visitJottings.visitId, visitId), eq(visitJottings.authorId, userId)));
  await tx
    .delete(visitViews)
    .where(and(eq(visitViews.visitId, visitId), eq(visitViews.reviewerId, userId)));
}

/** Names of everybody who was ever asked to make a visit, by their user ids. */
export async function namesOfVisit(
  read: Reader,
  scope: { visitId: string },
): Promise<Map<string, string>> {
  const rows = await read
    .selectDistinct({ userId: users.id, name: users.name })
    .from(visitReviewers)
    .innerJoin(users, eq(users.id, visitReviewers.userId))
    .where(eq(visitReviewers.visitId, scope.visitId));
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}
