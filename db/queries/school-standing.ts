import { and, eq, exists, gte, inArray, isNull, lte, or } from "drizzle-orm";
import {
  coverage,
  grants,
  invitations,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  roundShares,
  schoolLinks,
  schools,
  submissions,
  users,
} from "../schema";
import type { Reader } from "../types";
import { byName } from "./by-name";
import { isRoundSeen, type Seen } from "./of-questionnaires";

type Scope = { organisationId: string };

/** Schools covered where somebody has a role on a day. */
export async function listJoinedSchools(
  read: Reader,
  { organisationId, today }: Scope & { today: string },
): Promise<Set<string>> {
  const rows = await read
    .selectDistinct({ schoolId: coverage.schoolId })
    .from(coverage)
    .innerJoin(grants, eq(grants.schoolId, coverage.schoolId))
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(coverage.organisationId, organisationId),
        isNull(users.disabledAt),
        lte(grants.from, today),
        or(isNull(grants.to), gte(grants.to, today)),
      ),
    );
  return new Set(rows.map(({ schoolId }) => schoolId));
}

/** Schools covered that are in an open round the reader may know of, or where somebody has been asked to join. */
export async function listInvitedSchools(
  read: Reader,
  { organisationId, ...seen }: Scope & Seen,
): Promise<Set<string>> {
  const inRounds = await read
    .selectDistinct({ schoolId: responses.schoolId })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(isNull(rounds.closedAt), isReader(read, { organisationId }), isRoundSeen(read, seen)),
    );
  const asked = await read
    .selectDistinct({ schoolId: coverage.schoolId })
    .from(coverage)
    .innerJoin(invitations, eq(invitations.schoolId, coverage.schoolId))
    .where(
      and(
        eq(coverage.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    );
  return new Set([...inRounds, ...asked].map(({ schoolId }) => schoolId));
}

/** Rounds an organisation runs, and those shared with it. */
const isReader = (read: Reader, { organisationId }: Scope) =>
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

/** How schools stand in every round the organisation may read, the newest round first. */
export async function listRoundsOfSchools(
  read: Reader,
  scope: Scope & { schoolIds: readonly string[] },
) {
  if (scope.schoolIds.length === 0) return [];
  const rows = await read
    .select({
      responseId: responses.id,
      schoolId: responses.schoolId,
      state: responses.state,
      period: responses.period,
      roundTitle: rounds.title,
      opensOn: rounds.opensOn,
      closedAt: rounds.closedAt,
      questionnaireKey: questionnaires.key,
      copyNumber: submissions.number,
      signedAt: submissions.signedAt,
      reference: submissions.reference,
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(
      submissions,
      and(
        eq(submissions.responseId, responses.id),
        eq(submissions.state, "standing"),
        isNull(submissions.supersededById),
        isNull(submissions.withdrawnAt),
      ),
    )
    .where(and(inArray(responses.schoolId, [...scope.schoolIds]), isReader(read, scope)));
  return rows.sort((one, other) => other.opensOn.localeCompare(one.opensOn));
}

/** Headteachers and coordinators of a school on a day, by name. */
export async function listInCharge(
  read: Reader,
  { schoolId, today }: { schoolId: string; today: string },
) {
  const rows = await read
    .select({
      name: users.name,
      email: users.email,
      role: grants.role,
      signingTitle: grants.signingTitle,
      questionnaireKey: grants.questionnaireKey,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(grants.schoolId, schoolId),
        inArray(grants.role, ["head", "coordinator"]),
        isNull(users.disabledAt),
        lte(grants.from, today),
        or(isNull(grants.to), gte(grants.to, today)),
      ),
    );
  return rows.sort(byName);
}

/** Schools linked with one, before it and after it. */
export async function listLinked(read: Reader, { schoolId }: { schoolId: string }) {
  const columns = {
    id: schools.id,
    urn: schools.urn,
    name: schools.name,
    linkedOn: schoolLinks.linkedOn,
    takenOverAt: schoolLinks.takenOverAt,
  };
  const before = await read
    .select(columns)
    .from(schoolLinks)
    .innerJoin(schools, eq(schools.id, schoolLinks.predecessorId))
    .where(eq(schoolLinks.successorId, schoolId));
  const after = await read
    .select(columns)
    .from(schoolLinks)
    .innerJoin(schools, eq(schools.id, schoolLinks.successorId))
    .where(eq(schoolLinks.predecessorId, schoolId));
  return { before: before.sort(byName), after: after.sort(byName) };
}
