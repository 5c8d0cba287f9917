import { describe, expect, it } from "vitest";
import { accessCheckDue } from "~/domain/people/access-check";

const term = (number: number, from: string, to: string) => ({
  year: "2026-27",
  term: number,
  from,
  to,
});
const calendar = {
  terms: [
    term(1, "2026-09-01", "2026-10-23"),
    term(2, "2026-11-02", "2026-12-18"),
    term(3, "2027-01-04", "2027-02-12"),
  ],
  bankHolidays: [],
};
const due = (today: string, done: { year: string; term: number }[] = [], since = "2020-09-01") =>
  accessCheckDue({ calendar, today, done, since })?.term ?? null;

describe("the termly access check", () => {
  it("is due from the first day of Terms 1, 3 and 5", () => {
    expect(due("2026-08-31")).toBeNull();
    expect(due("2026-09-01")).toBe(1);
    expect(due("2027-01-03")).toBe(1);
    expect(due("2027-01-04")).toBe(3);
  });

  it("is done for that term, and comes again with the next", () => {
    const done = [{ year: "2026-27", term: 1 }];
    expect(due("2026-11-24", done)).toBeNull();
    expect(due("2027-01-04", done)).toBe(3);
    expect(due("2026-11-24", [{ year: "2025-26", term: 1 }])).toBe(1);
  });

  it("is not asked of a school that joined since", () => {
    expect(due("2026-11-24", [], "2026-11-20")).toBeNull();
    expect(accessCheckDue({ calendar, today: "2026-11-24", done: [], since: null })).toBeNull();
  });
});
