import {
  matchingContext,
  type MatchingContext,
  type MatchingFacts,
  type ReviewerForMatching,
  type SchoolForMatching,
} from "~/domain/matching/facts";
import type { Phase } from "~/domain/questionnaire/definition";

/** A reviewer without any conflict, from a school that is in no list. */
export function aReviewer(overrides: Partial<ReviewerForMatching> = {}): ReviewerForMatching {
  const userId = overrides.userId ?? "ruth";
  return {
    userId,
    name: userId,
    homeSchoolId: `home-of-${userId}`,
    homeSchoolName: `Home of ${userId}`,
    homeAuthority: "Kent",
    trust: { standing: "no-trust" },
    federationName: null,
    phases: ["P"],
    questionnaireKeys: ["inclusion-toolkit"],
    districts: [],
    accreditedUntil: "2028-07-31",
    visitsOffered: 2,
    visitsTaken: 0,
    governorAt: [],
    declaredInterests: [],
    ...overrides,
  };
}

export function aSchool(overrides: Partial<SchoolForMatching> = {}): SchoolForMatching {
  return {
    schoolId: "marsh-lane",
    name: "Marsh Lane",
    trust: { standing: "no-trust" },
    federationName: null,
    phases: ["P"],
    district: "Ashford",
    lastVisitedOn: null,
    askedForIt: true,
    ...overrides,
  };
}

export function aContext(overrides: Partial<MatchingFacts> = {}): MatchingContext {
  return matchingContext({
    questionnaireKey: "inclusion-toolkit",
    today: "2026-11-22",
    window: { from: "2027-01-04", to: "2027-03-26" },
    past: [],
    settled: [],
    neighbours: new Map(),
    ...overrides,
  });
}

const DISTRICTS = [
  "Ashford",
  "Canterbury",
  "Dartford",
  "Dover",
  "Folkestone & Hythe",
  "Gravesham",
  "Maidstone",
  "Sevenoaks",
  "Swale",
  "Thanet",
  "Tonbridge & Malling",
  "Tunbridge Wells",
];

export type County = {
  schools: SchoolForMatching[];
  reviewers: ReviewerForMatching[];
  context: MatchingContext;
};

/**
 * A county with trusts, federations, governors, interests, earlier visits and reviewers who work in schools that are
 * visited too; the same for the same numbers.
 */
export function aCounty(size: { schools: number; reviewers: number; offered: number }): County {
  const schools = Array.from({ length: size.schools }, (_, at) => schoolOf(at));
  const reviewers = Array.from({ length: size.reviewers }, (_, at) => reviewerOf(at, size));
  const neighbours = DISTRICTS.map((district, at): [string, string[]] => [
    district,
    [pick(DISTRICTS, at + 1), pick(DISTRICTS, at + DISTRICTS.length - 1)],
  ]);
  const past = schools.flatMap(({ schoolId, lastVisitedOn }, at) =>
    lastVisitedOn === null
      ? []
      : [
          {
            schoolId,
            userIds: [idOf(at % size.reviewers), idOf((at * 7 + 1) % size.reviewers)],
            roundId: "last",
            on: lastVisitedOn,
          },
        ],
  );
  return { schools, reviewers, context: aContext({ past, neighbours: new Map(neighbours) }) };
}

const idOf = (at: number): string => `reviewer-${String(at).padStart(3, "0")}`;
const pick = <T>(from: readonly [T, ...T[]] | readonly T[], at: number): T => {
  const found = from[at % from.length];
  if (found === undefined) throw new Error("Nothing to pick from");
  return found;
};

function phasesOf(at: number): Phase[] {
  if (at % 17 === 0) return ["SP"];
  if (at % 29 === 0) return ["AP"];
  return at % 5 === 0 ? ["S", "16"] : ["EY", "P"];
}

function trustOf(at: number): SchoolForMatching["trust"] {
  if (at % 3 === 0) return { standing: "in-trust", name: `Trust ${(at * 11) % 40}` };
  return at % 13 === 0 ? { standing: "not-recorded" } : { standing: "no-trust" };
}

function schoolOf(at: number): SchoolForMatching {
  return aSchool({
    schoolId: `school-${at}`,
    name: `School ${at}`,
    trust: trustOf(at),
    federationName: at % 31 === 0 ? `Federation ${at % 5}` : null,
    phases: phasesOf(at),
    district: pick(DISTRICTS, at * 5),
    lastVisitedOn: at % 4 === 0 ? `202${at % 6}-03-1${at % 9}` : null,
    askedForIt: true,
  });
}

function reviewerOf(at: number, size: { schools: number; offered: number }): ReviewerForMatching {
  // Some share a home school, and every home school may be visited.
  const home = (Math.floor(at / 1.2) * 7) % size.schools;
  return aReviewer({
    userId: idOf(at),
    homeSchoolId: `school-${home}`,
    homeSchoolName: `School ${home}`,
    trust: trustOf(home),
    federationName: home % 31 === 0 ? `Federation ${home % 5}` : null,
    phases: at % 9 === 0 ? ["P", "S", "SP"] : phasesOf(home),
    districts: [pick(DISTRICTS, home * 5), pick(DISTRICTS, home * 5 + 1)],
    visitsOffered: size.offered,
    governorAt: at % 6 === 0 ? [`school-${(at * 3) % size.schools}`] : [],
    declaredInterests:
      at % 5 === 0 ? [{ schoolId: `school-${(at * 7) % size.schools}`, on: "2026-09-03" }] : [],
    isLeadCapable: at % 3 === 0 ? true : at % 3 === 1 ? false : undefined,
  });
}
