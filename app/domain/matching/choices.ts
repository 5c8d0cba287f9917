import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { academicYear } from "~/domain/calendar/working-days";
import { ok, refused, type Result } from "~/domain/result";

/** A pair somebody chose for a school; the lead reviewer first. By URN and register ids, as they stand in addresses. */
export type ChosenPair = { urn: string; lead: string; second: string };

/** What the address of a bulk proposal holds: which schools, when, and the pairs changed by hand. */
export type MatchingChoices = {
  roundId: string | null;
  /** As typed; empty: the usual. */
  from: string;
  to: string;
  askedForIt: boolean;
  longestWithout: boolean;
  sampleByDistrict: boolean;
  /** At most so many in the sample; null: as many as fit. */
  sampleMost: number | null;
  /** Draws the same sample again. */
  seed: string;
  /** URNs of schools picked by hand. */
  picked: readonly string[];
  pairs: readonly ChosenPair[];
};

export type Window = { from: Day; to: Day };
export type WindowProblem = { field: "from" | "to"; message: string };

const FORM = "Enter a date, like 4 1 2027";

/** From today to the last school day of the academic year; to 31 July where its terms are not known. */
export function usualWindow(calendar: Calendar, today: Day): Window {
  const year = academicYear(today);
  const lastDays = calendar.terms.filter((term) => term.year === year).map(({ to }) => to);
  const end = lastDays.sort().at(-1) ?? `${Number(year.slice(0, 4)) + 1}-07-31`;
  return { from: today, to: end < today ? today : end };
}

/** The days visits may be on; the usual ones, with what is wrong, where those typed cannot be read. */
export function windowOf(
  typed: { from: string; to: string },
  { calendar, today }: { calendar: Calendar; today: Day },
): { window: Window; problems: WindowProblem[] } {
  const usual = usualWindow(calendar, today);
  const read = readWindow(typed, { usual, today });
  return read.ok ? { window: read.value, problems: [] } : { window: usual, problems: read.problem };
}

/** The days a place in a visit is for: the day that stands, else any of `window`. */
export const windowOfVisit = ({ visitOn }: { visitOn: Day | null }, window: Window): Window =>
  visitOn === null ? window : { from: visitOn, to: visitOn };

/** The days visits may be on, as typed; the usual where nothing is. */
export function readWindow(
  typed: { from: string; to: string },
  { usual, today }: { usual: Window; today: Day },
): Result<Window, WindowProblem[]> {
  const from = typed.from.trim() === "" ? usual.from : readDay(typed.from);
  const to = typed.to.trim() === "" ? usual.to : readDay(typed.to);
  const problems: WindowProblem[] = [];
  if (from === null) problems.push({ field: "from", message: FORM });
  if (to === null) problems.push({ field: "to", message: FORM });
  if (from === null || to === null) return refused(problems);
  if (from < today) return refused([{ field: "from", message: "Enter a day that is not over" }]);
  if (to < from) return refused([{ field: "to", message: "Enter a day after the first" }]);
  return ok({ from, to });
}
