import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { addWorkingDays, workingDaysBetween } from "~/domain/calendar/working-days";

/** How long a signed return has waited for its reply. Shown to the school, its officers and managers only. */
export type Waiting = {
  /** The day the last signature came, or closing the round completed it without the governor’s. */
  since: Day;
  /** Working days since. */
  days: number;
  /** The day promised; null: nothing is promised. */
  replyBy: Day | null;
  late: boolean;
};

type Asked = { since: Day; today: Day; replyDays: number | null; calendar: Calendar };

/** Working days a return has waited, and what was promised, by the calendar of whoever replies. */
export function waitingSince({ since, today, replyDays, calendar }: Asked): Waiting {
  const replyBy = replyDays === null ? null : addWorkingDays(calendar, since, replyDays);
  return {
    since,
    days: workingDaysBetween(calendar, since, today),
    replyBy,
    late: replyBy !== null && today > replyBy,
  };
}

/** "Waiting 2 working days". */
export function waitingWords({ days }: Pick<Waiting, "days">): string {
  if (days === 0) return "Came today";
  return `Waiting ${days} working ${days === 1 ? "day" : "days"}`;
}
