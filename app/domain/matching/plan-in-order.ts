import type { Board, Host, Plan } from "./board";
import { findPlan } from "./find-plan";
import { servableHosts } from "./servable-hosts";

/**
 * A plan for as many schools as it can serve, in the order asked for: a school is passed over only where it cannot
 * be served beside those before it. Where the search was too long to be complete, the school it got stuck at is.
 */
export function planInOrder(board: Board, hosts: readonly Host[]): Plan {
  let wanted = [...hosts];
  for (;;) {
    const served = servableHosts(wanted);
    const found = findPlan(board, served);
    if (found.ok) return found.value;
    const { stuckAt, isCertain } = found.problem;
    const culprit =
      stuckAt === null || isCertain ? firstThatCannot(board, served, stuckAt) : stuckAt;
    wanted = wanted.filter((host) => host !== culprit);
  }
}

/** The first school that has no plan beside those before it. Where the search got stuck is looked at first. */
function firstThatCannot(board: Board, served: readonly Host[], stuckAt: Host | null) {
  const canServe = (count: number) => findPlan(board, served.slice(0, count)).ok;
  const guess = stuckAt === null ? -1 : served.indexOf(stuckAt);
  const isRight = guess >= 0 && canServe(guess) && !canServe(guess + 1);
  return served[isRight ? guess : firstBeyond(served.length, canServe) - 1];
}

/** By halving: fewer schools are never harder to serve. `count` cannot be served, none can. */
function firstBeyond(count: number, canServe: (count: number) => boolean): number {
  let can = 0;
  let cannot = count;
  while (cannot - can > 1) {
    const half = Math.floor((can + cannot) / 2);
    if (canServe(half)) can = half;
    else cannot = half;
  }
  return cannot;
}
