import { z } from "~/domain/zod";

/**
 * A day without a time: "YYYY-MM-DD" text, so that no time zone can move it. Days written this way compare and
 * sort as text. Functions here throw for text that is not a day: that is a fault of the program, and what a
 * person types goes through `readDay` first.
 */
export type Day = string;
export const DaySchema = z.iso.date();

const DAY_MS = 86_400_000;

/** Whole days since 1 January 1970. */
export function dayNumber(day: Day): number {
  if (!DaySchema.safeParse(day).success) throw new Error(`Not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day so many days after 1 January 1970. */
export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day so many days later; negative counts go back. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5;
}

/** The same day of the month so many months later, or the last day of that month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return addDays(dayFromNumber(first / DAY_MS), Math.min(date, last) - 1);
}
