import type { Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import { yearName } from "~/domain/calendar/years-to-choose";
import { academicYear } from "~/domain/calendar/working-days";
import { ok, refused, type Result } from "~/domain/result";

export const TERM_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
export type TermNumber = (typeof TERM_NUMBERS)[number];

/** The boxes of a year's six terms, as typed: `from1`, `to1` and so on. */
export type TypedTerms = Readonly<Record<string, string>>;

export type YearTerm = { term: TermNumber; from: Day; to: Day };
export type TermProblem = { field: string; message: string };

/** Whether this is how an academic year is written: "2026-27". */
export function isYear(text: string): boolean {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/**
 * The six terms of an academic year: days that exist, in the year, each ending after it begins and before the next
 * begins. Problems stand at the box to change.
 */
export function judgeTerms(year: string, typed: TypedTerms): Result<YearTerm[], TermProblem[]> {
  const read = TERM_NUMBERS.map((term) => ({
    term,
    from: readDay(typed[`from${term}`] ?? ""),
    to: readDay(typed[`to${term}`] ?? ""),
  }));
  const problems = read.flatMap((one, i) => termProblems(year, one, read[i - 1]?.to ?? null));
  const terms = read.flatMap(({ term, from, to }) =>
    from === null || to === null ? [] : [{ term, from, to }],
  );
  return problems.length > 0 ? refused(problems) : ok(terms);
}

type Read = { term: TermNumber; from: Day | null; to: Day | null };

function termProblems(year: string, { term, from, to }: Read, before: Day | null): TermProblem[] {
  const problems: TermProblem[] = [];
  const say = (end: "from" | "to", message: string) =>
    problems.push({ field: `${end}${term}`, message: `Term ${term}: ${message}` });
  if (from === null) say("from", "enter its first day, like 1 9 2026");
  else if (!isWithin(year, from)) say("from", `enter a day in ${yearName(year)}`);
  else if (before !== null && from <= before)
    say("from", `it has to begin after the term before ends, on ${formatDate(before)}`);
  if (to === null) say("to", "enter its last day, like 16 10 2026");
  else if (!isWithin(year, to)) say("to", `enter a day in ${yearName(year)}`);
  else if (from !== null && to <= from) say("to", "it has to end after it begins");
  return problems;
}

/** An academic year runs from 1 September to 31 August, so that terms of two years never overlap. */
const isWithin = (year: string, day: Day): boolean => academicYear(day) === year;
