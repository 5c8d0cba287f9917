import type { Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { academicYear } from "~/domain/calendar/working-days";
import type { ReviewerStanding, VisitState } from "~/domain/visit/states";

/** A visit somebody is or was asked to make. */
export type AskedFor = {
  standing: ReviewerStanding;
  state: VisitState;
  visitOn: Day | null;
  createdAt: Date;
};

/** Whether it counts against the visits offered in a year: asked or agreed, and not cancelled. */
export function countsInYear(visit: AskedFor, year: string): boolean {
  if (visit.standing !== "asked" && visit.standing !== "accepted") return false;
  if (visit.state === "cancelled") return false;
  // A visit without a day belongs to the year in which it was proposed.
  return academicYear(visit.visitOn ?? londonDate(visit.createdAt)) === year;
}

/** From these on a visit has taken place. */
const MADE: readonly VisitState[] = [
  "visited",
  "drafted",
  "with-school",
  "agreed",
  "closed",
  "closed-with-both-views",
];

export const hasTakenPlace = (state: VisitState): boolean => MADE.includes(state);

/** States in which the reviewers of a visit can still change. */
export const BEFORE_VISIT: readonly VisitState[] = ["proposed", "accepted", "dated", "planned"];
