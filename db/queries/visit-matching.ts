import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, notInArray, or } from "drizzle-orm";
import {
  grants,
  questionnaires,
  questionnaireVersions,
  recordSignatures,
  responses,
  rounds,
  schools,
  users,
  visitFollowUps,
  visitRequests,
  visitReviewers,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

type OfRound = { roundId: string };

export type VisitRound = Awaited<ReturnType<typeof listVisitRounds>>[number];

/** The rounds an organisation runs, with what a visit takes from its round, by opening day. */
export async function listVisitRounds(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      id: rounds.id,
      organisationId: rounds.organisationId,
      title: rounds.title,
      versionId: rounds.versionId,
      opensOn: rounds.opensOn,
      visitOwnership: rounds.visitOwnership,
      viewsFirst: rounds.viewsFirst,
      closedAt: rounds.closedAt,
      questionnaireKey: questionnaires.key,
      questionnaireTitle: questionnaires.title,
    })
    .from(rounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(eq(rounds.organisationId, scope.organisationId))
    .orderBy(asc(rounds.opensOn), asc(rounds.id));
}

export type HostRow = Awaited<ReturnType<typeof listHosts>>[number];

/** Schools with a response in a round that a visit can look at, by name; in a rolling round the latest period. */
export async function listHosts(read: Reader, scope: OfRound) {
  const rows = await read
    .select({
      responseId: responses.id,
      period: responses.period,
      pinnedPhases: responses.phases,
      confirmedAt: responses.confirmedAt,
      state: responses.state,
      schoolId: schools.id,
      urn: schools.urn,
      name: schools.name,
      typeName: schools.typeName,
      typeGroup: schools.typeGroup,
      phaseName: schools.phaseName,
      lowAge: schools.lowAge,
      highAge: schools.highAge,
      town: schools.town,
      laName: schools.laName,
      district: schools.district,
      trustName: schools.trustName,
      federationName: schools.federationName,
    })
    .from(responses)
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .where(
      and(
        eq(responses.roundId, scope.roundId),
        notInArray(responses.state, ["withdrawn", "lapsed"]),
      ),
    )
    .orderBy(asc(responses.period));
  return [...new Map(rows.map((row) => [row.schoolId, row])).values()].sort(byName);
}

/** Schools that asked an organisation for a visit, and when. */
export async function listVisitRequests(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      schoolId: visitRequests.schoolId,
      askedAt: visitRequests.askedAt,
      roundId: visitRequests.roundId,
      terms: visitRequests.terms,
      words: visitRequests.words,
    })
    .from(visitRequests)
    .where(eq(visitRequests.organisationId, scope.organisationId));
}

/**
 * Puts a school's wish down; a later wish takes the place of an earlier one. Words and terms that are not given stay
 * as the school wrote them.
 */
export async function keepVisitRequest(
  tx: Writer,
  row: typeof visitRequests.$inferInsert,
): Promise<void> {
  const { organisationId, schoolId, ...wish } = row;
  await tx
    .insert(visitRequests)
    .values({ organisationId, schoolId, ...wish })
    .onConflictDoUpdate({
      target: [visitRequests.organisationId, visitRequests.schoolId],
      set: wish,
    });
}

/** Which schools these people are governors of on any day from `from` to `to`. */
export async function listGovernors(
  read: Reader,
  scope: { userIds: readonly string[]; from: string; to: string },
) {
  if (scope.userIds.length === 0) return [];
  return read
    .select({ userId: grants.userId, schoolId: grants.schoolId })
    .from(grants)
    .where(
      and(
        inArray(grants.userId, [...scope.userIds]),
        eq(grants.role, "governor"),
        lte(grants.from, scope.to),
        or(isNull(grants.to), gte(grants.to, scope.from)),
      ),
    );
}

/** Signatures under the records of a round's visits. */
export async function listRoundSignatures(read: Reader, scope: OfRound) {
  return read
    .select({ visitId: recordSignatures.visitId, kind: recordSignatures.kind })
    .from(recordSignatures)
    .innerJoin(visits, eq(visits.id, recordSignatures.visitId))
    .where(eq(visits.roundId, scope.roundId));
}

/** Visits of a round whose school has said what came of it. */
export async function listFollowedUp(read: Reader, scope: OfRound): Promise<string[]> {
  const rows = await read
    .select({ visitId: visitFollowUps.visitId })
    .from(visitFollowUps)
    .innerJoin(visits, eq(visits.id, visitFollowUps.visitId))
    .where(and(eq(visits.roundId, scope.roundId), isNotNull(visitFollowUps.givenAt)));
  return rows.map(({ visitId }) => visitId);
}

/** Who makes a round's visits or is asked to, with names. */
export async function listRoundPairs(read: Reader, scope: OfRound) {
  return read
    .select({
      visitId: visitReviewers.visitId,
      userId: visitReviewers.userId,
      name: users.name,
      part: visitReviewers.part,
      standing: visitReviewers.standing,
      askedAt: visitReviewers.askedAt,
      answeredAt: visitReviewers.answeredAt,
    })
    .from(visitReviewers)
    .innerJoin(visits, eq(visits.id, visitReviewers.visitId))
    .innerJoin(users, eq(users.id, visitReviewers.userId))
    .where(
      and(
        eq(visits.roundId, scope.roundId),
        inArray(visitReviewers.standing, ["asked", "accepted"]),
      ),
    )
    .orderBy(asc(visitReviewers.part), asc(visitReviewers.askedAt));
}

export async function insertVisitReviewers(
  tx: Writer,
  rows: readonly (typeof visitReviewers.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(visitReviewers).values([...rows]);
}

/** Hands places of a visit on; answers how many still stood. */
export async function handPlacesOn(
  tx: Writer,
  { visitId, rowIds, at }: { visitId: string; rowIds: readonly string[]; at: Date },
): Promise<number> {
  if (rowIds.length === 0) return 0;
  const rows = await tx
    .update(visitReviewers)
    .set({ standing: "replaced", answeredAt: at })
    .where(
      and(
        eq(visitReviewers.visitId, visitId),
        inArray(visitReviewers.id, [...rowIds]),
        inArray(visitReviewers.standing, ["asked", "accepted"]),
      ),
    )
    .returning({ id: visitReviewers.id });
  return rows.length;
}

/** Gives who stays in a visit the other part. */
export async function changePart(
  tx: Writer,
  { rowId, part }: { rowId: string; part: "lead" | "second" },
): Promise<void> {
  await tx.update(visitReviewers).set({ part }).where(eq(visitReviewers.id, rowId));
}
