import { minCostFlowForNumberNodes, type Edge } from "min-cost-flow";
import type { Board, Candidate, Host, Plan, Visitor } from "./board";
import { REVIEWERS_PER_VISIT } from "./servable-hosts";

/** A visit of somebody to a school. */
export type Seat = { host: Host; visitor: Visitor };

export type Costed = { plan: Plan; cost: number };

type Task = {
  board: Board;
  hosts: readonly Host[];
  /** Visits that must not be in the plan. */
  barred: readonly Seat[];
};

/**
 * Two reviewers for each school at the least cost, by min-cost flow. Loads come before everything else: the more
 * visits somebody has this year, the dearer the next, steeply, so that loads lie as close together as they can.
 * Null where not every school can have two. Who goes with whom is not seen here: `untangle` and `findPlan` see to it.
 */
export function cheapestPlan({ board, hosts, barred }: Task): Costed | null {
  const network = networkOf({ board, hosts, barred });
  const wanted = REVIEWERS_PER_VISIT * hosts.length;
  if (wanted === 0) return { plan: new Map(), cost: 0 };
  const edges = minCostFlowForNumberNodes(network.edges, wanted);
  const used = edges.filter(({ flow }) => flow > 0);
  const out = used.filter(({ from }) => from === SOURCE);
  if (out.reduce((total, { flow }) => total + flow, 0) < wanted) return null;
  const plan: Plan = new Map();
  for (const { from, to } of used) {
    const host = network.hostAt.get(from);
    const visitor = network.visitorAt.get(to);
    if (host !== undefined && visitor !== undefined) {
      plan.set(host, [...(plan.get(host) ?? []), visitor]);
    }
  }
  return { plan, cost: used.reduce((total, { flow, cost }) => total + flow * cost, 0) };
}

const SOURCE = 0;

type Network = {
  edges: Edge<number>[];
  hostAt: Map<number, Host>;
  visitorAt: Map<number, Visitor>;
};

/**
 * Source, schools, for each school a way in for one who does not know its phase, reviewers, their visits one by
 * one, sink; numbered in this order, in which the library looks at them (reviewers first took a quarter to a half longer). The
 * library takes the highest number for the sink and knows no two edges between the same nodes, which is why each
 * visit of a reviewer is a node.
 */
function networkOf({ board, hosts, barred }: Task): Network {
  const network: Network = { edges: [], hostAt: new Map(), visitorAt: new Map() };
  const counter = { next: SOURCE + 1 };
  const node = () => counter.next++;
  const knownNodes = hosts.map((host) => ({ host, known: node() }));
  const hostNodes = knownNodes.map((one) => ({ ...one, other: node() }));
  const visitorNodes = new Map(board.visitors.map((visitor) => [visitor, node()]));
  for (const [visitor, at] of visitorNodes) network.visitorAt.set(at, visitor);
  for (const { host, known, other } of hostNodes) {
    network.hostAt.set(known, host).set(other, host);
    network.edges.push({ from: SOURCE, to: known, capacity: REVIEWERS_PER_VISIT, cost: 0 });
    network.edges.push({ from: known, to: other, capacity: 1, cost: 0 });
    for (const candidate of open(host, barred)) {
      const to = visitorNodes.get(candidate.visitor) ?? 0;
      const from = candidate.knowsPhase ? known : other;
      network.edges.push({ from, to, capacity: 1, cost: candidate.cost });
    }
  }
  addVisits(network, { visitorNodes, node, hosts });
  return network;
}

function open(host: Host, barred: readonly Seat[]): Candidate[] {
  const not = new Set(barred.filter((seat) => seat.host === host).map(({ visitor }) => visitor));
  return [...host.candidates.values()].filter(
    ({ visitor }) => visitor.places > 0 && !not.has(visitor),
  );
}

type Visits = {
  visitorNodes: Map<Visitor, number>;
  node: () => number;
  hosts: readonly Host[];
};

/** The visits each reviewer may still take. The nth of the year costs as the squares of loads grow: 1, 3, 5 ... */
function addVisits(network: Network, { visitorNodes, node, hosts }: Visits): void {
  // Of everyone who may visit, barred or not, so that plans with different visits barred can be compared.
  const costs = hosts.flatMap((host) => [...host.candidates.values()].map(({ cost }) => cost));
  const dearest = costs.reduce((most, cost) => Math.max(most, cost), 0);
  const step = dearest * REVIEWERS_PER_VISIT * hosts.length + 1;
  const visits = [...visitorNodes].flatMap(([visitor, from]) =>
    Array.from({ length: Math.min(visitor.places, hosts.length) }, (_, nth) => ({
      from,
      at: node(),
      cost: step * (2 * (visitor.taken + nth) + 1),
    })),
  );
  const sink = node();
  for (const { from, at, cost } of visits) {
    network.edges.push({ from, to: at, capacity: 1, cost });
    network.edges.push({ from: at, to: sink, capacity: 1, cost: 0 });
  }
}
