import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, weekdayOf, type Day } from "~/domain/calendar/day";
import { isWorkingDay } from "~/domain/calendar/working-days";

/** Weekdays on which the weekly mail may come: 1 is Monday, 5 Friday. */
export const DIGEST_DAYS = [1, 2, 3, 4, 5] as const;

type Asked = {
  /** In London. */
  today: Day;
  /** The weekday the person wants it on. */
  day?: number;
  /** The day the person's last digest was made, whether or not anything waited; null: never. */
  lastMadeOn: Day | null;
  calendar: Calendar;
};

/**
 * A digest is due once a week: on the day wanted, or where that is no working day on the next one of the week, or
 * failing that on the last one before it. On a later working day where it was missed.
 */
export function digestDue({ today, day = 1, lastMadeOn, calendar }: Asked): boolean {
  if (!isWorkingDay(calendar, today)) return false;
  const monday = addDays(today, 1 - weekdayOf(today));
  if (lastMadeOn !== null && lastMadeOn >= monday) return false;
  const working = DIGEST_DAYS.map((one) => addDays(monday, one - 1)).filter((one) =>
    isWorkingDay(calendar, one),
  );
  const wanted = addDays(monday, day - 1);
  const target = working.find((one) => one >= wanted) ?? working.at(-1) ?? wanted;
  return today >= target;
}
