import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, addMonths, type Day } from "~/domain/calendar/day";
import { isWorkingDay } from "~/domain/calendar/working-days";

/** Where a round says nothing of it (domain.md 5.3, process in comparable schemes). */
export const VALIDITY_MONTHS = 12;

/** Weeks before the end at which the school is written to, the earlier first. */
export const REMINDER_WEEKS = [8, 4] as const;
export type ReminderWeeks = (typeof REMINDER_WEEKS)[number];

/** Weeks before the end from which renewing is offered. */
export const RENEWAL_WEEKS = REMINDER_WEEKS[0];

type Validity = {
  /** The day it is confirmed. */
  today: Day;
  months: number | null;
  /** The last day of the confirmation before it; null: there was none, or it was withdrawn. */
  before: Day | null;
};

/**
 * The last day of a new confirmation. Whoever renews in time loses no day of the one before: the months count on
 * from its end, otherwise from today.
 */
export function confirmedUntil({ today, months, before }: Validity): Day {
  const from = before !== null && before >= today ? before : today;
  return addMonths(from, months ?? VALIDITY_MONTHS);
}

/** The first day on which renewing is offered. */
export const renewalOpens = (endsOn: Day): Day => addDays(endsOn, -7 * RENEWAL_WEEKS);

/** Whether renewing is offered: from eight weeks before the end, and after it. */
export const renewalDue = (endsOn: Day, today: Day): boolean => today >= renewalOpens(endsOn);

type Reminding = {
  endsOn: Day;
  today: Day;
  /** The reminder sent last, in weeks before the end; null: none. */
  sent: number | null;
  calendar: Calendar;
};

/**
 * The reminder to send today: once each, on a working day of the school. Where days were missed (a holiday, a server
 * that stood still) only the latest that is due is sent. None once it has run out.
 */
export function reminderDue({ endsOn, today, sent, calendar }: Reminding): ReminderWeeks | null {
  if (today > endsOn || !isWorkingDay(calendar, today)) return null;
  const due = REMINDER_WEEKS.filter((weeks) => today >= addDays(endsOn, -7 * weeks)).at(-1);
  if (due === undefined || (sent !== null && sent <= due)) return null;
  return due;
}

/** The coming rise into September, by when training must not have lapsed: 1 September, of this year until then. */
export function nextSeptember(today: Day): Day {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-09-01`;
  return today <= thisYear ? thisYear : `${year + 1}-09-01`;
}
