import { conflictsOf, type Conflict } from "./availability";
import { describePair, type NamedPair } from "./describe-pair";
import {
  matchingContext,
  type MatchingContext,
  type ReviewerForMatching,
  type SchoolForMatching,
} from "./facts";
import { pairConflictsOf, type PairConflict } from "./pair-rules";

/** A visit somebody chose: the lead reviewer first. */
export type ChosenLine = { schoolId: string; userIds: readonly [string, string] };

/** Why a chosen visit cannot be proposed. */
export type LineProblem =
  | { code: "no-response" }
  | { code: "has-a-visit" }
  | { code: "not-in-register" }
  | { code: "twice-the-same" }
  /** They had a place in this visit and gave it up, or it was given to others. */
  | { code: "asked-before"; name: string }
  | { code: "conflict"; name: string; conflict: Conflict }
  | { code: "pair"; conflict: PairConflict };

export type HeldLine = {
  line: ChosenLine;
  school: SchoolForMatching;
  /** In the order chosen. */
  reviewers: readonly [ReviewerForMatching, ReviewerForMatching];
  pair: NamedPair;
};

export type CheckedLines = {
  held: HeldLine[];
  back: { line: ChosenLine; school: SchoolForMatching | null; problems: LineProblem[] }[];
  /** The facts as they are once those held stand: for what is proposed beside them. */
  reviewers: ReviewerForMatching[];
  context: MatchingContext;
};

type Facts = {
  schools: readonly SchoolForMatching[];
  reviewers: readonly ReviewerForMatching[];
  context: MatchingContext;
};

/**
 * Checks visits that people chose against every hard rule, one after another: each that holds counts for those after
 * it, so that no cap, swap or second visit slips through between two of them.
 */
export function checkLines(lines: readonly ChosenLine[], facts: Facts): CheckedLines {
  const schools = new Map(facts.schools.map((one) => [one.schoolId, one]));
  const reviewers = new Map(facts.reviewers.map((one) => [one.userId, one]));
  const checked: CheckedLines = { held: [], back: [], reviewers: [], context: facts.context };
  for (const line of lines) {
    const school = schools.get(line.schoolId) ?? null;
    const [first, second] = line.userIds.map((id) => reviewers.get(id));
    const problems = problemsOf({ line, school, first, second, context: checked.context });
    if (problems.length > 0 || school === null || first === undefined || second === undefined) {
      checked.back.push({ line, school, problems });
      continue;
    }
    const both = { first, second, school, context: checked.context };
    checked.held.push({ line, school, reviewers: [first, second], pair: describePair(both) });
    for (const one of [first, second]) {
      reviewers.set(one.userId, { ...one, visitsTaken: one.visitsTaken + 1 });
    }
    checked.context = withVisit(checked.context, school, [first, second]);
  }
  return { ...checked, reviewers: [...reviewers.values()] };
}

type Line = {
  line: ChosenLine;
  school: SchoolForMatching | null;
  first: ReviewerForMatching | undefined;
  second: ReviewerForMatching | undefined;
  context: MatchingContext;
};

function problemsOf({ line, school, first, second, context }: Line): LineProblem[] {
  if (school === null) return [{ code: "no-response" }];
  if (context.settledSchools.has(line.schoolId)) return [{ code: "has-a-visit" }];
  if (first === undefined || second === undefined) return [{ code: "not-in-register" }];
  if (first.userId === second.userId) return [{ code: "twice-the-same" }];
  return pairProblems({ first, second, school, context });
}

type Pair = {
  first: ReviewerForMatching;
  second: ReviewerForMatching;
  school: SchoolForMatching;
  context: MatchingContext;
};

/** What keeps two from a school; empty: they may go. */
export function pairProblems(pair: Pair): LineProblem[] {
  const { first, second, school, context } = pair;
  const own = [first, second].flatMap((reviewer) =>
    conflictsOf({ reviewer, school, context }).map((conflict) => ({
      code: "conflict" as const,
      name: reviewer.name,
      conflict,
    })),
  );
  const both = pairConflictsOf(pair).map((conflict) => ({ code: "pair" as const, conflict }));
  return [...own, ...both];
}

function withVisit(
  context: MatchingContext,
  { schoolId }: SchoolForMatching,
  reviewers: readonly ReviewerForMatching[],
): MatchingContext {
  const settled = { schoolId, reviewers };
  return matchingContext({ ...context, settled: [...context.settled, settled] });
}
