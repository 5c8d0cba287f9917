import type { Day } from "~/domain/calendar/day";
import type { Phase } from "~/domain/questionnaire/definition";
import {
  isSameName,
  placesLeft,
  type MatchingContext,
  type ReviewerForMatching,
  type SchoolForMatching,
} from "./facts";

/** Why a reviewer cannot visit a school (issue 4, 2). Each alone is enough. */
export type Conflict =
  | { code: "own-school" }
  | { code: "same-trust"; trust: string }
  | { code: "same-federation"; federation: string }
  | { code: "governor" }
  | { code: "interest"; on: Day }
  | { code: "swap"; homeSchool: string; school: string }
  | { code: "no-visits-left"; offered: number; taken: number }
  | { code: "accreditation-over"; until: Day }
  | { code: "accreditation-ends-before"; until: Day }
  | { code: "other-questionnaire" };

/** What somebody has to ask before this reviewer is chosen. Not a conflict, and not the absence of one. */
export type Question =
  | { code: "reviewer-trust-unknown"; reviewer: string }
  | { code: "school-trust-unknown"; reviewer: string; school: string }
  | { code: "accreditation-ends-within"; reviewer: string; until: Day };

/** How near the districts a reviewer would rather visit are to the school's. */
export type Nearness = "same" | "next" | "far" | "anywhere";

/** What speaks for a reviewer. */
export type Tick =
  | { code: "questionnaire" }
  | { code: "phase"; phases: Phase[] }
  | { code: "nothing-shared" }
  | { code: "no-swap" }
  | { code: "never-visited"; school: string }
  | { code: "district"; nearness: "same" | "next" }
  | { code: "visits-left"; left: number; offered: number }
  | { code: "accredited-until"; until: Day };

export type Availability =
  | {
      available: true;
      ticks: Tick[];
      questions: Question[];
      /** False: only beside somebody who knows a phase of the school. */
      knowsPhase: boolean;
      nearness: Nearness;
    }
  | { available: false; conflicts: Conflict[] };

export type Pairing = {
  reviewer: ReviewerForMatching;
  school: SchoolForMatching;
  context: MatchingContext;
};

/**
 * Whether a reviewer may visit a school in this round, with every reason for or against. A phase the reviewer does
 * not know is no conflict by itself: a pair needs one who knows it (look/15-matching).
 */
export function availability(pairing: Pairing): Availability {
  const conflicts = conflictsOf(pairing);
  if (conflicts.length > 0) return { available: false, conflicts };
  const { reviewer, school } = pairing;
  return {
    available: true,
    ticks: ticksOf(pairing),
    questions: questionsOf(pairing),
    knowsPhase: knowsPhase(reviewer, school),
    nearness: nearnessOf(pairing),
  };
}

/** All conflicts, those with the school before those with the time. */
export function conflictsOf(pairing: Pairing): Conflict[] {
  const { reviewer } = pairing;
  const full: Conflict[] =
    placesLeft(reviewer) > 0
      ? []
      : [
          {
            code: "no-visits-left",
            offered: reviewer.visitsOffered,
            taken: reviewer.visitsTaken,
          },
        ];
  return [...lastingConflictsOf(pairing), ...full];
}

/** The conflicts that stay whatever a proposal does: all but a cap reached. */
export function lastingConflictsOf({ reviewer, school, context }: Pairing): Conflict[] {
  const found: Conflict[] = [];
  if (reviewer.homeSchoolId === school.schoolId) found.push({ code: "own-school" });
  const trust = sharedTrust(reviewer, school);
  if (trust !== null) found.push({ code: "same-trust", trust });
  const federation = sharedFederation(reviewer, school);
  if (federation !== null) found.push({ code: "same-federation", federation });
  if (reviewer.governorAt.includes(school.schoolId)) found.push({ code: "governor" });
  const interest = reviewer.declaredInterests.find((one) => one.schoolId === school.schoolId);
  if (interest !== undefined) found.push({ code: "interest", on: interest.on });
  if (isSwap(reviewer, school, context)) {
    found.push({ code: "swap", homeSchool: reviewer.homeSchoolName, school: school.name });
  }
  found.push(...accreditationConflict(reviewer.accreditedUntil, context));
  if (!reviewer.questionnaireKeys.includes(context.questionnaireKey)) {
    found.push({ code: "other-questionnaire" });
  }
  return found;
}

/** Whether a reviewer may visit any school in this round: accredited for it, then and for its questionnaire. */
export function mayVisitThisRound(
  reviewer: ReviewerForMatching,
  context: MatchingContext,
): boolean {
  return (
    accreditationConflict(reviewer.accreditedUntil, context).length === 0 &&
    reviewer.questionnaireKeys.includes(context.questionnaireKey)
  );
}

export function questionsOf({ reviewer, school, context }: Pairing): Question[] {
  const found: Question[] = [];
  const own = reviewer.trust.standing;
  const theirs = school.trust.standing;
  if (own === "not-recorded" && theirs !== "no-trust") {
    found.push({ code: "reviewer-trust-unknown", reviewer: reviewer.name });
  }
  if (theirs === "not-recorded" && own !== "no-trust") {
    found.push({ code: "school-trust-unknown", reviewer: reviewer.name, school: school.name });
  }
  const until = reviewer.accreditedUntil;
  if (until >= context.window.from && until < context.window.to) {
    found.push({ code: "accreditation-ends-within", reviewer: reviewer.name, until });
  }
  return found;
}

/** Whether a reviewer knows a phase of the school; anyone does where its phases are not known. */
export function knowsPhase(reviewer: ReviewerForMatching, school: SchoolForMatching): boolean {
  return school.phases.length === 0 || school.phases.some((one) => reviewer.phases.includes(one));
}

export function nearnessOf({ reviewer, school, context }: Pairing): Nearness {
  const { district } = school;
  if (reviewer.districts.length === 0 || district === null) return "anywhere";
  if (reviewer.districts.includes(district)) return "same";
  const beside = context.neighbours.get(district) ?? [];
  return reviewer.districts.some((one) => beside.includes(one)) ? "next" : "far";
}

function ticksOf(pairing: Pairing): Tick[] {
  const { reviewer, school, context } = pairing;
  const ticks: Tick[] = [{ code: "questionnaire" }];
  const phases = school.phases.filter((one) => reviewer.phases.includes(one));
  if (phases.length > 0) ticks.push({ code: "phase", phases });
  if (isTrustKnown(pairing)) ticks.push({ code: "nothing-shared" });
  ticks.push({ code: "no-swap" });
  if (context.visitedBefore.get(school.schoolId)?.has(reviewer.userId) !== true) {
    ticks.push({ code: "never-visited", school: school.name });
  }
  const nearness = nearnessOf(pairing);
  if (nearness === "same" || nearness === "next") ticks.push({ code: "district", nearness });
  const left = placesLeft(reviewer);
  ticks.push({ code: "visits-left", left, offered: reviewer.visitsOffered });
  ticks.push({ code: "accredited-until", until: reviewer.accreditedUntil });
  return ticks;
}

/** Whether it is known that no trust is shared, once no conflict was found. */
export function isTrustKnown(pairing: Pairing): boolean {
  return questionsOf(pairing).every(({ code }) => code === "accreditation-ends-within");
}

function sharedTrust(
  { trust: own }: ReviewerForMatching,
  { trust: theirs }: SchoolForMatching,
): string | null {
  if (own.standing !== "in-trust" || theirs.standing !== "in-trust") return null;
  return isSameName(own.name, theirs.name) ? theirs.name : null;
}

function sharedFederation(
  { federationName: own }: ReviewerForMatching,
  { federationName: theirs }: SchoolForMatching,
): string | null {
  if (own === null || theirs === null) return null;
  return isSameName(own, theirs) ? theirs : null;
}

/** Somebody of this school visits the reviewer's own school in the same round. */
function isSwap(
  { homeSchoolId }: ReviewerForMatching,
  { schoolId }: SchoolForMatching,
  { visitedFrom }: MatchingContext,
): boolean {
  return homeSchoolId !== null && visitedFrom.get(homeSchoolId)?.has(schoolId) === true;
}

function accreditationConflict(until: Day, { today, window }: MatchingContext): Conflict[] {
  if (until < today) return [{ code: "accreditation-over", until }];
  if (until < window.from) return [{ code: "accreditation-ends-before", until }];
  return [];
}
