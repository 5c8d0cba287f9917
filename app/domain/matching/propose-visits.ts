import {
  loadsOf,
  makeBoard,
  makesSwap,
  mayPair,
  type Board,
  type Candidate,
  type Host,
  type Plan,
  type Visitor,
} from "./board";
import { describePair, type NamedPair } from "./describe-pair";
import type { MatchingContext, ReviewerForMatching, SchoolForMatching } from "./facts";
import { planInOrder } from "./plan-in-order";
import { REVIEWERS_PER_VISIT } from "./servable-hosts";

export type ProposedVisit = { school: SchoolForMatching; pair: NamedPair };

/** Why a school has no visit in a proposal; each can be checked against the rest of it. */
export type LeftReason =
  | { code: "has-a-visit" }
  /** Fewer than two could ever go, whatever else is proposed. */
  | { code: "too-few-available"; available: number }
  | { code: "nobody-knows-phase" }
  /** Two or more could go, but no two of them together. */
  | { code: "no-two-together" }
  | { code: "all-placed" }
  /** Visits are left to give, but not by two who could go here together. */
  | { code: "free-ones-cannot" };

export type Left = { school: SchoolForMatching; reason: LeftReason };

/** `taken` before the proposal; `taken` and `proposed` together are never more than `offered` by it. */
export type ProposedLoad = {
  reviewer: ReviewerForMatching;
  offered: number;
  taken: number;
  proposed: number;
};

export type Proposal = { visits: ProposedVisit[]; left: Left[]; loads: ProposedLoad[] };

export type ToPropose = {
  /** In the order they come, `chooseSchools` first of all. */
  schools: readonly SchoolForMatching[];
  reviewers: readonly ReviewerForMatching[];
  context: MatchingContext;
};

/**
 * Who could visit whom, for many schools at once (issue 4, 2; ADR 15): two reviewers each, no conflict, no swap, no
 * one beyond the visits they offer, loads of the year as even as can be, then the fewest questions and shortest
 * ways. The same facts give the same proposal. It is a proposal: people edit and confirm it.
 */
export function proposeVisits({ schools, reviewers, context }: ToPropose): Proposal {
  const board = makeBoard({ schools, reviewers, context });
  const open = board.hosts.filter((host) => neverReason(host, board) === null);
  const plan = topUp(planInOrder(board, open), open, board);
  const visits = board.hosts.flatMap((host) => visitOf(host, plan, board));
  const left = board.hosts.flatMap((host) =>
    plan.has(host) ? [] : [{ school: host.school, reason: whyLeft(host, plan, board) }],
  );
  return { visits, left, loads: loadsIn(plan, board) };
}

function visitOf(host: Host, plan: Plan, { context }: Board): ProposedVisit[] {
  const [one, other] = plan.get(host) ?? [];
  if (one === undefined || other === undefined) return [];
  const { school } = host;
  const both = { first: one.reviewer, second: other.reviewer };
  return [{ school, pair: describePair({ ...both, school, context }) }];
}

/** Serves whoever can be served without moving anyone: a long search may have ended early. */
function topUp(plan: Plan, hosts: readonly Host[], board: Board): Plan {
  const full: Plan = new Map(plan);
  for (const host of hosts) {
    const free = full.has(host) ? [] : freeFor(host, full);
    const pair = firstPair(free, (two) => mayPair(host, two, board));
    if (pair !== null) full.set(host, pair);
  }
  return full;
}

function whyLeft(host: Host, plan: Plan, board: Board): LeftReason {
  const never = neverReason(host, board);
  if (never !== null) return never;
  const loads = loadsOf(plan);
  const free = board.visitors.reduce((total, one) => total + one.places - (loads.get(one) ?? 0), 0);
  return { code: free < REVIEWERS_PER_VISIT ? "all-placed" : "free-ones-cannot" };
}

/** What keeps a school from a visit whatever else is proposed; null where nothing does. */
function neverReason(host: Host, board: Board): LeftReason | null {
  if (board.context.settledSchools.has(host.school.schoolId)) return { code: "has-a-visit" };
  const candidates = [...host.candidates.values()];
  const available = candidates.length;
  if (available < REVIEWERS_PER_VISIT) return { code: "too-few-available", available };
  if (!candidates.some((one) => one.knowsPhase)) return { code: "nobody-knows-phase" };
  const visitors = candidates.map(({ visitor }) => visitor);
  const pair = firstPair(visitors, (two) => mayPair(host, two, board));
  return pair === null ? { code: "no-two-together" } : null;
}

/** Those with visits left who could go now, the least loaded and then the cheapest first. */
function freeFor(host: Host, plan: Plan): Visitor[] {
  const loads = loadsOf(plan);
  const total = ({ visitor }: Candidate) => visitor.taken + (loads.get(visitor) ?? 0);
  return [...host.candidates.values()]
    .filter(({ visitor }) => (loads.get(visitor) ?? 0) < visitor.places)
    .filter(({ visitor }) => !makesSwap(host, visitor, plan))
    .sort((one, other) => total(one) - total(other) || one.cost - other.cost)
    .map(({ visitor }) => visitor);
}

function firstPair<T>(all: readonly T[], may: (pair: [T, T]) => boolean): [T, T] | null {
  for (const [at, one] of all.entries()) {
    const other = all.slice(at + 1).find((found) => may([one, found]));
    if (other !== undefined) return [one, other];
  }
  return null;
}

function loadsIn(plan: Plan, board: Board): ProposedLoad[] {
  const loads = loadsOf(plan);
  return board.visitors.map((visitor) => ({
    reviewer: visitor.reviewer,
    offered: visitor.reviewer.visitsOffered,
    taken: visitor.taken,
    proposed: loads.get(visitor) ?? 0,
  }));
}
