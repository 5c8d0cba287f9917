import { knowsPhase, lastingConflictsOf } from "./availability";
import {
  placesLeft,
  type MatchingContext,
  type ReviewerForMatching,
  type SchoolForMatching,
} from "./facts";
import { pairConflictsOf } from "./pair-rules";
import { costOf } from "./preference";

/** A reviewer as the proposal counts with them. */
export type Visitor = {
  /** Place in `Board.visitors`. */
  index: number;
  reviewer: ReviewerForMatching;
  taken: number;
  places: number;
  /** The reviewer's own school where it may be visited too. */
  home: Host | null;
};

/** Somebody who may visit a school: no conflict, whatever else is proposed. */
export type Candidate = { visitor: Visitor; cost: number; knowsPhase: boolean };

/** A school as the proposal counts with it. */
export type Host = {
  /** Place in the order asked for: the smaller goes first. */
  index: number;
  school: SchoolForMatching;
  candidates: Map<Visitor, Candidate>;
};

/** Who might visit whom, in an order that does not depend on the order reviewers came in. */
export type Board = { hosts: Host[]; visitors: Visitor[]; context: MatchingContext };

/** Who visits which school. */
export type Plan = Map<Host, Visitor[]>;

type Facts = {
  schools: readonly SchoolForMatching[];
  reviewers: readonly ReviewerForMatching[];
  context: MatchingContext;
};

export function makeBoard({ schools, reviewers, context }: Facts): Board {
  const hosts = schools.map((school, index): Host => ({
    index,
    school,
    candidates: new Map<Visitor, Candidate>(),
  }));
  const byId = new Map(hosts.map((host) => [host.school.schoolId, host]));
  const visitors = [...reviewers]
    .sort((one, other) => (one.userId < other.userId ? -1 : 1))
    .map((reviewer, index): Visitor => {
      const home = byId.get(reviewer.homeSchoolId ?? "") ?? null;
      return {
        index,
        reviewer,
        taken: reviewer.visitsTaken,
        places: placesLeft(reviewer),
        home,
      };
    });
  for (const host of hosts) {
    for (const visitor of visitors) addCandidate(host, visitor, context);
  }
  return { hosts, visitors, context };
}

function addCandidate(host: Host, visitor: Visitor, context: MatchingContext): void {
  const pairing = { reviewer: visitor.reviewer, school: host.school, context };
  if (lastingConflictsOf(pairing).length > 0) return;
  host.candidates.set(visitor, {
    visitor,
    cost: costOf(pairing),
    knowsPhase: knowsPhase(visitor.reviewer, host.school),
  });
}

/** Whether two candidates may go to a school together. */
export function mayPair(host: Host, pair: readonly [Visitor, Visitor], board: Board): boolean {
  const [one, other] = pair;
  const { school } = host;
  const { context } = board;
  const both = { first: one.reviewer, second: other.reviewer, school, context };
  return one !== other && pairConflictsOf(both).length === 0;
}

/** Whether a visit of somebody to a school would be a swap with one that stands in a plan. */
export function makesSwap(host: Host, visitor: Visitor, plan: Plan): boolean {
  if (visitor.home === null) return false;
  return (plan.get(visitor.home) ?? []).some((other) => other.home === host);
}

/** How often each visitor stands in a plan. */
export function loadsOf(plan: Plan): Map<Visitor, number> {
  const loads = new Map<Visitor, number>();
  for (const visitors of plan.values()) {
    for (const visitor of visitors) loads.set(visitor, (loads.get(visitor) ?? 0) + 1);
  }
  return loads;
}
