import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, notExists, or } from "drizzle-orm";
import {
  coverage,
  grants,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  roundSchools,
  schools,
  submissions,
  users,
} from "../schema";
import type { Reader } from "../types";
import { districtOfSchool } from "./officer-districts";
import { standingCopy } from "./returns";

/** Null: every district. */
export type InDistricts = { districts: readonly string[] | null };
type OnDay = { organisationId: string; today: string };

const within = ({ districts }: InDistricts) =>
  districts === null ? undefined : inArray(districtOfSchool, [...districts]);

export type RingRow = Awaited<ReturnType<typeof listRingRows>>[number];

/**
 * What is not signed yet in an organisation's own rounds that run with a deadline: states and dates of schools that
 * were invited, and nothing of an answer.
 */
export async function listRingRows(read: Reader, scope: OnDay & InDistricts) {
  return read
    .select({
      schoolId: schools.id,
      urn: schools.urn,
      name: schools.name,
      district: districtOfSchool,
      phaseName: schools.phaseName,
      telephone: schools.telephone,
      questionnaireKey: questionnaires.key,
      roundId: rounds.id,
      roundTitle: rounds.title,
      opensOn: rounds.opensOn,
      roundFirst: rounds.firstDeadline,
      roundFinal: rounds.finalDeadline,
      closedAt: rounds.closedAt,
      participation: roundSchools.participation,
      invitedAt: roundSchools.invitedAt,
      ownFirst: roundSchools.firstDeadline,
      ownFinal: roundSchools.finalDeadline,
      state: responses.state,
      readyAt: responses.readyAt,
      responseId: responses.id,
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(
      roundSchools,
      and(
        eq(roundSchools.roundId, responses.roundId),
        eq(roundSchools.schoolId, responses.schoolId),
      ),
    )
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .where(
      and(
        eq(rounds.organisationId, scope.organisationId),
        isNull(rounds.closedAt),
        eq(rounds.rolling, false),
        lte(rounds.opensOn, scope.today),
        ne(roundSchools.participation, "expected"),
        isNull(roundSchools.withdrawnAt),
        inArray(responses.state, [
          "not-started",
          "in-progress",
          "ready-to-sign",
          "awaiting-governor",
        ]),
        within(scope),
        // An amendment in progress: the copy signed before stands.
        notExists(read.select({ id: submissions.id }).from(submissions).where(standingCopy)),
      ),
    )
    .orderBy(asc(schools.name), asc(responses.id));
}

/** When the copies were signed that wait for a governor, by self-review. */
export async function listAwaitedSignatures(
  read: Reader,
  { organisationId }: { organisationId: string },
) {
  return read
    .select({ responseId: submissions.responseId, signedAt: submissions.signedAt })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(eq(rounds.organisationId, organisationId), eq(submissions.state, "awaiting-governor")),
    )
    .orderBy(desc(submissions.signedAt));
}

export type InChargeRow = Awaited<ReturnType<typeof listPeopleInCharge>>[number];

/** Heads, coordinators and governors of an organisation's schools on a day; of some schools where they are given. */
export async function listPeopleInCharge(
  read: Reader,
  scope: OnDay & { schoolIds?: readonly string[] },
) {
  const { organisationId, today, schoolIds } = scope;
  return read
    .select({
      schoolId: coverage.schoolId,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: grants.role,
      signingTitle: grants.signingTitle,
      questionnaireKey: grants.questionnaireKey,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .innerJoin(coverage, eq(coverage.schoolId, grants.schoolId))
    .where(
      and(
        eq(coverage.organisationId, organisationId),
        schoolIds === undefined ? undefined : inArray(grants.schoolId, [...schoolIds]),
        inArray(grants.role, ["head", "coordinator", "governor"]),
        isNull(users.disabledAt),
        lte(grants.from, today),
        or(isNull(grants.to), gte(grants.to, today)),
      ),
    )
    .orderBy(asc(grants.from), asc(grants.id));
}
