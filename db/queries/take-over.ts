import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Estate, GoesAlong } from "../../app/domain/register/take-over";
import {
  actions,
  grants,
  responses,
  rounds,
  schoolLinks,
  submissions,
  visitPractices,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";

type Between = { predecessorId: string; successorId: string };

/** What both schools hold, as far as taking over turns on it. */
export async function readEstate(
  read: Reader,
  { predecessorId, successorId }: Between,
): Promise<Omit<Estate, "today">> {
  const held = await read
    .select({
      id: responses.id,
      state: responses.state,
      roundId: responses.roundId,
      period: responses.period,
    })
    .from(responses)
    .where(eq(responses.schoolId, predecessorId));
  const copies = await read
    .selectDistinct({ responseId: submissions.responseId })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .where(eq(responses.schoolId, predecessorId));
  const signed = new Set(copies.map(({ responseId }) => responseId));
  return {
    responses: held.map((row) => ({ ...row, signed: signed.has(row.id) })),
    actions: await read
      .select({ id: actions.id, state: actions.state })
      .from(actions)
      .where(eq(actions.schoolId, predecessorId)),
    visits: await read
      .select({ id: visits.id, state: visits.state })
      .from(visits)
      .where(eq(visits.schoolId, predecessorId)),
    grants: await listGrants(read, predecessorId),
    itsResponses: await read
      .select({ roundId: responses.roundId, period: responses.period })
      .from(responses)
      .where(eq(responses.schoolId, successorId)),
    itsGrants: await listGrants(read, successorId),
  };
}

const listGrants = (read: Reader, schoolId: string) =>
  read
    .select({ id: grants.id, userId: grants.userId, role: grants.role, to: grants.to })
    .from(grants)
    .where(eq(grants.schoolId, schoolId));

/** Marks a link as taken over; false where it is not there, or was taken over before. */
export async function markTakenOver(
  tx: Writer,
  { predecessorId, successorId, by, at }: Between & { by: string; at: Date },
): Promise<boolean> {
  const marked = await tx
    .update(schoolLinks)
    .set({ takenOverAt: at, takenOverBy: by })
    .where(
      and(
        eq(schoolLinks.predecessorId, predecessorId),
        eq(schoolLinks.successorId, successorId),
        isNull(schoolLinks.takenOverAt),
      ),
    )
    .returning({ at: schoolLinks.takenOverAt });
  return marked.length === 1;
}

/** Whether another school took this one over, as after a split. */
export async function isTakenOver(
  read: Reader,
  { predecessorId }: { predecessorId: string },
): Promise<boolean> {
  const rows = await read
    .select({ id: schoolLinks.successorId })
    .from(schoolLinks)
    .where(and(eq(schoolLinks.predecessorId, predecessorId), isNotNull(schoolLinks.takenOverAt)));
  return rows.length > 0;
}

/** Points open work and roles at the school after. */
export async function pointAt(
  tx: Writer,
  { schoolId, along }: { schoolId: string; along: GoesAlong },
): Promise<void> {
  const to = { schoolId };
  if (along.responses.length > 0) {
    await tx.update(responses).set(to).where(inArray(responses.id, along.responses));
  }
  if (along.actions.length > 0) {
    await tx.update(actions).set(to).where(inArray(actions.id, along.actions));
  }
  if (along.visits.length > 0) {
    await tx.update(visits).set(to).where(inArray(visits.id, along.visits));
    await tx.update(visitPractices).set(to).where(inArray(visitPractices.visitId, along.visits));
  }
  if (along.grants.length > 0) {
    await tx.update(grants).set(to).where(inArray(grants.id, along.grants));
  }
}

/** Copies a school signed in rounds, those that stand, the newest first. */
export async function listCopiesInRounds(read: Reader, { schoolId }: { schoolId: string }) {
  return read
    .select({
      responseId: submissions.responseId,
      number: submissions.number,
      at: submissions.signedAt,
      title: rounds.title,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(responses.schoolId, schoolId),
        eq(submissions.state, "standing"),
        isNull(submissions.supersededById),
        isNull(submissions.withdrawnAt),
      ),
    )
    .orderBy(desc(submissions.signedAt));
}

/** Schools that took a school over, and those that took them over in turn: they read what it signed. */
export async function listHeirs(
  read: Reader,
  { schoolId }: { schoolId: string },
): Promise<string[]> {
  const heirs = new Set<string>();
  let before = [schoolId];
  while (before.length > 0) {
    const rows = await read
      .select({ id: schoolLinks.successorId })
      .from(schoolLinks)
      .where(and(inArray(schoolLinks.predecessorId, before), isNotNull(schoolLinks.takenOverAt)));
    before = rows.map(({ id }) => id).filter((id) => !heirs.has(id) && id !== schoolId);
    for (const id of before) heirs.add(id);
  }
  return [...heirs];
}
