import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, weekdayOf, type Day } from "~/domain/calendar/day";
import { isWorkingDay } from "~/domain/calendar/working-days";

type Asked = {
  /** In London. */
  today: Day;
  /** The day the person's last digest was made, whether or not anything waited; null: never. */
  lastMadeOn: Day | null;
  calendar: Calendar;
};

/** A digest is due on the first working day of a week, Monday to Friday, or on a later one where that was missed. */
export function digestDue({ today, lastMadeOn, calendar }: Asked): boolean {
  if (!isWorkingDay(calendar, today)) return false;
  const monday = addDays(today, 1 - weekdayOf(today));
  return lastMadeOn === null || lastMadeOn < monday;
}
