import { availability } from "./availability";
import { compareNames, describePair, type NamedPair } from "./describe-pair";
import type { MatchingContext, ReviewerForMatching, SchoolForMatching } from "./facts";
import { pairConflictsOf, type PairOf } from "./pair-rules";
import { pairCost } from "./preference";

export type ForPartner = {
  /** Who stays in the visit; counted already among the visits they take. */
  staying: ReviewerForMatching;
  school: SchoolForMatching;
  reviewers: readonly ReviewerForMatching[];
  context: MatchingContext;
};

export type Partner = { reviewer: ReviewerForMatching; pair: NamedPair };

/** Who could go with somebody who stays, best first: as `namedPairs`, for one place (issue 4, 3). */
export function partnersFor({ staying, school, reviewers, context }: ForPartner): Partner[] {
  return [...reviewers]
    .sort(compareNames)
    .filter((reviewer) => reviewer.userId !== staying.userId)
    .filter((reviewer) => availability({ reviewer, school, context }).available)
    .map((reviewer): PairOf => ({ first: staying, second: reviewer, school, context }))
    .filter((pair) => pairConflictsOf(pair).length === 0)
    .map((pair) => ({ pair, cost: pairCost(pair) }))
    .sort((one, other) => one.cost - other.cost)
    .map(({ pair }) => ({ reviewer: pair.second, pair: describePair(pair) }));
}
