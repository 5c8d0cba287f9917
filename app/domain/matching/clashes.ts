import { mayPair, type Board, type Host, type Plan, type Visitor } from "./board";
import type { Seat } from "./cheapest-plan";

/** Two visits that may each stand, but not both: two who may not go together, or a swap between two schools. */
export type Clash = readonly [Seat, Seat];

/** All clashes of a plan, in the order of its schools. */
export function clashesOf(plan: Plan, board: Board): Clash[] {
  const hosts = [...plan.keys()].sort((one, other) => one.index - other.index);
  return hosts.flatMap((host) => [...pairClashes(host, plan, board), ...swapClashes(host, plan)]);
}

function pairClashes(host: Host, plan: Plan, board: Board): Clash[] {
  const [one, other] = plan.get(host) ?? [];
  if (one === undefined || other === undefined || mayPair(host, [one, other], board)) return [];
  return [
    [
      { host, visitor: one },
      { host, visitor: other },
    ],
  ];
}

/** Each swap once, at the school that goes first. */
function swapClashes(host: Host, plan: Plan): Clash[] {
  return (plan.get(host) ?? []).flatMap((visitor) => {
    const { home } = visitor;
    if (home === null || home.index < host.index) return [];
    return backFrom(home, host, plan).map((other): Clash => [
      { host, visitor },
      { host: home, visitor: other },
    ]);
  });
}

/** Those of a school who visit `home` in the plan. */
function backFrom(home: Host, school: Host, plan: Plan): Visitor[] {
  return (plan.get(home) ?? []).filter((visitor) => visitor.home === school);
}
