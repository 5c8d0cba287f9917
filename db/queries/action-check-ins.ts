import { and, asc, eq } from "drizzle-orm";
import type { CheckInAnswer } from "../../app/domain/action/states";
import { actionCheckIns, actions, users } from "../schema";
import type { Reader, Writer } from "../types";

/** Every answer of a school's reviews of its plan, term by term, with who gave it. */
export async function listCheckIns(read: Reader, scope: { schoolId: string }) {
  return read
    .select({
      id: actionCheckIns.id,
      actionId: actionCheckIns.actionId,
      term: actionCheckIns.term,
      answer: actionCheckIns.answer,
      line: actionCheckIns.line,
      by: users.name,
      givenAt: actionCheckIns.givenAt,
    })
    .from(actionCheckIns)
    .innerJoin(actions, eq(actions.id, actionCheckIns.actionId))
    .innerJoin(users, eq(users.id, actionCheckIns.givenBy))
    .where(eq(actions.schoolId, scope.schoolId))
    .orderBy(asc(actionCheckIns.term), asc(actionCheckIns.givenAt), asc(actionCheckIns.id));
}

export type CheckInRow = Awaited<ReturnType<typeof listCheckIns>>[number];

/** Writes the first answer for an action and a term; false when there is one. */
export async function insertCheckIn(
  tx: Writer,
  row: typeof actionCheckIns.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(actionCheckIns)
    .values(row)
    .onConflictDoNothing({ target: [actionCheckIns.actionId, actionCheckIns.term] })
    .returning({ id: actionCheckIns.id });
  return rows.length === 1;
}

type Change = { answer: CheckInAnswer; line: string; givenBy: string; givenAt: Date };

/** Changes the answer given at `seen`; false when it is not that one any more. */
export async function updateCheckIn(
  tx: Writer,
  { actionId, term, seen }: { actionId: string; term: string; seen: Date },
  change: Change,
): Promise<boolean> {
  const rows = await tx
    .update(actionCheckIns)
    .set(change)
    .where(
      and(
        eq(actionCheckIns.actionId, actionId),
        eq(actionCheckIns.term, term),
        eq(actionCheckIns.givenAt, seen),
      ),
    )
    .returning({ id: actionCheckIns.id });
  return rows.length === 1;
}
