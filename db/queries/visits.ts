import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { VisitState } from "../../app/domain/visit/states";
import {
  questionnaires,
  questionnaireVersions,
  recordSignatures,
  responses,
  rounds,
  schools,
  visitFocus,
  visitRecords,
  visitReviewers,
  visits,
  visitViews,
} from "../schema";
import type { Reader, Writer } from "../types";

/** A visit with the facts of its school, round and questionnaire that most decisions need. */
const visitColumns = {
  id: visits.id,
  roundId: visits.roundId,
  schoolId: visits.schoolId,
  responseId: visits.responseId,
  submissionId: visits.submissionId,
  state: visits.state,
  ownershipRule: visits.ownershipRule,
  viewsFirst: visits.viewsFirst,
  hostAcceptedAt: visits.hostAcceptedAt,
  hostAcceptedBy: visits.hostAcceptedBy,
  askedForAnotherAt: visits.askedForAnotherAt,
  visitOn: visits.visitOn,
  startsAt: visits.startsAt,
  endsAt: visits.endsAt,
  focusReason: visits.focusReason,
  context: visits.context,
  practicalNotes: visits.practicalNotes,
  focusAgreedAt: visits.focusAgreedAt,
  visitedAt: visits.visitedAt,
  cancelledReason: visits.cancelledReason,
  calendarSequence: visits.calendarSequence,
  version: visits.version,
  createdAt: visits.createdAt,
  updatedAt: visits.updatedAt,
  urn: schools.urn,
  schoolName: schools.name,
  responseSchoolId: responses.schoolId,
  roundTitle: rounds.title,
  organisationId: rounds.organisationId,
  roundClosedAt: rounds.closedAt,
  demonstration: rounds.demonstration,
  questionnaireKey: questionnaires.key,
  questionnaireTitle: questionnaires.title,
  versionId: rounds.versionId,
  definitionSha256: questionnaireVersions.sha256,
};

const selectVisits = (read: Reader) =>
  read
    .select(visitColumns)
    .from(visits)
    .innerJoin(schools, eq(schools.id, visits.schoolId))
    .innerJoin(responses, eq(responses.id, visits.responseId))
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId));

export type VisitRow = Awaited<ReturnType<typeof findVisit>> & {};

/** One visit. The caller asks the policy before anything of it is shown. */
export async function findVisit(read: Reader, scope: { visitId: string }) {
  const rows = await selectVisits(read).where(eq(visits.id, scope.visitId));
  return rows[0];
}

/** Visits to these schools, oldest first. */
export async function listVisitsToSchools(read: Reader, scope: { schoolIds: readonly string[] }) {
  if (scope.schoolIds.length === 0) return [];
  return selectVisits(read)
    .where(inArray(visits.schoolId, [...scope.schoolIds]))
    .orderBy(asc(visits.createdAt), asc(visits.id));
}

/** Visits in one round, by school. */
export async function listVisitsInRound(read: Reader, scope: { roundId: string }) {
  return selectVisits(read)
    .where(eq(visits.roundId, scope.roundId))
    .orderBy(asc(schools.name), asc(visits.id));
}

/** Every visit that stands at one of these, oldest first: for the clocks, which belong to nobody. */
export async function listVisitsAt(read: Reader, scope: { states: readonly VisitState[] }) {
  return selectVisits(read)
    .where(inArray(visits.state, [...scope.states]))
    .orderBy(asc(visits.createdAt), asc(visits.id));
}

/** Visits a person was asked to make or makes, oldest first; those declined or handed on are left out. */
export async function listVisitsOfReviewer(read: Reader, scope: { userId: string }) {
  const mine = read
    .select({ id: visitReviewers.visitId })
    .from(visitReviewers)
    .where(and(eq(visitReviewers.userId, scope.userId), isAssigned));
  return selectVisits(read)
    .where(inArray(visits.id, mine))
    .orderBy(asc(visits.createdAt), asc(visits.id));
}

const isAssigned = or(
  eq(visitReviewers.standing, "asked"),
  eq(visitReviewers.standing, "accepted"),
);

/** Everybody who is or was asked to make these visits. */
export async function listVisitReviewers(read: Reader, scope: { visitIds: readonly string[] }) {
  if (scope.visitIds.length === 0) return [];
  return read
    .select()
    .from(visitReviewers)
    .where(inArray(visitReviewers.visitId, [...scope.visitIds]))
    .orderBy(asc(visitReviewers.part), asc(visitReviewers.askedAt));
}

/** User ids of the reviewers who have given all their views. */
export async function listViewsGivenBy(read: Reader, scope: { visitId: string }) {
  const rows = await read
    .selectDistinct({ userId: visitViews.reviewerId, givenAt: visitViews.givenAt })
    .from(visitViews)
    .where(eq(visitViews.visitId, scope.visitId));
  return rows.filter(({ givenAt }) => givenAt !== null).map(({ userId }) => userId);
}

export async function listVisitFocus(read: Reader, scope: { visitId: string }) {
  return read
    .select()
    .from(visitFocus)
    .where(eq(visitFocus.visitId, scope.visitId))
    .orderBy(asc(visitFocus.position));
}

export async function findVisitRecord(read: Reader, scope: { visitId: string }) {
  const rows = await read
    .select()
    .from(visitRecords)
    .where(eq(visitRecords.visitId, scope.visitId));
  return rows[0];
}

/** Signatures under a visit's record, first given first. */
export async function listRecordSignatures(read: Reader, scope: { visitId: string }) {
  return read
    .select()
    .from(recordSignatures)
    .where(eq(recordSignatures.visitId, scope.visitId))
    .orderBy(asc(recordSignatures.signedAt), asc(recordSignatures.id));
}

export async function insertVisit(
  tx: Writer,
  row: typeof visits.$inferInsert,
  reviewers: readonly (typeof visitReviewers.$inferInsert)[],
): Promise<void> {
  await tx.insert(visits).values(row);
  if (reviewers.length > 0) await tx.insert(visitReviewers).values([...reviewers]);
}

/** Columns a step of the visit may change beside its state. */
export type VisitChange = Partial<
  Omit<typeof visits.$inferInsert, "id" | "roundId" | "schoolId" | "state" | "version">
>;

/**
 * Moves a visit on from the state and version it was decided on; false when somebody was quicker (design.md
 * decision 4). `to` may be the state it has.
 */
export async function moveVisit(
  tx: Writer,
  move: {
    visitId: string;
    from: VisitState;
    to: VisitState;
    version: number;
    at: Date;
    also: VisitChange;
  },
): Promise<boolean> {
  const rows = await tx
    .update(visits)
    .set({ ...move.also, state: move.to, version: move.version + 1, updatedAt: move.at })
    .where(
      and(
        eq(visits.id, move.visitId),
        eq(visits.state, move.from),
        eq(visits.version, move.version),
      ),
    )
    .returning({ id: visits.id });
  return rows.length > 0;
}
