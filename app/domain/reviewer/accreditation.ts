import { addDays, type Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import { ok, refused, type Result } from "~/domain/result";

/** An accreditation is shown as ending soon for so many days before its last. */
export const ENDING_SOON_DAYS = 90;

/** No accreditation is given for longer: people who train reviewers want to see them again. */
export const LONGEST_DAYS = 5 * 366;

/** Where an accreditation stands on a day; its last day counts whole. */
export type Accreditation = "holds" | "ends-soon" | "over";

export function accreditationOn(until: Day, today: Day): Accreditation {
  if (until < today) return "over";
  return until <= addDays(today, ENDING_SOON_DAYS) ? "ends-soon" : "holds";
}

/** The last day typed for an accreditation: not over already, and not further off than one is given for. */
export function readAccreditedUntil(typed: string, today: Day): Result<Day, string> {
  const until = readDay(typed);
  if (until === null) return refused("Enter the last day of the accreditation, like 31 7 2028");
  if (until < today) return refused("Enter a last day that is not over");
  if (until > addDays(today, LONGEST_DAYS)) return refused("Enter a last day within five years");
  return ok(until);
}

/** Whether an accreditation that a visit rests on lapses before it: then the reviewer is replaced (issue 4, 3). */
export function lapsesBefore(until: Day, visitOn: Day): boolean {
  return until < visitOn;
}

/** "Accredited until 31 July 2028", with what to do where it ends. */
export function accreditationWords(until: Day, today: Day): string {
  switch (accreditationOn(until, today)) {
    case "holds":
      return `Accredited until ${formatDate(until)}`;
    case "ends-soon":
      return `Accredited until ${formatDate(until)}: renew it before then`;
    case "over":
      return `Accreditation ended on ${formatDate(until)}`;
  }
}
