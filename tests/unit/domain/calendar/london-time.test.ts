import { describe, expect, it } from "vitest";
import { londonMinutes, londonMoment } from "~/domain/calendar/london-time";

describe("London time", () => {
  it.each([
    ["2026-12-18", 8 * 60, "2026-12-18T08:00:00.000Z"],
    ["2026-07-01", 8 * 60, "2026-07-01T07:00:00.000Z"],
    ["2026-07-01", 0, "2026-06-30T23:00:00.000Z"],
    ["2026-07-01", 30, "2026-06-30T23:30:00.000Z"],
    ["2027-03-28", 8 * 60, "2027-03-28T07:00:00.000Z"],
    ["2026-10-25", 8 * 60, "2026-10-25T08:00:00.000Z"],
  ])("%s at %i minutes is %s", (day, minutes, moment) => {
    expect(londonMoment(day, minutes).toISOString()).toBe(moment);
    expect(londonMinutes(new Date(moment))).toBe(minutes);
  });
});
