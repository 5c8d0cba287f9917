import { daysBetween, type Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { ok, refused, type Result } from "~/domain/result";

/** A cover as typed. */
export type CoverFields = {
  ownerId: string;
  coveredBy: string;
  districts: readonly string[];
  from: string;
  to: string;
};
export type CoverProblem = { field: keyof CoverFields; message: string };
export type NewCover = {
  ownerId: string;
  coveredBy: string;
  districts: string[];
  from: Day;
  to: Day;
};

/** Longest cover, in days: who is away for longer hands the districts over on the people page. */
export const LONGEST_COVER = 366;

type Known = {
  today: Day;
  /** Districts of the owner. */
  own: readonly string[];
  /** Officers and managers of the organisation with a role today. */
  colleagues: readonly string[];
};

/** Reads a cover, or says at which field it does not hold. */
export function readCover(
  typed: CoverFields,
  { today, own, colleagues }: Known,
): Result<NewCover, CoverProblem[]> {
  const { ownerId, coveredBy } = typed;
  const districts = [...new Set(typed.districts)].filter((district) => own.includes(district));
  const from = readDay(typed.from);
  const to = readDay(typed.to);
  const problems: CoverProblem[] = [];
  const say = (field: keyof CoverFields, message: string) => problems.push({ field, message });
  if (!colleagues.includes(coveredBy) || coveredBy === ownerId) {
    say("coveredBy", "Choose the colleague who covers");
  }
  if (districts.length === 0) say("districts", "Choose at least one district");
  if (from === null) say("from", "Enter the first day, like 4 9 2026");
  if (to === null) say("to", "Enter the last day, like 4 9 2026");
  if (from === null || to === null) return refused(problems);
  if (to < from) say("to", "The last day must not be before the first");
  else if (to < today) say("to", "The last day must not be past");
  else if (daysBetween(from, to) > LONGEST_COVER) say("to", "Choose a last day within a year");
  return problems.length > 0 ? refused(problems) : ok({ ownerId, coveredBy, districts, from, to });
}
