import { addDays, dayNumber, type Day } from "~/domain/calendar/day";

/** How long something is kept after the day it was last of use. A school year ends on 31 August. */
export type RetentionLimit =
  | { unit: "days"; count: number }
  | { unit: "months"; count: number }
  /** Whole school years after the one in which it was last touched. */
  | { unit: "school-years"; count: number }
  | { unit: "for-good" };

/** Days between the mail that says what will go and the first day it may. */
export const NOTICE_DAYS = 30;

/** The first day it may go; null: never. `since` is the last day it was of use. */
export function dueOn(limit: RetentionLimit, since: Day): Day | null {
  switch (limit.unit) {
    case "days":
      return addDays(since, limit.count);
    case "months":
      return addMonths(since, limit.count);
    case "school-years":
      return `${schoolYearOf(since) + 1 + limit.count}-09-01`;
    case "for-good":
      return null;
  }
}

/** Whether it may go today. Nothing newer than its limit is; what is due once stays due. */
export function isDue(
  limit: RetentionLimit,
  { since, today }: { since: Day; today: Day },
): boolean {
  const due = dueOn(limit, since);
  return due !== null && due <= today;
}

type Noticed = { since: Day; today: Day; toldOn: Day | null };

/** What happens to a thing that goes only after a mail 30 days before. */
export type NoticeStep = "keep" | "tell" | "wait" | "remove";

/** `toldOn` is the day of the mail that still counts; null: none was sent. */
export function noticeStep(limit: RetentionLimit, { since, today, toldOn }: Noticed): NoticeStep {
  const due = dueOn(limit, since);
  if (due === null || addDays(due, -NOTICE_DAYS) > today) return "keep";
  if (toldOn === null) return "tell";
  return lastWait(due, toldOn) <= today ? "remove" : "wait";
}

/** The day something goes that is told of on `toldOn`: never earlier than its limit, nor within 30 days. */
export function goesOn(limit: RetentionLimit, { since, toldOn }: { since: Day; toldOn: Day }) {
  const due = dueOn(limit, since);
  return due === null ? null : lastWait(due, toldOn);
}

function lastWait(due: Day, toldOn: Day): Day {
  const noticed = addDays(toldOn, NOTICE_DAYS);
  return due > noticed ? due : noticed;
}

/** The year in which the school year of a day began: 2026 for 2026-27. */
export function schoolYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "09-01" ? year : year - 1;
}

/** The same day of a later month, or that month's last: 31 January and a month is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const lastOfMonth = addDays(firstOfMonth(first + 1), -1);
  const wanted = `${firstOfMonth(first).slice(0, 8)}${day.slice(8)}`;
  return wanted > lastOfMonth ? lastOfMonth : wanted;
}

/** `month` counts from January of the year 0. */
function firstOfMonth(month: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** The one that keeps longest. What several organisations look after goes only when the last of them lets it. */
export function longestOf(limits: readonly RetentionLimit[]): RetentionLimit {
  const keeps = limits.map((limit) => ({ limit, day: dueOn(limit, REFERENCE) }));
  const forGood = keeps.find(({ day }) => day === null);
  if (forGood !== undefined) return forGood.limit;
  const sorted = keeps.sort(
    (one, other) => dayNumber(other.day ?? REFERENCE) - dayNumber(one.day ?? REFERENCE),
  );
  return sorted[0]?.limit ?? { unit: "for-good" };
}

const REFERENCE = "2001-09-01";

/** "6 months", "1 school year", "for good". */
export function limitWords(limit: RetentionLimit): string {
  if (limit.unit === "for-good") return "for good";
  const { unit, count } = limit;
  const noun = { days: "day", months: "month", "school-years": "school year" }[unit];
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
