import { describe, expect, it } from "vitest";
import { termsToChoose } from "~/domain/calendar/terms-to-choose";
import { kentCalendar } from "./kent-calendar";

const words = (day: string, calendar = kentCalendar()) =>
  termsToChoose(calendar, day).map(({ year, term }) => `${year} ${term}`);

describe("terms to choose from", () => {
  it("are those known that have not ended", () => {
    expect(words("2027-03-25")).toEqual(["2026-27 4", "2026-27 5", "2026-27 6"]);
  });

  it("are next year's six when this year's have ended and no more are known", () => {
    const six = [1, 2, 3, 4, 5, 6].map((term) => `2027-28 ${term}`);
    expect(words("2027-07-23")).toEqual(six);
    expect(words("2027-09-01")).toEqual(six);
  });

  it("are this year's six where an authority has no calendar here", () => {
    const none = { terms: [], bankHolidays: [] };
    expect(words("2026-08-31", none)[0]).toBe("2025-26 1");
    expect(words("2026-09-01", none)).toHaveLength(6);
  });
});
