import { describe, expect, it } from "vitest";
import {
  confirmedUntil,
  nextSeptember,
  reminderDue,
  renewalDue,
} from "~/domain/confirmation/validity";

describe("until when a school is confirmed", () => {
  it.each([
    ["from the day, for a year where the round says nothing", null, null, "2027-03-12"],
    ["for the months the round says", 24, null, "2028-03-12"],
    ["on from the end of one that still runs", 12, "2026-05-01", "2027-05-01"],
    ["on from the last day itself", 12, "2026-03-12", "2027-03-12"],
    ["from the day, where the one before has run out", 12, "2026-03-11", "2027-03-12"],
  ])("%s", (_, months, before, until) => {
    expect(confirmedUntil({ today: "2026-03-12", months, before })).toBe(until);
  });

  it("ends on the last of a month that has no such day", () => {
    expect(confirmedUntil({ today: "2028-02-29", months: 12, before: null })).toBe("2029-02-28");
    expect(confirmedUntil({ today: "2026-08-31", months: 18, before: null })).toBe("2028-02-29");
  });
});

describe("renewing", () => {
  it("is offered from eight weeks before the end, and after it", () => {
    expect(renewalDue("2027-03-12", "2027-01-14")).toBe(false);
    expect(renewalDue("2027-03-12", "2027-01-15")).toBe(true);
    expect(renewalDue("2027-03-12", "2027-04-01")).toBe(true);
  });
});

describe("a reminder", () => {
  // Term 3 of 2026-27, with a half-term week after it.
  const terms = [{ year: "2026-27", term: 3, from: "2027-01-04", to: "2027-02-11" } as const];
  const calendar = { terms, bankHolidays: ["2027-01-18"] };
  const due = (today: string, sent: number | null = null, endsOn = "2027-03-12") =>
    reminderDue({ endsOn, today, sent, calendar });

  it.each([
    ["is not due before the eighth week", "2027-01-14", null, null],
    ["comes eight weeks before the end", "2027-01-15", null, 8],
    ["waits for a working day: not on a Saturday", "2027-01-16", null, null],
    ["nor on a bank holiday", "2027-01-18", null, null],
    ["comes late where the day was missed", "2027-01-19", null, 8],
    ["is sent once", "2027-01-19", 8, null],
    ["not in a holiday, though its day has come", "2027-02-12", 8, null],
  ])("%s", (_, today, sent, expected) => {
    expect(due(today, sent)).toBe(expected);
  });

  it("of four weeks comes once, in place of both where both were missed", () => {
    const endsOn = "2027-02-10";
    expect(due("2027-01-13", 8, endsOn)).toBe(4);
    expect(due("2027-01-13", null, endsOn)).toBe(4);
    expect(due("2027-01-14", 4, endsOn)).toBeNull();
  });

  it("does not come once it has run out", () => {
    expect(due("2027-01-13", null, "2027-01-12")).toBeNull();
    expect(due("2027-01-13", null, "2027-01-13")).toBe(4);
  });
});

describe("the September rise", () => {
  it.each([
    ["2027-06-10", "2027-09-01"],
    ["2027-09-01", "2027-09-01"],
    ["2027-09-02", "2028-09-01"],
  ])("on %s is the one of %s", (today, september) => {
    expect(nextSeptember(today)).toBe(september);
  });
});
