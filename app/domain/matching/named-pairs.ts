import { availability, conflictsOf, type Conflict } from "./availability";
import { compareNames, describePair, type NamedPair } from "./describe-pair";
import type { MatchingContext, ReviewerForMatching, SchoolForMatching } from "./facts";
import { pairConflictsOf, type PairOf } from "./pair-rules";
import { pairCost } from "./preference";

export type ForSchool = {
  school: SchoolForMatching;
  reviewers: readonly ReviewerForMatching[];
  context: MatchingContext;
};

/** What a name that already stands in a pair shown weighs in the next: enough to show others, not to ask more. */
const SHOWN_BEFORE = 25;

/**
 * Up to so many pairs for a school, best first, each with what speaks for it and what to ask (issue 4, 2). Somebody
 * may stand in two of them, but others are shown where they are about as good.
 */
export function namedPairs({ school, reviewers, context }: ForSchool, count = 3): NamedPair[] {
  const free = reviewers
    .filter((reviewer) => availability({ reviewer, school, context }).available)
    .sort(compareNames);
  const left = pairsOf(free)
    .map(([first, second]) => ({ first, second, school, context }))
    .filter((pair) => pairConflictsOf(pair).length === 0)
    .map((pair) => ({ pair, cost: pairCost(pair) }));
  const shown: PairOf[] = [];
  while (shown.length < count && left.length > 0) {
    const costs = left.map(({ pair, cost }) => cost + SHOWN_BEFORE * timesShown(pair, shown));
    const best = costs.indexOf(Math.min(...costs));
    shown.push(...left.splice(best, 1).map(({ pair }) => pair));
  }
  return shown.map(describePair);
}

/** Everyone who cannot visit a school, by name, with every reason. */
export function notAvailable({
  school,
  reviewers,
  context,
}: ForSchool): { reviewer: ReviewerForMatching; conflicts: Conflict[] }[] {
  return [...reviewers]
    .sort(compareNames)
    .map((reviewer) => ({ reviewer, conflicts: conflictsOf({ reviewer, school, context }) }))
    .filter(({ conflicts }) => conflicts.length > 0);
}

/** All pairs, each once. */
export function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((first, at) => all.slice(at + 1).map((second): [T, T] => [first, second]));
}

function timesShown({ first, second }: PairOf, shown: readonly PairOf[]): number {
  const names = shown.flatMap((pair) => [pair.first.userId, pair.second.userId]);
  return names.filter((id) => id === first.userId || id === second.userId).length;
}
