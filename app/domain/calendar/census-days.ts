import { addDays, weekdayOf, type Day } from "./day";

const THURSDAY = 4;

/**
 * The days of the school census in England in an academic year ("2026-27"): the first Thursday in October and the third
 * Thursdays in January and May (Department for Education, school census guide).
 */
export function censusDays(year: string): Day[] {
  const first = Number(year.slice(0, 4));
  return [
    firstThursday(`${first}-10-01`),
    addDays(firstThursday(`${first + 1}-01-01`), 14),
    addDays(firstThursday(`${first + 1}-05-01`), 14),
  ];
}

const firstThursday = (month: Day): Day => addDays(month, (THURSDAY - weekdayOf(month) + 7) % 7);
