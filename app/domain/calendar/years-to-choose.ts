import type { Calendar, Term } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { academicYear } from "~/domain/calendar/working-days";

/** An academic year to choose, with its terms where the calendar knows them. */
export type YearChoice = { year: string; name: string; terms: Term[] };

/** This academic year and the two that follow, and any later one that the calendar knows. */
export function yearsToChoose(calendar: Calendar, today: Day): YearChoice[] {
  const first = Number(academicYear(today).slice(0, 4));
  const near = [first, first + 1, first + 2].map(yearText);
  const later = calendar.terms.map(({ year }) => year).filter((year) => year > (near[2] ?? ""));
  return [...new Set([...near, ...later])].sort().map((year) => ({
    year,
    name: yearName(year),
    terms: calendar.terms.filter((term) => term.year === year),
  }));
}

const yearText = (first: number) => `${first}-${String((first + 1) % 100).padStart(2, "0")}`;

/** "2026 to 2027". */
export function yearName(year: string): string {
  const first = Number(year.slice(0, 4));
  return `${first} to ${first + 1}`;
}
