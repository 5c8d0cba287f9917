import { DaySchema, type Day } from "~/domain/calendar/day";
import { z } from "~/domain/zod";

/** A school term, both days included. Kent counts six in a year (domain.md 1.7). */
export type Term = { year: string; term: number; from: Day; to: Day };

/** Terms in order of time, and bank holidays. It is data that an organisation edits (domain.md 6.2). */
export type Calendar = { terms: Term[]; bankHolidays: Day[] };

const YearSchema = z.object({
  /** The academic year, September to August: "2026-27". */
  year: z.string().regex(/^\d{4}-\d{2}$/),
  terms: z
    .array(z.object({ term: z.number().int().min(1).max(6), from: DaySchema, to: DaySchema }))
    .min(1),
});

/** The shape of `db/demo/data/calendar.yaml`. */
export const CalendarFileSchema = z
  .object({ terms: z.array(YearSchema), bank_holidays: z.array(DaySchema) })
  .refine((file) => inOrder(flatten(file.terms)), {
    message: "Terms must follow one another, each ending after it begins",
    path: ["terms"],
  });
export type CalendarFile = z.infer<typeof CalendarFileSchema>;

/** The calendar that a file holds. */
export function calendarFrom(file: CalendarFile): Calendar {
  return { terms: flatten(file.terms), bankHolidays: [...file.bank_holidays].sort() };
}

function flatten(years: z.infer<typeof YearSchema>[]): Term[] {
  return years
    .flatMap(({ year, terms }) => terms.map((term) => ({ year, ...term })))
    .sort((a, b) => a.from.localeCompare(b.from));
}

function inOrder(terms: Term[]): boolean {
  return terms.every((term, i) => {
    const before = terms[i - 1];
    return term.from <= term.to && (before === undefined || before.to < term.from);
  });
}
