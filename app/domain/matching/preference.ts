import { knowsPhase, nearnessOf, questionsOf, type Nearness, type Pairing } from "./availability";
import { isSameName } from "./facts";
import type { PairOf } from "./pair-rules";

/**
 * What counts against a choice that no rule forbids; whole numbers, the smaller the better. Only their order
 * matters: a question weighs more than anything but a load out of balance, distance more than having been before.
 */
const WEIGHT = {
  question: 60,
  sameTrust: 30,
  otherPhase: 20,
  nobodyMayLead: 15,
  visitTaken: 10,
  visitedBefore: 8,
};

const DISTANCE: Record<Nearness, number> = { same: 0, anywhere: 3, next: 5, far: 12 };

/** What counts against one reviewer at one school, whoever comes too. */
export function costOf(pairing: Pairing): number {
  const { reviewer, school, context } = pairing;
  const before = context.visitedBefore.get(school.schoolId)?.has(reviewer.userId) === true;
  return (
    WEIGHT.question * questionsOf(pairing).length +
    (knowsPhase(reviewer, school) ? 0 : WEIGHT.otherPhase) +
    DISTANCE[nearnessOf(pairing)] +
    (before ? WEIGHT.visitedBefore : 0)
  );
}

/** What counts against two going together, beside each one's own cost. */
export function togetherCost({ first, second }: Pick<PairOf, "first" | "second">): number {
  const nobodyLeads = first.isLeadCapable === false && second.isLeadCapable === false;
  return (
    (trustOfBoth({ first, second }) === null ? 0 : WEIGHT.sameTrust) +
    (nobodyLeads ? WEIGHT.nobodyMayLead : 0)
  );
}

/** What counts against a pair chosen on its own, so that who has done more is asked later. */
export function pairCost({ first, second, school, context }: PairOf): number {
  return (
    costOf({ reviewer: first, school, context }) +
    costOf({ reviewer: second, school, context }) +
    togetherCost({ first, second }) +
    WEIGHT.visitTaken * (first.visitsTaken + second.visitsTaken)
  );
}

/** The trust two reviewers share; null where they share none that is known. */
export function trustOfBoth({ first, second }: Pick<PairOf, "first" | "second">): string | null {
  if (first.trust.standing !== "in-trust" || second.trust.standing !== "in-trust") return null;
  return isSameName(first.trust.name, second.trust.name) ? first.trust.name : null;
}
