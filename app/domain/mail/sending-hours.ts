import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, type Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { londonMinutes, londonMoment } from "~/domain/calendar/london-time";
import { isWorkingDay } from "~/domain/calendar/working-days";
import { leavesAtOnce, type MailTemplate } from "./templates";

/** Mail that can wait leaves on working days from 8 to 5 (design.md decision 7). Minutes since midnight in London. */
const FROM = 8 * 60;
const UNTIL = 17 * 60;

/** A calendar that calls a year and more a holiday is wrong: the mail then waits for the last day looked at. */
const LONGEST_WAIT_DAYS = 400;

type Asked = { template: MailTemplate; now: Date; calendar: Calendar };

/**
 * When a mail may leave: `now` itself, or the next opening of the hours, which are those of weekdays that are neither
 * bank holiday nor school holiday in the recipient's calendar. Security mail may always leave.
 */
export function nextSendingTime({ template, now, calendar }: Asked): Date {
  if (leavesAtOnce(template)) return now;
  const today = londonDate(now);
  const minutes = londonMinutes(now);
  const open = isWorkingDay(calendar, today);
  if (open && minutes >= FROM && minutes < UNTIL) return now;
  const first = open && minutes < FROM ? today : nextWorkingDay(calendar, today);
  return londonMoment(first, FROM);
}

function nextWorkingDay(calendar: Calendar, today: Day): Day {
  let day = addDays(today, 1);
  for (let looked = 1; looked < LONGEST_WAIT_DAYS; looked += 1) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, 1);
  }
  return day;
}
