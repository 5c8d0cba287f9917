import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { organisations, responses, rounds, roundSchools, schools, submissions } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

type OfSchool = { roundId: string; schoolId: string };

const columns = {
  schoolId: roundSchools.schoolId,
  participation: roundSchools.participation,
  invitedAt: roundSchools.invitedAt,
  joinedAt: roundSchools.joinedAt,
  withdrawnAt: roundSchools.withdrawnAt,
  withdrawnReason: roundSchools.withdrawnReason,
  firstDeadline: roundSchools.firstDeadline,
  finalDeadline: roundSchools.finalDeadline,
  extendedAt: roundSchools.extendedAt,
  extendedReason: roundSchools.extendedReason,
  version: roundSchools.version,
};

export type RoundSchoolRow = Awaited<ReturnType<typeof listRoundSchools>>[number];

/**
 * The schools a round is meant for, by name, with the state of each one's return (of the latest period) and whether a
 * signed copy stands; of one school where it is given. Nothing of an answer is read. The caller asks the policy about the round first.
 */
export async function listRoundSchools(
  read: Reader,
  scope: { roundId: string; schoolId?: string },
) {
  const rows = await read
    .select({
      ...columns,
      urn: schools.urn,
      name: schools.name,
      district: schools.district,
      laName: schools.laName,
      phaseName: schools.phaseName,
      telephone: schools.telephone,
      responseId: responses.id,
      state: responses.state,
      updatedAt: responses.updatedAt,
      copyId: submissions.id,
      signedAt: submissions.signedAt,
    })
    .from(roundSchools)
    .innerJoin(schools, eq(schools.id, roundSchools.schoolId))
    .leftJoin(responses, ofSameSchool)
    .leftJoin(submissions, standingCopy)
    .where(
      and(
        eq(roundSchools.roundId, scope.roundId),
        scope.schoolId === undefined ? undefined : eq(roundSchools.schoolId, scope.schoolId),
      ),
    )
    .orderBy(asc(responses.period));
  // A later period comes later, and its row takes the place of the earlier.
  return [...new Map(rows.map((row) => [row.schoolId, row])).values()].sort(byName);
}

const ofSameSchool = and(
  eq(responses.roundId, roundSchools.roundId),
  eq(responses.schoolId, roundSchools.schoolId),
);

const standingCopy = and(
  eq(submissions.responseId, responses.id),
  eq(submissions.state, "standing"),
  isNull(submissions.supersededById),
  isNull(submissions.withdrawnAt),
);

/** How one school stands to a round; undefined where the round is not meant for it. */
export async function findRoundSchool(read: Reader, { roundId, schoolId }: OfSchool) {
  const rows = await read
    .select(columns)
    .from(roundSchools)
    .where(and(eq(roundSchools.roundId, roundId), eq(roundSchools.schoolId, schoolId)));
  return rows[0];
}

/** Schools that open rounds count on and that have not been told: of one round, or one school in every round. */
export async function listExpectedSchools(
  read: Reader,
  scope: { roundId: string } | { schoolId: string },
) {
  const of =
    "roundId" in scope
      ? eq(roundSchools.roundId, scope.roundId)
      : eq(roundSchools.schoolId, scope.schoolId);
  return read
    .select({
      roundId: roundSchools.roundId,
      schoolId: roundSchools.schoolId,
      version: roundSchools.version,
      urn: schools.urn,
      schoolName: schools.name,
    })
    .from(roundSchools)
    .innerJoin(rounds, eq(rounds.id, roundSchools.roundId))
    .innerJoin(schools, eq(schools.id, roundSchools.schoolId))
    .where(
      and(
        of,
        eq(roundSchools.participation, "expected"),
        isNull(roundSchools.withdrawnAt),
        isNull(rounds.closedAt),
      ),
    )
    .orderBy(asc(roundSchools.roundId), asc(roundSchools.schoolId));
}

/** Rolling rounds that a school was offered and has not joined, while they are open. */
export async function listRoundsToJoin(read: Reader, scope: { schoolId: string }) {
  return read
    .select({
      roundId: rounds.id,
      title: rounds.title,
      message: rounds.message,
      opensOn: rounds.opensOn,
      validityMonths: rounds.validityMonths,
      versionId: rounds.versionId,
      organisationId: rounds.organisationId,
      organisationName: organisations.name,
      version: roundSchools.version,
    })
    .from(roundSchools)
    .innerJoin(rounds, eq(rounds.id, roundSchools.roundId))
    .innerJoin(organisations, eq(organisations.id, rounds.organisationId))
    .where(
      and(
        eq(roundSchools.schoolId, scope.schoolId),
        eq(roundSchools.participation, "invited"),
        isNull(roundSchools.withdrawnAt),
        eq(rounds.rolling, true),
        isNull(rounds.closedAt),
      ),
    )
    .orderBy(asc(rounds.title), asc(rounds.id));
}

export type RoundToJoin = Awaited<ReturnType<typeof listRoundsToJoin>>[number];

/** How many schools stand in each way to each round of an organisation, those withdrawn left out. */
export async function countRoundSchools(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      roundId: roundSchools.roundId,
      participation: roundSchools.participation,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(roundSchools)
    .innerJoin(rounds, eq(rounds.id, roundSchools.roundId))
    .where(and(eq(rounds.organisationId, scope.organisationId), isNull(roundSchools.withdrawnAt)))
    .groupBy(roundSchools.roundId, roundSchools.participation);
}

/** Means a round for schools; at most some hundreds at once. A school already there stays as it is. */
export async function insertRoundSchools(
  tx: Writer,
  rows: (typeof roundSchools.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(roundSchools).values(rows).onConflictDoNothing();
}

/**
 * Changes how a school stands to a round, from the version it was read at; false when somebody else was first. The
 * version counts up.
 */
export async function updateRoundSchool(
  tx: Writer,
  { roundId, schoolId, version, set }: OfSchool & { version: number; set: RoundSchoolChange },
): Promise<boolean> {
  const changed = await tx
    .update(roundSchools)
    .set({ ...set, version: version + 1 })
    .where(
      and(
        eq(roundSchools.roundId, roundId),
        eq(roundSchools.schoolId, schoolId),
        eq(roundSchools.version, version),
      ),
    )
    .returning({ schoolId: roundSchools.schoolId });
  return changed.length === 1;
}

export type RoundSchoolChange = Partial<
  Omit<typeof roundSchools.$inferInsert, "roundId" | "schoolId" | "version" | "createdAt">
>;
