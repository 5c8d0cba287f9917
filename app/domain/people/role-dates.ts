import { addDays, type Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import { ok, refused, type Result } from "~/domain/result";

/** Days a role lasts, both inclusive; `to` null: until further notice. */
export type RoleDates = { from: Day; to: Day | null };
export type TypedDates = { from: string; to: string };
export type DateProblem = { field: "from" | "to"; message: string };

const FORM = "Enter a date, like 4 9 2026";

/** The dates typed for a new role. An empty first day is today; an empty last day is none. */
export function readRoleDates(typed: TypedDates, today: Day): Result<RoleDates, DateProblem[]> {
  const from = typed.from.trim() === "" ? today : readDay(typed.from);
  const to = typed.to.trim() === "" ? null : readDay(typed.to);
  const problems: DateProblem[] = [];
  if (from === null) problems.push({ field: "from", message: FORM });
  if (to === null && typed.to.trim() !== "") problems.push({ field: "to", message: FORM });
  if (from === null || problems.length > 0) return refused(problems);
  if (to !== null && to < today) {
    return refused([{ field: "to", message: "Enter a last day that is not over" }]);
  }
  if (to !== null && to < from) {
    return refused([{ field: "to", message: "Enter a last day after the first" }]);
  }
  return ok({ from, to });
}

type Change = { held: RoleDates; typed: TypedDates; today: Day; isOwn: boolean };

/**
 * The dates typed for a role held now or later. What has begun keeps its first day. Nobody makes their own role
 * last longer.
 */
export function changeRoleDates(change: Change): Result<RoleDates, DateProblem[]> {
  const { held, typed, today, isOwn } = change;
  const hasBegun = held.from <= today;
  const read = readRoleDates(hasBegun ? { ...typed, from: held.from } : typed, today);
  if (!read.ok) return read;
  const isLonger = held.to !== null && (read.value.to === null || read.value.to > held.to);
  if (isOwn && (isLonger || read.value.from < held.from)) {
    const until = held.to === null ? "" : `: it ends on ${formatDate(held.to)}`;
    const message = `Someone else has to make your own role longer${until}`;
    return refused([{ field: "to", message }]);
  }
  return read;
}

/** The last day of a role that ends now: yesterday, since last days count whole. */
export const endedNow = (today: Day): Day => addDays(today, -1);
