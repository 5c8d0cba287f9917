import { describe, expect, it } from "vitest";
import { digestDue } from "~/domain/mail/digest-due";

const calendar = {
  terms: [
    { year: "2026-27", term: 2, from: "2026-11-02", to: "2026-12-18" },
    { year: "2026-27", term: 3, from: "2027-01-05", to: "2027-02-12" },
  ],
  bankHolidays: ["2026-11-30"],
};
const due = (today: string, lastMadeOn: string | null) =>
  digestDue({ today, lastMadeOn, calendar });

describe("the weekly digest", () => {
  it.each([
    ["never made, on a school day", "2026-11-24", null, true],
    ["on Monday, made last Monday", "2026-11-23", "2026-11-16", true],
    ["again on the Monday it was made", "2026-11-23", "2026-11-23", false],
    ["on Friday, made on Monday", "2026-11-27", "2026-11-23", false],
    ["on Wednesday, where Monday was missed", "2026-11-25", "2026-11-18", true],
    ["on a bank holiday Monday", "2026-11-30", "2026-11-23", false],
    ["on the Tuesday after it", "2026-12-01", "2026-11-23", true],
    ["on Saturday", "2026-11-28", null, false],
    ["in the school holidays", "2026-12-21", "2026-12-14", false],
    ["on the first day of term, a Tuesday", "2027-01-05", "2026-12-14", true],
  ])("%s", (_when, today, lastMadeOn, expected) => {
    expect(due(today, lastMadeOn)).toBe(expected);
  });

  it.each([
    ["on Monday, wanted on Wednesday", "2026-11-23", 3, false],
    ["on Wednesday, wanted then", "2026-11-25", 3, true],
    ["on Friday, wanted on Wednesday and missed", "2026-11-27", 3, true],
    ["on Thursday, wanted on Friday", "2026-11-26", 5, false],
    ["on a Tuesday after a bank holiday Monday that was wanted", "2026-12-01", 1, true],
    ["on a Thursday, wanted on a Friday that is a holiday", "2026-12-17", 5, true],
    ["on the Wednesday before that", "2026-12-16", 5, false],
  ])("%s", (_when, today, day, expected) => {
    const holiday = { ...calendar, bankHolidays: [...calendar.bankHolidays, "2026-12-18"] };
    expect(digestDue({ today, day, lastMadeOn: null, calendar: holiday })).toBe(expected);
  });
});
