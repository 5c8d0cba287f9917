import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, type Day } from "~/domain/calendar/day";
import { addWorkingDays } from "~/domain/calendar/working-days";

/** Days a visit turns on (design.md section 4; domain.md 6.3). All are YYYY-MM-DD. */
export type VisitClocks = {
  /** The focus is agreed by this day. */
  focusBy: Day;
  /** From this day the reviewers read the signed copy. */
  copyOpensOn: Day;
  draftBy: Day;
  agreedBy: Day;
  followUpFrom: Day;
  followUpBy: Day;
};

const FOCUS_BEFORE = 10;
const COPY_OPENS_BEFORE = 5;
const DRAFT_AFTER = 5;
const AGREED_AFTER = 10;
const ANSWER_WITHIN = 5;
const DAY_WITHIN = 10;
const FOLLOW_UP_FROM_DAYS = 28;
const FOLLOW_UP_BY_DAYS = 56;

/** The clocks of a visit on a day, in working days that skip weekends, bank holidays and school holidays. */
export function clocksOf(calendar: Calendar, visitOn: Day): VisitClocks {
  return {
    focusBy: addWorkingDays(calendar, visitOn, -FOCUS_BEFORE),
    copyOpensOn: addWorkingDays(calendar, visitOn, -COPY_OPENS_BEFORE),
    draftBy: addWorkingDays(calendar, visitOn, DRAFT_AFTER),
    agreedBy: addWorkingDays(calendar, visitOn, AGREED_AFTER),
    followUpFrom: addDays(visitOn, FOLLOW_UP_FROM_DAYS),
    followUpBy: addDays(visitOn, FOLLOW_UP_BY_DAYS),
  };
}

/** By when an invitation is answered. `askedOn`: the day it was asked. */
export const answerBy = (calendar: Calendar, askedOn: Day): Day =>
  addWorkingDays(calendar, askedOn, ANSWER_WITHIN);

/** By when a day is agreed, once everybody has accepted. */
export const dayAgreedBy = (calendar: Calendar, acceptedOn: Day): Day =>
  addWorkingDays(calendar, acceptedOn, DAY_WITHIN);
