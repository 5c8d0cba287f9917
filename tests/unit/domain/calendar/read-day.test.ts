import { describe, expect, it } from "vitest";
import { readDay } from "~/domain/calendar/read-day";

describe("a day as typed", () => {
  it.each([
    ["4 9 2026", "2026-09-04"],
    ["04/09/2026", "2026-09-04"],
    ["4.9.2026", "2026-09-04"],
    [" 4 September 2026 ", "2026-09-04"],
    ["4 Sep 2026", "2026-09-04"],
    ["2026-09-04", "2026-09-04"],
    ["29 2 2028", "2028-02-29"],
  ])("%s is read day first", (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each(["", "soon", "4 9 26", "31 4 2026", "29 2 2026", "9 13 2026", "4 Smarch 2026"])(
    "%s is not a day",
    (typed) => {
      expect(readDay(typed)).toBeNull();
    },
  );
});
