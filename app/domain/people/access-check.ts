import type { Calendar, Term } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";

/** Terms at whose starts a school looks through everyone's roles (issue 3). */
export const ACCESS_CHECK_TERMS: readonly number[] = [1, 3, 5];

type Facts = {
  calendar: Calendar;
  today: Day;
  /** Checks made before. */
  done: readonly { year: string; term: number }[];
  /** The first day anyone had a role here; null where nobody has. */
  since: Day | null;
};

/** The term whose check is due: the latest of Terms 1, 3 and 5 to have begun, until it is done. Null: none is. */
export function accessCheckDue({ calendar, today, done, since }: Facts): Term | null {
  const begun = calendar.terms.filter(
    ({ term, from }) => ACCESS_CHECK_TERMS.includes(term) && from <= today,
  );
  const latest = begun.at(-1);
  if (latest === undefined || since === null || since > latest.from) return null;
  const isDone = done.some(({ year, term }) => year === latest.year && term === latest.term);
  return isDone ? null : latest;
}
