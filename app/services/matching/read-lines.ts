import type { ChosenLine } from "~/domain/matching/check-lines";
import type { ChosenPair } from "~/domain/matching/choices";
import type { MatchingData } from "./load-facts.server";

/** Chosen pairs as matching knows them. What is in no register and no round stays an id that leads nowhere. */
export function linesOf(
  pairs: readonly ChosenPair[],
  { schools, reviewers }: Pick<MatchingData, "schools" | "reviewers">,
): ChosenLine[] {
  const schoolIds = new Map(schools.map(({ urn, schoolId }) => [urn, schoolId]));
  const userIds = new Map(reviewers.map(({ reviewerId, userId }) => [reviewerId, userId]));
  return pairs.map(({ urn, lead, second }) => ({
    schoolId: schoolIds.get(urn) ?? urn,
    userIds: [userIds.get(lead) ?? lead, userIds.get(second) ?? second],
  }));
}
