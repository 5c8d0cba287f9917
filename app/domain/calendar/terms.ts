import type { Calendar, Term } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";

/** Terms at whose ends actions are looked at again (design.md section 4, after domain.md 1.7). */
export const CHECK_IN_TERMS = [2, 4, 6] as const;

/** The term a day lies in; null in holidays and outside the known calendar. */
export function termOn(calendar: Calendar, day: Day): Term | null {
  return calendar.terms.find((term) => term.from <= day && day <= term.to) ?? null;
}

/** The term a day lies in, else the next to begin; null when the calendar knows none. */
export function termOnOrAfter(calendar: Calendar, day: Day): Term | null {
  return calendar.terms.find((term) => day <= term.to) ?? null;
}

/** Terms that end on a day or later, in order, those of the given numbers only. */
export function termsEnding(
  calendar: Calendar,
  { from, numbers }: { from: Day; numbers: readonly number[] },
): Term[] {
  return calendar.terms.filter((term) => from <= term.to && numbers.includes(term.term));
}

/** The next end of Term 2, 4 or 6, that day included; null when it is not known. */
export function nextCheckIn(calendar: Calendar, day: Day): Day | null {
  return termsEnding(calendar, { from: day, numbers: CHECK_IN_TERMS })[0]?.to ?? null;
}

/** How a term is written where an action is due: "Term 4, 2026 to 2027". */
export function termName(term: Pick<Term, "year" | "term">): string {
  const [first, second] = term.year.split("-");
  return `Term ${term.term}, ${first ?? ""} to ${(first ?? "").slice(0, 2)}${second ?? ""}`;
}
