import { readDay } from "~/domain/calendar/read-day";
import { formatDate } from "~/domain/calendar/format";
import { looksLikeUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import type { CourseDate } from "./entry";
import { partsOf } from "./typed-support";

const MOST = 12;
const LONGEST_PLACE = 120;
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/**
 * Dates of a course as typed, one on a line or joined by ";", each "day, time, place" of which only the day is needed.
 * The problem says which of them, and how to write it.
 */
export function readCourseDates(text: string): Result<CourseDate[], string> {
  const parts = partsOf(text);
  if (parts.length > MOST) return refused(`Give ${MOST} dates or fewer`);
  const dates: CourseDate[] = [];
  for (const [index, part] of parts.entries()) {
    const read = readOne(part);
    if (read === null) {
      return refused(`Date ${index + 1}: write it like 26 January 2027, 15:45, Online`);
    }
    dates.push(read);
  }
  return ok(dates.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)));
}

function readOne(part: string): CourseDate | null {
  const [first = "", ...rest] = part.split(",").map((one) => one.trim());
  const on = readDay(first.replace(/^[A-Za-z]+day\s+/, ""));
  if (on === null) return null;
  const time = TIME.exec(rest[0] ?? "");
  const place = (time === null ? rest : rest.slice(1)).join(", ");
  if (place.length > LONGEST_PLACE || looksLikeUpn(place).length > 0) return null;
  const [, hours = "", minutes = ""] = time ?? [];
  return { on, at: time === null ? "" : `${hours.padStart(2, "0")}:${minutes}`, place };
}

const sortKey = ({ on, at }: CourseDate): string => `${on} ${at}`;

/** Dates as a form or a file shows them, one on each line. */
export const typedDates = (dates: readonly CourseDate[], between = "\n"): string =>
  dates
    .map(({ on, at, place }) => [formatDate(on), at, place].filter((one) => one !== "").join(", "))
    .join(between);
