import { describe, expect, it } from "vitest";
import type { Calendar } from "~/domain/calendar/calendar";
import type { NextStep } from "~/domain/visit/next-steps";
import { tellingsOf } from "~/domain/visit/tellings";

const calendar: Calendar = {
  terms: [
    { year: "2026-27", term: 3, from: "2027-01-04", to: "2027-02-12" },
    { year: "2026-27", term: 4, from: "2027-02-22", to: "2027-03-25" },
  ],
  bankHolidays: [],
};
const VISIT = {
  state: "planned",
  visitOn: "2027-02-04",
  steps: [] as NextStep[],
  followedUp: false,
} as const;
const on = (today: string, over: Partial<Parameters<typeof tellingsOf>[0]> = {}) =>
  tellingsOf({ ...VISIT, ...over }, { calendar, today }).map(({ what, to, by }) => [what, to, by]);

describe("what the clocks of a visit tell", () => {
  it("is that the copy opens, from five working days before to the day", () => {
    expect(on("2027-01-27")).toEqual([]);
    expect(on("2027-01-28")).toEqual([["copy-opens", "both-reviewers", null]]);
    expect(on("2027-02-04")).toEqual([["copy-opens", "both-reviewers", null]]);
    expect(on("2027-02-05")).toEqual([]);
  });

  it("is that the draft is due, two working days before it is", () => {
    const visited = { state: "visited" } as const;
    expect(on("2027-02-08", visited)).toEqual([]);
    expect(on("2027-02-09", visited)).toEqual([["draft-due", "both-reviewers", "2027-02-11"]]);
    expect(on("2027-02-12", visited)).toEqual([]);
  });

  it("is the follow-up, four to eight weeks on, until the school has said it", () => {
    const closed = { state: "closed" } as const;
    expect(on("2027-03-03", closed)).toEqual([]);
    expect(on("2027-03-04", closed)).toEqual([["follow-up-due", "host", "2027-04-01"]]);
    expect(on("2027-03-04", { ...closed, followedUp: true })).toEqual([]);
  });

  it("is each step that is late, named by its day so that a new day is told again", () => {
    const late: NextStep = { party: "lead", step: "accept", by: "2026-12-01", late: true };
    const visit = { ...VISIT, visitOn: null, state: "proposed", steps: [late] } as const;
    const told = tellingsOf(visit, { calendar, today: "2026-12-02" });
    expect(told).toEqual([
      { what: "late", to: "lead", by: "2026-12-01", about: "accept lead 2026-12-01", page: "" },
    ]);
  });
});
