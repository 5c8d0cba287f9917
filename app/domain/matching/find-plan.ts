import { ok, refused, type Result } from "~/domain/result";
import type { Board, Host, Plan } from "./board";
import { cheapestPlan, type Costed, type Seat } from "./cheapest-plan";
import { clashesOf } from "./clashes";
import { untangle } from "./untangle";

type Node = Costed & { barred: readonly Seat[] };

/** `stuckAt`: the last school of a clash the exchanges left. `isCertain`: the search was complete, there is no plan. */
export type NoPlan = { stuckAt: Host | null; isCertain: boolean };

/**
 * A plan for all these schools with loads as even as can be and nothing that clashes. First the cheapest flow, then
 * exchanges. Where exchanges are not enough one of two clashing visits is barred in turn, the cheapest way first,
 * until a plan stands or the search has grown too long. Small searches are complete: then there is no such plan.
 */
export function findPlan(board: Board, hosts: readonly Host[]): Result<Plan, NoPlan> {
  const waiting: Node[] = [];
  let flows = longestSearch(board, hosts);
  let stuckAt: Host | null = null;
  const add = (barred: readonly Seat[]) => {
    flows -= 1;
    const found = cheapestPlan({ board, hosts, barred });
    if (found !== null) waiting.push({ ...found, barred });
  };
  add([]);
  for (;;) {
    const node = takeCheapest(waiting);
    if (node === null) return refused({ stuckAt, isCertain: true });
    const plan = untangle(node.plan, board);
    const left = clashesOf(plan, board);
    if (left.length === 0) return ok(plan);
    stuckAt ??= lastOf(left.flat());
    const [clash] = clashesOf(node.plan, board);
    if (clash === undefined || flows < clash.length) return refused({ stuckAt, isCertain: false });
    for (const seat of clash) add([...node.barred, seat]);
  }
}

function lastOf(seats: readonly Seat[]): Host | null {
  const hosts = seats.map(({ host }) => host).sort((one, other) => other.index - one.index);
  return hosts[0] ?? null;
}

function takeCheapest(waiting: Node[]): Node | null {
  const costs = waiting.map(({ cost }) => cost);
  const [cheapest] = waiting.splice(costs.indexOf(Math.min(...costs)), 1);
  return cheapest ?? null;
}

/** How many flows may be worked out: hundreds for a handful of schools, one for a whole county. */
function longestSearch(board: Board, hosts: readonly Host[]): number {
  const size = Math.max(1, hosts.length * board.visitors.length);
  return Math.min(400, Math.max(1, Math.floor(50_000 / size)));
}
