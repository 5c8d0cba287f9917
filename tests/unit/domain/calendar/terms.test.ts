import { describe, expect, it } from "vitest";
import { nextCheckIn, termName, termOn, termOnOrAfter, termsEnding } from "~/domain/calendar/terms";
import { kentCalendar } from "./kent-calendar";

const calendar = kentCalendar();

describe("Kent's six terms", () => {
  it("hold their first and last day, and no holiday", () => {
    expect(termOn(calendar, "2026-11-02")?.term).toBe(2);
    expect(termOn(calendar, "2026-12-18")?.term).toBe(2);
    expect(termOn(calendar, "2026-12-21")).toBeNull();
    expect(termOn(calendar, "2030-11-02")).toBeNull();
  });

  it("in a holiday the next term is the one that comes", () => {
    expect(termOnOrAfter(calendar, "2026-12-21")).toMatchObject({ term: 3, from: "2027-01-04" });
    expect(termOnOrAfter(calendar, "2027-07-23")).toBeNull();
  });

  it("are checked at the ends of Terms 2, 4 and 6", () => {
    expect(nextCheckIn(calendar, "2026-11-22")).toBe("2026-12-18");
    expect(nextCheckIn(calendar, "2026-12-18")).toBe("2026-12-18");
    expect(nextCheckIn(calendar, "2026-12-19")).toBe("2027-03-25");
    expect(nextCheckIn(calendar, "2027-07-23")).toBeNull();
    const ends = termsEnding(calendar, { from: "2026-09-01", numbers: [2, 4, 6] });
    expect(ends.map((term) => term.to)).toEqual(["2026-12-18", "2027-03-25", "2027-07-22"]);
  });

  it("are named with their year", () => {
    expect(termName({ year: "2026-27", term: 4 })).toBe("Term 4, 2026 to 2027");
  });
});
