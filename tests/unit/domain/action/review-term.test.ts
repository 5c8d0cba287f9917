import { describe, expect, it } from "vitest";
import { isReviewDue, nextReview, reviewOn } from "~/domain/action/review-term";
import type { Calendar } from "~/domain/calendar/calendar";

const DAYS = [
  ["2026-09-01", "2026-10-16"],
  ["2026-11-02", "2026-12-18"],
  ["2027-01-04", "2027-02-12"],
  ["2027-02-22", "2027-03-25"],
  ["2027-04-12", "2027-05-28"],
  ["2027-06-07", "2027-07-22"],
] as const;

const calendar: Calendar = {
  terms: DAYS.map(([from, to], index) => ({ year: "2026-27", term: index + 1, from, to })),
  bankHolidays: [],
};

const open = (day: string) => reviewOn(calendar, day)?.term ?? null;
const due = (day: string) => {
  const review = reviewOn(calendar, day);
  return review !== null && isReviewDue(review, day);
};

describe("the review of a plan", () => {
  it("can be done from the first day of Terms 2, 4 and 6 to the last day of the term after", () => {
    expect(["2026-11-01", "2026-11-02", "2027-02-12", "2027-02-13"].map(open)).toEqual([
      null,
      2,
      2,
      null,
    ]);
    expect(["2027-02-22", "2027-05-28", "2027-05-29", "2027-06-07"].map(open)).toEqual([
      4,
      4,
      null,
      6,
    ]);
  });

  it("is asked for from two weeks before the term ends, until it closes", () => {
    expect(["2026-12-03", "2026-12-04", "2026-12-25", "2027-02-12"].map(due)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it("of a last known term stays open for six weeks", () => {
    expect(["2027-09-02", "2027-09-03"].map(open)).toEqual([6, null]);
  });

  it("is not asked for before a term that is shorter than two weeks", () => {
    const short = { year: "2026-27", term: 4, from: "2027-03-20", to: "2027-03-25" };
    const review = reviewOn({ terms: [short], bankHolidays: [] }, "2027-03-20");
    expect(review).toMatchObject({ opensOn: "2027-03-20", dueFrom: "2027-03-20" });
  });

  it("names the next one, and none where the calendar knows none", () => {
    expect(nextReview(calendar, "2026-09-10")).toMatchObject({ term: 2, opensOn: "2026-11-02" });
    expect(nextReview(calendar, "2026-11-02")).toMatchObject({ term: 4 });
    expect(nextReview(calendar, "2027-06-07")).toBeNull();
    expect(reviewOn({ terms: [], bankHolidays: [] }, "2026-12-10")).toBeNull();
  });
});
