import { and, asc, eq, exists, isNull, notInArray } from "drizzle-orm";
import {
  organisations,
  questionnaireVersions,
  questionnaires,
  responses,
  reviewers,
  rounds,
  visitRequests,
} from "../schema";
import type { Reader, Writer } from "../types";

/** Open rounds a school takes part in whose organisations have reviewers to offer, by opening day. */
export async function listRoundsWithVisits(read: Reader, scope: { schoolId: string }) {
  const offers = read
    .select({ id: reviewers.id })
    .from(reviewers)
    .where(eq(reviewers.organisationId, rounds.organisationId));
  return read
    .selectDistinct({
      id: rounds.id,
      title: rounds.title,
      opensOn: rounds.opensOn,
      organisationId: organisations.id,
      organisation: organisations.name,
      questionnaireKey: questionnaires.key,
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(organisations, eq(organisations.id, rounds.organisationId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(
      and(
        eq(responses.schoolId, scope.schoolId),
        notInArray(responses.state, ["withdrawn", "lapsed"]),
        isNull(rounds.closedAt),
        exists(offers),
      ),
    )
    .orderBy(asc(rounds.opensOn), asc(rounds.id));
}

/** What a school has asked its organisations for, with the round where it named one. */
export async function listWishesOfSchool(read: Reader, scope: { schoolId: string }) {
  return read
    .select({
      organisationId: visitRequests.organisationId,
      organisation: organisations.name,
      roundId: visitRequests.roundId,
      roundTitle: rounds.title,
      askedAt: visitRequests.askedAt,
      terms: visitRequests.terms,
      words: visitRequests.words,
    })
    .from(visitRequests)
    .innerJoin(organisations, eq(organisations.id, visitRequests.organisationId))
    .leftJoin(rounds, eq(rounds.id, visitRequests.roundId))
    .where(eq(visitRequests.schoolId, scope.schoolId))
    .orderBy(asc(organisations.name));
}

/** Takes a wish back; false where there was none. */
export async function deleteVisitRequest(
  tx: Writer,
  { organisationId, schoolId }: { organisationId: string; schoolId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(visitRequests)
    .where(
      and(eq(visitRequests.organisationId, organisationId), eq(visitRequests.schoolId, schoolId)),
    )
    .returning({ schoolId: visitRequests.schoolId });
  return rows.length > 0;
}
