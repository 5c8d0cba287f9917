import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatTime,
  londonDate,
} from "~/domain/calendar/format";

const winter = new Date("2026-11-22T14:02:00Z");
const lateSummerEvening = new Date("2026-07-01T23:30:00Z");

describe("dates on screen", () => {
  it("are written in full", () => {
    expect(formatDate("2026-11-22")).toBe("22 November 2026");
    expect(formatDate(winter)).toBe("22 November 2026");
    expect(formatDay("2026-12-18")).toBe("Friday 18 December");
    expect(formatDay(winter)).toBe("Sunday 22 November");
    expect(formatTime(winter)).toBe("14:02");
    expect(formatDateTime(winter)).toBe("22 November 2026, 14:02");
  });

  it("follow London when its summer day has already turned", () => {
    expect(londonDate(lateSummerEvening)).toBe("2026-07-02");
    expect(formatDate(lateSummerEvening)).toBe("2 July 2026");
    expect(formatTime(lateSummerEvening)).toBe("00:30");
    expect(londonDate(winter)).toBe("2026-11-22");
  });
});
