import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar/day";
import {
  academicYear,
  addWorkingDays,
  dayKind,
  isKnown,
  isWorkingDay,
  workingDaysBetween,
} from "~/domain/calendar/working-days";
import { kentCalendar } from "./kent-calendar";

const calendar = kentCalendar();
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-09-01", days));

describe("working days", () => {
  it.each([
    ["2026-11-20", "working"],
    ["2026-11-22", "weekend"],
    ["2026-05-04", "bank-holiday"],
    ["2026-10-20", "school-holiday"],
    ["2026-08-12", "school-holiday"],
    ["2029-08-13", "working"],
  ])("%s is %s", (day, kind) => {
    expect(dayKind(calendar, day)).toBe(kind);
  });

  it("skip weekends, bank holidays and school holidays", () => {
    expect(addWorkingDays(calendar, "2026-11-20", 1)).toBe("2026-11-23");
    expect(addWorkingDays(calendar, "2026-05-01", 1)).toBe("2026-05-05");
    expect(addWorkingDays(calendar, "2026-12-18", 1)).toBe("2027-01-04");
    expect(addWorkingDays(calendar, "2027-01-04", -1)).toBe("2026-12-18");
  });

  it("with none to add give the day itself or the next that works", () => {
    expect(addWorkingDays(calendar, "2026-11-20", 0)).toBe("2026-11-20");
    expect(addWorkingDays(calendar, "2026-11-21", 0)).toBe("2026-11-23");
  });

  it("between two days leave the first out and count the last", () => {
    expect(workingDaysBetween(calendar, "2026-11-20", "2026-11-20")).toBe(0);
    expect(workingDaysBetween(calendar, "2026-11-20", "2026-11-27")).toBe(5);
    expect(workingDaysBetween(calendar, "2026-11-27", "2026-11-20")).toBe(-5);
    expect(workingDaysBetween(calendar, "2026-12-18", "2027-01-04")).toBe(1);
  });

  it("outside the known years are weekdays, and the calendar says it does not know", () => {
    expect(isKnown(calendar, "2027-08-31")).toBe(true);
    expect(isKnown(calendar, "2027-09-01")).toBe(false);
    expect(addWorkingDays(calendar, "2027-10-29", 1)).toBe("2027-11-01");
    expect(academicYear("2026-08-31")).toBe("2025-26");
    expect(academicYear("2099-09-01")).toBe("2099-00");
  });

  it("refuse a part of a day", () => {
    expect(() => addWorkingDays(calendar, "2026-11-20", 0.5)).toThrow();
  });

  it("added and counted agree", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(calendar, day, count);
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, day, end)).toBe(count);
      }),
    );
  });
});
