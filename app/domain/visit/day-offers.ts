import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { formatDate, formatDay } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import { dayKind, type DayKind } from "~/domain/calendar/working-days";
import { ok, refused, type Result } from "~/domain/result";

/** At most five days are put forward at a time. */
export const MOST_DAYS = 5;

/** As typed: up to five days and one pair of hours for all. */
export type TypedOffers = { days: readonly string[]; startsAt: string; endsAt: string };
export type DayOffers = { days: Day[]; startsAt: string; endsAt: string };
/** `field`: "day-1", "startsAt". */
export type OfferProblem = { field: string; message: string };

/** A school whose holidays count, by the name the message gives. */
export type SchoolDays = { name: string; calendar: Calendar };

type Facts = {
  today: Day;
  schools: readonly SchoolDays[];
  /** The last day both reviewers are accredited; null: not known. */
  accreditedUntil: Day | null;
};

/** Reads days put forward for a visit. A day counts when both schools are open and it is still to come. */
export function readOffers(
  { days, startsAt, endsAt }: TypedOffers,
  facts: Facts,
): Result<DayOffers, OfferProblem[]> {
  const problems: OfferProblem[] = [];
  const read: Day[] = [];
  days.slice(0, MOST_DAYS).forEach((typed, index) => {
    if (typed.trim() === "") return;
    const day = readDay(typed);
    const message = day === null ? "Enter a day, like 4 2 2027" : problemOf(day, facts);
    if (day === null || message !== null) {
      problems.push({ field: `day-${index + 1}`, message: message ?? "" });
    } else if (!read.includes(day)) read.push(day);
  });
  if (read.length === 0 && problems.length === 0)
    problems.push({ field: "day-1", message: "Enter at least one day" });
  const hours = hoursProblem({ startsAt, endsAt });
  if (hours !== null) problems.push({ field: "startsAt", message: hours });
  return problems.length > 0 ? refused(problems) : ok({ days: read.sort(), startsAt, endsAt });
}

const CLOSED: Record<Exclude<DayKind, "working">, string> = {
  weekend: "is at the weekend",
  "bank-holiday": "is a bank holiday",
  "school-holiday": "is in the school holidays",
};

/** Why a visit cannot be on this day; null when it can. */
export function problemOf(day: Day, { today, schools, accreditedUntil }: Facts): string | null {
  if (day <= today) return `${formatDay(day)} is not to come: choose a later day`;
  if (accreditedUntil !== null && day > accreditedUntil)
    return `A reviewer is accredited until ${formatDate(accreditedUntil)}: choose an earlier day`;
  for (const { name, calendar } of schools) {
    const kind = dayKind(calendar, day);
    if (kind === "working") continue;
    const where = kind === "school-holiday" ? ` at ${name}` : "";
    return `${formatDay(day)} ${CLOSED[kind]}${where}: choose another day`;
  }
  return null;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with hours like "09:00" and "15:30"; null when nothing is. */
export function hoursProblem({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  if (!TIME.test(startsAt) || !TIME.test(endsAt)) return "Enter both times, like 09:00 and 15:30";
  return startsAt < endsAt ? null : "The end comes after the start: change one of them";
}
