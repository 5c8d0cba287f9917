import type { Calendar, Term } from "~/domain/calendar/calendar";
import { addDays, type Day } from "~/domain/calendar/day";
import { termsEnding } from "~/domain/calendar/terms";
import { academicYear, isKnown } from "~/domain/calendar/working-days";

const ALL = [1, 2, 3, 4, 5, 6];

/**
 * Terms that something can be due in: those known that have not ended. Where the calendar knows none, the six of
 * this academic year, or of the next when this one's have ended, so that a plan never waits for a calendar.
 */
export function termsToChoose(calendar: Calendar, day: Day): Pick<Term, "year" | "term">[] {
  const known = termsEnding(calendar, { from: day, numbers: ALL });
  if (known.length > 0) return known;
  const year = academicYear(isKnown(calendar, day) ? addDays(day, 365) : day);
  return ALL.map((term) => ({ year, term }));
}
