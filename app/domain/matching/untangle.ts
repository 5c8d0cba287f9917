import { loadsOf, mayPair, type Board, type Host, type Plan, type Visitor } from "./board";
import type { Seat } from "./cheapest-plan";
import { clashesOf } from "./clashes";
import { togetherCost } from "./preference";

/** A clash weighs more than all that is merely not preferred. */
const CLASH = 1_000_000;

/** The schools a repair touches, with who would visit them then. */
type Change = ReadonlyMap<Host, readonly Visitor[]>;

/**
 * Repairs a plan by exchanging reviewers between schools, or by handing a visit to somebody with one fewer, so that
 * loads stay as even as they were. Takes the best exchange for a school with a clash, or with two who had better
 * not go together, as long as there is one that helps. What is left then is in `clashesOf`.
 */
export function untangle(start: Plan, board: Board): Plan {
  const plan: Plan = new Map(start);
  for (;;) {
    const better = firstBetter(plan, board);
    if (better === null) return plan;
    for (const [host, visitors] of better) plan.set(host, [...visitors]);
  }
}

function firstBetter(plan: Plan, board: Board): Change | null {
  for (const seat of troubled(plan, board)) {
    let best: Change | null = null;
    let least = 0;
    for (const change of changesFor(seat, plan, board)) {
      const gain = gainOf(change, plan, board);
      if (gain < least) [best, least] = [change, gain];
    }
    if (best !== null) return best;
  }
  return null;
}

/** Visits that clash, then those of pairs that had better not go together. */
function troubled(plan: Plan, board: Board): Seat[] {
  const unwished = [...plan].filter(([, visitors]) => togetherOf(visitors) > 0);
  return [
    ...clashesOf(plan, board).flat(),
    ...unwished.flatMap(([host, visitors]) => visitors.map((visitor) => ({ host, visitor }))),
  ];
}

/** Every exchange of one visit and every handing over of it, loads as even as before. */
function changesFor(seat: Seat, plan: Plan, board: Board): Change[] {
  return [...exchanges(seat, plan), ...handovers(seat, plan, board)];
}

function exchanges({ host, visitor }: Seat, plan: Plan): Change[] {
  return [...plan].flatMap(([other, visitors]) => {
    if (other === host || visitors.includes(visitor)) return [];
    return visitors.flatMap((found) => {
      const here = replaced(plan, { host, visitor }, found);
      const there = replaced(plan, { host: other, visitor: found }, visitor);
      if (here === null || there === null) return [];
      return [new Map<Host, Visitor[]>().set(host, here).set(other, there)];
    });
  });
}

function handovers({ host, visitor }: Seat, plan: Plan, board: Board): Change[] {
  const loads = loadsOf(plan);
  const total = (one: Visitor) => one.taken + (loads.get(one) ?? 0);
  return board.visitors.flatMap((found) => {
    const hasRoom = (loads.get(found) ?? 0) < found.places;
    if (!hasRoom || total(found) + 1 !== total(visitor)) return [];
    const here = replaced(plan, { host, visitor }, found);
    return here === null ? [] : [new Map<Host, Visitor[]>().set(host, here)];
  });
}

/** Who visits a school when somebody takes another's place; null where that somebody may not. */
function replaced(plan: Plan, { host, visitor }: Seat, by: Visitor): Visitor[] | null {
  const staying = (plan.get(host) ?? []).filter((one) => one !== visitor);
  if (staying.includes(by) || !host.candidates.has(by)) return null;
  return [...staying, by];
}

/** How much lighter a change makes the plan, as a number below 0. Only the schools it touches are looked at. */
function gainOf(change: Change, plan: Plan, board: Board): number {
  const now = (host: Host) => plan.get(host) ?? [];
  const then = (host: Host) => change.get(host) ?? now(host);
  const touched = [...change.keys()];
  const weigh = (who: (host: Host) => readonly Visitor[]) =>
    touched.reduce((total, host) => total + weightAt({ host, who, touched, board }), 0);
  return weigh(then) - weigh(now);
}

type Weighed = {
  host: Host;
  who: (host: Host) => readonly Visitor[];
  touched: readonly Host[];
  board: Board;
};

function weightAt({ host, who, touched, board }: Weighed): number {
  const [one, other] = who(host);
  if (one === undefined || other === undefined) return 0;
  const own = [one, other].map((visitor) => host.candidates.get(visitor)?.cost ?? 0);
  const pair = mayPair(host, [one, other], board) ? 0 : CLASH;
  const swaps = [one, other].map((visitor) => {
    const { home } = visitor;
    const back = home === null ? [] : who(home).filter((found) => found.home === host);
    // A swap between two schools that are both looked at is met from either side.
    return back.length * (home !== null && touched.includes(home) ? CLASH / 2 : CLASH);
  });
  return [...own, ...swaps].reduce(
    (total, weight) => total + weight,
    togetherOf([one, other]) + pair,
  );
}

function togetherOf([one, other]: readonly Visitor[]): number {
  if (one === undefined || other === undefined) return 0;
  return togetherCost({ first: one.reviewer, second: other.reviewer });
}
