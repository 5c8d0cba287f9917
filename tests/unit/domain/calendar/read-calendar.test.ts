import { describe, expect, it } from "vitest";
import { readCalendar } from "~/domain/calendar/read-calendar";
import { kentCalendar } from "./kent-calendar";

const term = (from: string, to: string) =>
  `terms:\n  - year: 2026-27\n    terms:\n      - { term: 1, from: ${from}, to: ${to} }\nbank_holidays: []\n`;

describe("the calendar file", () => {
  it("holds two years of six terms", () => {
    const calendar = kentCalendar();
    expect(calendar.terms).toHaveLength(12);
    expect(calendar.terms[6]).toEqual({
      year: "2026-27",
      term: 1,
      from: "2026-09-01",
      to: "2026-10-16",
    });
    expect(calendar.bankHolidays).toContain("2026-12-25");
  });

  it("is refused when a term ends before it begins, with where", () => {
    expect(readCalendar(term("2026-10-16", "2026-09-01"))).toEqual({
      ok: false,
      problem: ["terms: Terms must follow one another, each ending after it begins"],
    });
  });

  it("is refused when a day does not exist or the text cannot be read", () => {
    expect(readCalendar(term("2026-09-31", "2026-10-16")).ok).toBe(false);
    expect(readCalendar("terms: [").ok).toBe(false);
  });
});
