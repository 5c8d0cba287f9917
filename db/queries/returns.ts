import { and, asc, eq, exists, isNull, or } from "drizzle-orm";
import {
  outbox,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  roundShares,
  schools,
  submissions,
  visitRecords,
  visits,
} from "../schema";
import type { Reader } from "../types";
import { isRoundSeen, type Seen } from "./of-questionnaires";

type OfOrganisation = { organisationId: string };

/** Rounds an organisation runs, and those shared with it. */
const isReader = (read: Reader, { organisationId }: OfOrganisation) =>
  or(
    eq(rounds.organisationId, organisationId),
    exists(
      read
        .select({ id: roundShares.roundId })
        .from(roundShares)
        .where(
          and(eq(roundShares.roundId, rounds.id), eq(roundShares.organisationId, organisationId)),
        ),
    ),
  );

/** Rounds whose returns an organisation reads, its own and shared ones, by opening day. */
export async function listReadableRounds(read: Reader, scope: OfOrganisation) {
  return read
    .select({
      id: rounds.id,
      organisationId: rounds.organisationId,
      title: rounds.title,
      firstDeadline: rounds.firstDeadline,
      finalDeadline: rounds.finalDeadline,
      rolling: rounds.rolling,
      closedAt: rounds.closedAt,
      questionnaireKey: questionnaires.key,
    })
    .from(rounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(isReader(read, scope))
    .orderBy(asc(rounds.opensOn), asc(rounds.id));
}

/** The copy that stands: at most one of a response does. */
export const standingCopy = and(
  eq(submissions.responseId, responses.id),
  eq(submissions.state, "standing"),
  isNull(submissions.supersededById),
  isNull(submissions.withdrawnAt),
);

/** Where one return is found, for an organisation that may read its round: its school and the copy that stands. */
export async function findReturn(read: Reader, scope: OfOrganisation & { responseId: string }) {
  const rows = await read
    .select({
      urn: schools.urn,
      responseId: responses.id,
      number: submissions.number,
      roundId: rounds.id,
      roundTitle: rounds.title,
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(submissions, standingCopy)
    .where(and(eq(responses.id, scope.responseId), isReader(read, scope)));
  return rows[0];
}

/** The signed copy a parked job is about, with whose round it is in; `roundId` null: private to its school. */
export async function findJobSubject(read: Reader, scope: { submissionId: string }) {
  const rows = await read
    .select({
      reference: submissions.reference,
      schoolName: schools.name,
      roundOrganisationId: rounds.organisationId,
      ownerId: questionnaires.organisationId,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(eq(submissions.id, scope.submissionId));
  return rows[0];
}

/** The record of a visit that a parked job is about, in the same shape. */
export async function findRecordJobSubject(read: Reader, scope: { visitId: string }) {
  const rows = await read
    .select({
      reference: visitRecords.reference,
      schoolName: schools.name,
      roundOrganisationId: rounds.organisationId,
    })
    .from(visits)
    .innerJoin(visitRecords, eq(visitRecords.visitId, visits.id))
    .innerJoin(schools, eq(schools.id, visits.schoolId))
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .where(eq(visits.id, scope.visitId));
  return rows[0];
}

/** Whether a parked job is still there, with what it is about. */
export async function findParkedJob(read: Reader, id: string) {
  const rows = await read
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(and(eq(outbox.id, id), eq(outbox.state, "parked")));
  return rows[0];
}

/** Signed returns in an organisation's open rounds that none of its officers has opened. */
export async function countUnopened(read: Reader, scope: OfOrganisation & Seen): Promise<number> {
  const rows = await read
    .select({ id: responses.id })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(submissions, standingCopy)
    .where(
      and(
        eq(rounds.organisationId, scope.organisationId),
        isNull(rounds.closedAt),
        isNull(responses.openedByOfficerAt),
        isRoundSeen(read, scope),
      ),
    );
  return rows.length;
}
