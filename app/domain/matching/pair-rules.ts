import type { Day } from "~/domain/calendar/day";
import { knowsPhase } from "./availability";
import {
  isSameHomeSchool,
  type MatchingContext,
  type ReviewerForMatching,
  type SchoolForMatching,
} from "./facts";

/** Two reviewers who are each available for a school. */
export type PairOf = {
  first: ReviewerForMatching;
  second: ReviewerForMatching;
  school: SchoolForMatching;
  context: MatchingContext;
};

/** Why two people who are each available do not go together (issue 4, 2). */
export type PairConflict =
  | { code: "same-home-school"; homeSchool: string }
  | { code: "same-pair-last-time"; on: Day }
  | { code: "nobody-knows-phase" };

export function pairConflictsOf({ first, second, school, context }: PairOf): PairConflict[] {
  const found: PairConflict[] = [];
  if (isSameHomeSchool(first, second)) {
    found.push({ code: "same-home-school", homeSchool: first.homeSchoolName });
  }
  const last = context.lastVisit.get(school.schoolId);
  const ids = [first.userId, second.userId];
  if (last?.userIds.length === 2 && ids.every((id) => last.userIds.includes(id))) {
    found.push({ code: "same-pair-last-time", on: last.on });
  }
  if (!knowsPhase(first, school) && !knowsPhase(second, school)) {
    found.push({ code: "nobody-knows-phase" });
  }
  return found;
}
