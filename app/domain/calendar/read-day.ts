import { DaySchema, type Day } from "~/domain/calendar/day";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY_FIRST = /^(\d{1,2})[ ./-]+(\d{1,2}|[a-z]{3,9})[ ./-]+(\d{4})$/;

/**
 * The day a person typed: "4 9 2026", "04/09/2026", "4 September 2026", or "2026-09-04" as a date box sends it.
 * Day before month, always. Null when it is not a day that exists; the screen says how to write it.
 */
export function readDay(typed: string): Day | null {
  const text = typed.trim().toLowerCase();
  if (DaySchema.safeParse(text).success) return text;
  const match = DAY_FIRST.exec(text);
  if (match === null) return null;
  const [, day = "", month = "", year = ""] = match;
  const number = monthNumber(month);
  if (number === null) return null;
  const written = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return DaySchema.safeParse(written).success ? written : null;
}

function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const found = MONTHS.indexOf(text.slice(0, 3));
  return found === -1 ? null : found + 1;
}
