import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isWeekend,
  weekdayOf,
} from "~/domain/calendar/day";

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber);

describe("days", () => {
  it("know the day of the week", () => {
    expect(weekdayOf("2026-11-22")).toBe(7);
    expect(weekdayOf("2026-12-18")).toBe(5);
    expect(weekdayOf("1969-12-31")).toBe(3);
    expect(isWeekend("2026-11-21")).toBe(true);
    expect(isWeekend("2026-11-23")).toBe(false);
  });

  it("cross the changes of the clock and leap days without slipping", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
  });

  it("come back to where they were after going forth and back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it("refuse text that is not a day", () => {
    expect(() => dayNumber("2026-02-30")).toThrow();
    expect(() => dayNumber("22/11/2026")).toThrow();
  });
});
