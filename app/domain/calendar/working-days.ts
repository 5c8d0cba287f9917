import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, dayNumber, isWeekend, type Day } from "~/domain/calendar/day";
import { termOn } from "~/domain/calendar/terms";

/**
 * Working days are weekdays in a term that are no bank holiday (design.md section 4). The calendar knows whole
 * academic years, 1 September to 31 August. **Outside the years it knows, weekdays count as working days**
 * unless a bank holiday is known: school holidays are missing there, and `isKnown` tells a screen to say so.
 */
export type DayKind = "working" | "weekend" | "bank-holiday" | "school-holiday";

/** Whether the calendar has the terms of the academic year a day lies in. */
export function isKnown(calendar: Calendar, day: Day): boolean {
  return calendar.terms.some((term) => term.year === academicYear(day));
}

/** The academic year of a day, September to August: "2026-27". */
export function academicYear(day: Day): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < "09" ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
}

/** What sort of day it is. A day in an unknown year is never called a school holiday. */
export function dayKind(calendar: Calendar, day: Day): DayKind {
  if (isWeekend(day)) return "weekend";
  if (calendar.bankHolidays.includes(day)) return "bank-holiday";
  if (isKnown(calendar, day) && termOn(calendar, day) === null) return "school-holiday";
  return "working";
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return dayKind(calendar, day) === "working";
}

/**
 * The day so many working days away; negative counts go back. The first day is not counted. With 0 it is the
 * day itself when that is a working day, else the next working day.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new Error(`Not a whole number of working days: ${count}`);
  if (count === 0) return isWorkingDay(calendar, from) ? from : addWorkingDays(calendar, from, 1);
  const step = Math.sign(count);
  let day = from;
  let left = Math.abs(count);
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/**
 * Working days from one day to another: the first is not counted, the last is. 0 on the same day, negative when
 * `to` is earlier, and then it is the count the other way round with its sign turned.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  const length = dayNumber(to) - dayNumber(from);
  return Array.from({ length }, (_, i) => addDays(from, i + 1)).filter((day) =>
    isWorkingDay(calendar, day),
  ).length;
}
