import type { Day } from "~/domain/calendar/day";
import type { Phase } from "~/domain/questionnaire/definition";
import {
  isTrustKnown,
  nearnessOf,
  questionsOf,
  type Nearness,
  type Pairing,
  type Question,
} from "./availability";
import type { ReviewerForMatching, SchoolForMatching } from "./facts";
import type { PairOf } from "./pair-rules";
import { trustOfBoth } from "./preference";

/** Whom something is true of: both, or one by name. */
export type OfPair = "both" | { name: string };

/** What speaks for a pair, in the order it is shown (look/15-matching). */
export type PairReason =
  /** `phases`: those of the school that are known, by both, by one, or all of several between them. */
  | { code: "knowledge"; known: "both" | "one" | "between" | "not-asked"; phases: Phase[] }
  | { code: "nothing-shared"; of: OfPair }
  | { code: "no-swap"; school: string }
  | { code: "never-visited"; of: OfPair; school: string }
  | { code: "districts"; first: Nearness; second: Nearness }
  | { code: "accredited"; until: Day }
  | { code: "may-lead"; of: OfPair };

/** What to think about before the pair is chosen. */
export type PairQuestion =
  Question | { code: "trust-of-both"; trust: string } | { code: "nobody-may-lead" };

export type NamedPair = {
  /** Who may lead stands first. */
  reviewers: readonly [ReviewerForMatching, ReviewerForMatching];
  reasons: PairReason[];
  questions: PairQuestion[];
};

export function describePair(pair: PairOf): NamedPair {
  const [first, second] = inOrder(pair.first, pair.second);
  const ordered = { ...pair, first, second };
  return {
    reviewers: [first, second],
    reasons: reasonsOf(ordered),
    questions: questionsOfPair(ordered),
  };
}

/** Those who may lead first, those who are known not to last, then by name. */
function inOrder(one: ReviewerForMatching, other: ReviewerForMatching) {
  const rank = ({ isLeadCapable }: ReviewerForMatching) =>
    isLeadCapable === undefined ? 1 : isLeadCapable ? 0 : 2;
  const before = rank(one) - rank(other) || compareNames(one, other);
  return before <= 0 ? ([one, other] as const) : ([other, one] as const);
}

/** By name, then id: the same order on every machine. */
export function compareNames(one: ReviewerForMatching, other: ReviewerForMatching): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.userId < other.userId ? -1 : one.userId === other.userId ? 0 : 1;
}

function reasonsOf(pair: PairOf): PairReason[] {
  const { first, second, school, context } = pair;
  const pairings = [first, second].map((reviewer) => ({ reviewer, school, context }));
  const been = context.visitedBefore.get(school.schoolId);
  const until = first.accreditedUntil < second.accreditedUntil ? first : second;
  return [
    knowledgeOf(first, second, school),
    ...of(pairings, isTrustKnown).map((who) => ({ code: "nothing-shared" as const, of: who })),
    { code: "no-swap", school: school.name },
    ...of(pairings, ({ reviewer }) => been?.has(reviewer.userId) !== true).map((who) => ({
      code: "never-visited" as const,
      of: who,
      school: school.name,
    })),
    ...districtsOf(pair),
    { code: "accredited", until: until.accreditedUntil },
    ...of(pairings, ({ reviewer }) => reviewer.isLeadCapable === true).map((who) => ({
      code: "may-lead" as const,
      of: who,
    })),
  ];
}

/** Nobody: an empty list. */
function of(pairings: readonly Pairing[], holds: (one: Pairing) => boolean): OfPair[] {
  const who = pairings.filter(holds);
  if (who.length === pairings.length) return ["both"];
  return who.map(({ reviewer }) => ({ name: reviewer.name }));
}

function knowledgeOf(
  first: ReviewerForMatching,
  second: ReviewerForMatching,
  { phases }: SchoolForMatching,
): PairReason {
  const code = "knowledge";
  if (phases.length === 0) return { code, known: "not-asked", phases: [] };
  const both = phases.filter((one) => first.phases.includes(one) && second.phases.includes(one));
  if (both.length === phases.length) return { code, known: "both", phases: both };
  const any = phases.filter((one) => first.phases.includes(one) || second.phases.includes(one));
  if (phases.length > 1 && any.length === phases.length) {
    return { code, known: "between", phases: any };
  }
  return both.length > 0
    ? { code, known: "both", phases: both }
    : { code, known: "one", phases: any };
}

function districtsOf({ first, second, school, context }: PairOf): PairReason[] {
  const near = [first, second].map((reviewer) => nearnessOf({ reviewer, school, context }));
  const [one = "anywhere", other = "anywhere"] = near;
  const says = near.some((nearness) => nearness === "same" || nearness === "next");
  return says ? [{ code: "districts", first: one, second: other }] : [];
}

function questionsOfPair({ first, second, school, context }: PairOf): PairQuestion[] {
  const trust = trustOfBoth({ first, second });
  const nobodyLeads = first.isLeadCapable === false && second.isLeadCapable === false;
  return [
    ...questionsOf({ reviewer: first, school, context }),
    ...questionsOf({ reviewer: second, school, context }),
    ...(trust === null ? [] : [{ code: "trust-of-both" as const, trust }]),
    ...(nobodyLeads ? [{ code: "nobody-may-lead" as const }] : []),
  ];
}
