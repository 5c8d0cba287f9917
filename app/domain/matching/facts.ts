import type { Day } from "~/domain/calendar/day";
import type { Phase } from "~/domain/questionnaire/definition";

/** What is known of a trust. "Not recorded" is a question to somebody, not the absence of a conflict (issue 4). */
export type TrustOf =
  { standing: "in-trust"; name: string } | { standing: "no-trust" } | { standing: "not-recorded" };

/** A reviewer of the register, as matching sees one. */
export type ReviewerForMatching = {
  userId: string;
  name: string;
  /** Null: of a school this service does not hold, in another authority; then the name and authority say which. */
  homeSchoolId: string | null;
  homeSchoolName: string;
  homeAuthority: string;
  trust: TrustOf;
  federationName: string | null;
  /** Phases they know; empty is none. */
  phases: readonly Phase[];
  questionnaireKeys: readonly string[];
  /** Districts they would rather visit; empty: anywhere. */
  districts: readonly string[];
  /** The last day the accreditation holds. */
  accreditedUntil: Day;
  /** Visits offered this academic year, a hard cap, and those taken or asked for already. */
  visitsOffered: number;
  visitsTaken: number;
  /** Ids of schools whose governor they are, now or in the window. */
  governorAt: readonly string[];
  declaredInterests: readonly { schoolId: string; on: Day }[];
  /** Whether they may lead a visit; left out where it is not known. */
  isLeadCapable?: boolean;
};

/** A school that may have a visit. */
export type SchoolForMatching = {
  schoolId: string;
  name: string;
  trust: TrustOf;
  federationName: string | null;
  /** Empty: not known, so anyone's phases will do. */
  phases: readonly Phase[];
  district: string | null;
  lastVisitedOn: Day | null;
  askedForIt: boolean;
};

/** Two people who visited a school in an earlier round. */
export type PastVisit = {
  schoolId: string;
  userIds: readonly string[];
  roundId: string;
  on: Day;
};

/** A visit of this round that stands already: proposed, accepted or later, not cancelled. */
export type SettledVisit = {
  schoolId: string;
  reviewers: readonly { userId: string; homeSchoolId: string | null }[];
};

/** What matching needs to know beside schools and reviewers. */
export type MatchingFacts = {
  questionnaireKey: string;
  today: Day;
  /** The first and last day a visit may be. */
  window: { from: Day; to: Day };
  past: readonly PastVisit[];
  settled: readonly SettledVisit[];
  /** The districts beside each, as data: boundaries change. */
  neighbours: ReadonlyMap<string, readonly string[]>;
};

/** The same facts, found quickly by school. Made once by `matchingContext`. */
export type MatchingContext = MatchingFacts & {
  lastVisit: ReadonlyMap<string, PastVisit>;
  /** Reviewers of earlier visits, by school. */
  visitedBefore: ReadonlyMap<string, ReadonlySet<string>>;
  /** For each school of this round's settled visits, the home schools of those who visit it. */
  visitedFrom: ReadonlyMap<string, ReadonlySet<string>>;
  settledSchools: ReadonlySet<string>;
};

export function matchingContext(facts: MatchingFacts): MatchingContext {
  const lastVisit = new Map<string, PastVisit>();
  const visitedBefore = new Map<string, Set<string>>();
  for (const visit of facts.past) {
    const last = lastVisit.get(visit.schoolId);
    if (last === undefined || last.on < visit.on) lastVisit.set(visit.schoolId, visit);
    addAll(visitedBefore, visit.schoolId, visit.userIds);
  }
  const visitedFrom = new Map<string, Set<string>>();
  for (const { schoolId, reviewers } of facts.settled) {
    const homes = reviewers.flatMap(({ homeSchoolId }) => homeSchoolId ?? []);
    addAll(visitedFrom, schoolId, homes);
  }
  const settledSchools = new Set(facts.settled.map(({ schoolId }) => schoolId));
  return { ...facts, lastVisit, visitedBefore, visitedFrom, settledSchools };
}

function addAll(sets: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = sets.get(key) ?? new Set();
  for (const value of values) set.add(value);
  sets.set(key, set);
}

/** Visits a reviewer can still be asked for this year; never less than 0. */
export function placesLeft(reviewer: ReviewerForMatching): number {
  return Math.max(0, reviewer.visitsOffered - reviewer.visitsTaken);
}

/**
 * How many visits reviewers can make between them: two go each time, and nobody twice to one school. Count only
 * those who may visit in this round at all (`mayVisitThisRound`).
 */
export function visitsOnOffer(reviewers: readonly ReviewerForMatching[]): number {
  const places = reviewers.map(placesLeft);
  const all = places.reduce((total, one) => total + one, 0);
  return Math.min(Math.floor(all / 2), all - Math.max(0, ...places));
}

/** Whether two names mean the same trust or federation, however they were typed. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Two reviewers of one school; those of schools elsewhere are told apart by name and authority. */
export function isSameHomeSchool(one: ReviewerForMatching, other: ReviewerForMatching): boolean {
  if (one.homeSchoolId !== null || other.homeSchoolId !== null) {
    return one.homeSchoolId === other.homeSchoolId;
  }
  return (
    isSameName(one.homeSchoolName, other.homeSchoolName) &&
    isSameName(one.homeAuthority, other.homeAuthority)
  );
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
