import { censusDays } from "~/domain/calendar/census-days";
import type { Calendar, Term } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { formatDate, formatDay } from "~/domain/calendar/format";
import { termName, termOn } from "~/domain/calendar/terms";
import {
  academicYear,
  dayKind,
  isKnown,
  isWorkingDay,
  workingDaysBetween,
} from "~/domain/calendar/working-days";

/** Dates of a round that can fall badly. */
export type WarnedField = "opensOn" | "firstDeadline" | "finalDeadline";

/** Something to think about; it stops nobody. */
export type DateWarning = { field: WarnedField; text: string };

/** A deadline of another open round that some of the same schools have. */
export type OtherDeadline = { title: string; date: Day; schools: number };

type Ground = { calendar: Calendar; others: readonly OtherDeadline[] };

/** Working days at the start and at the end of a term in which schools are short of time. */
const FIRST_DAYS = 5;
const LAST_DAYS = 3;
/** Working days between two deadlines of the same school that are too few. */
const CLASH_DAYS = 5;

/**
 * What speaks against the dates of a round, at the date it speaks of: weekends, bank and school holidays, and for
 * deadlines the school census, the first week and the last days of a term and other rounds' deadlines of the same schools.
 */
export function dateWarnings(
  dates: Readonly<Record<WarnedField, Day | null>>,
  ground: Ground,
): DateWarning[] {
  const fields = ["opensOn", "firstDeadline", "finalDeadline"] as const;
  return fields.flatMap((field) => {
    const day = dates[field];
    if (day === null) return [];
    const pinches = field === "opensOn" ? [] : deadlineWords(day, ground);
    return [...dayWords(day, ground.calendar), ...pinches].map((text) => ({ field, text }));
  });
}

function dayWords(day: Day, calendar: Calendar): string[] {
  const named = formatDay(day);
  const known = isKnown(calendar, day)
    ? []
    : [`The terms of ${yearWords(day)} are not in the calendar, so holidays could not be checked`];
  switch (dayKind(calendar, day)) {
    case "weekend":
      return [`${named} is at a weekend`, ...holidayWords(day, calendar), ...known];
    case "bank-holiday":
      return [`${named} is a bank holiday`, ...known];
    case "school-holiday":
      return holidayWords(day, calendar);
    case "working":
      return known;
  }
}

function holidayWords(day: Day, calendar: Calendar): string[] {
  const isHoliday = isKnown(calendar, day) && isAroundHoliday(day, calendar);
  return isHoliday ? [`${formatDay(day)} is in the school holidays`] : [];
}

/** A weekend inside a term is no holiday. */
const isAroundHoliday = (day: Day, calendar: Calendar) => termOn(calendar, day) === null;

function deadlineWords(day: Day, { calendar, others }: Ground): string[] {
  const term = termOn(calendar, day);
  return [
    ...censusWords(day, calendar),
    ...(term === null ? [] : termWords(day, { term, calendar })),
    ...clashes(day, { calendar, others }),
  ];
}

function termWords(day: Day, { term, calendar }: { term: Term; calendar: Calendar }): string[] {
  const into =
    workingDaysBetween(calendar, term.from, day) + (isWorkingDay(calendar, term.from) ? 1 : 0);
  const left = workingDaysBetween(calendar, day, term.to) + 1;
  const name = termName(term);
  if (into <= FIRST_DAYS) return [`${formatDay(day)} is in the first week of ${name}`];
  return left <= LAST_DAYS ? [`${formatDay(day)} is in the last three days of ${name}`] : [];
}

/** School offices have the census on their desks on the day and the day after. */
const CENSUS_DAYS = 1;

function censusWords(day: Day, calendar: Calendar): string[] {
  const census = censusDays(academicYear(day)).find((one) => {
    const after = workingDaysBetween(calendar, one, day);
    return one <= day && after <= CENSUS_DAYS && isWorkingDay(calendar, day);
  });
  if (census === undefined) return [];
  const on = census === day ? "the day of" : "the working day after";
  return [`${formatDay(day)} is ${on} the school census`];
}

function clashes(day: Day, { calendar, others }: Ground): string[] {
  return others
    .filter(({ date }) => Math.abs(workingDaysBetween(calendar, day, date)) <= CLASH_DAYS)
    .map(
      ({ title, date, schools }) =>
        `${title} has a deadline on ${formatDate(date)} for ${schools === 1 ? "1 of these schools" : `${schools} of these schools`}`,
    );
}

function yearWords(day: Day): string {
  const first = Number(academicYear(day).slice(0, 4));
  return `${first} to ${first + 1}`;
}
