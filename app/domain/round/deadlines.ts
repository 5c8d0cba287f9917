import type { Calendar } from "~/domain/calendar/calendar";
import { daysBetween, type Day } from "~/domain/calendar/day";
import { workingDaysBetween } from "~/domain/calendar/working-days";
import type { Round } from "./round";

/** A deadline and how far off it is. `workingDays` is 0 on the day and negative after it. */
export type Deadline = {
  kind: "first" | "final";
  date: Day;
  workingDays: number;
  when: "upcoming" | "today" | "passed";
};

type When = { today: Day; calendar: Calendar };
type Deadlines = Pick<Round, "firstDeadline" | "finalDeadline">;

/** The deadlines of a round in order; none for a rolling one or a private self-review. */
export function deadlinesOf(round: Deadlines | null, when: When): Deadline[] {
  if (round === null) return [];
  const dates = [
    { kind: "first", date: round.firstDeadline },
    { kind: "final", date: round.finalDeadline },
  ] as const;
  return dates.flatMap(({ kind, date }) => (date === null ? [] : [deadline(kind, date, when)]));
}

function deadline(kind: Deadline["kind"], date: Day, { today, calendar }: When): Deadline {
  const workingDays = workingDaysBetween(calendar, today, date);
  if (date === today) return { kind, date, workingDays: 0, when: "today" };
  return { kind, date, workingDays, when: date > today ? "upcoming" : "passed" };
}

/** The one to speak of: the first that has not passed, else the last; null when there is none. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find(({ when }) => when !== "passed") ?? deadlines.at(-1) ?? null;
}

/** "in 26 working days", "today", "4 days ago": the words after the date. */
export function deadlineWords({ date, when, workingDays }: Deadline, today: Day): string {
  switch (when) {
    case "today":
      return "today";
    case "upcoming":
      return workingDays > 0
        ? `in ${counted(workingDays, "working day")}`
        : `in ${counted(daysBetween(today, date), "day")}`;
    case "passed":
      return `${counted(daysBetween(date, today), "day")} ago`;
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
