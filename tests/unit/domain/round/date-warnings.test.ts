import { describe, expect, it } from "vitest";
import { dateWarnings, type OtherDeadline } from "~/domain/round/date-warnings";
import { kentCalendar } from "../calendar/kent-calendar";

const calendar = kentCalendar();
const at = (field: "opensOn" | "firstDeadline" | "finalDeadline", day: string) =>
  dateWarnings(
    { opensOn: null, firstDeadline: null, finalDeadline: null, [field]: day },
    {
      calendar,
      others: [],
    },
  ).map(({ text }) => text);
const deadline = (day: string) => at("firstDeadline", day);

describe("a date of a round", () => {
  it("says nothing of an ordinary school day", () => {
    expect(deadline("2026-11-26")).toEqual([]);
    expect(at("opensOn", "2026-09-01")).toEqual([]);
  });

  it("warns at a weekend, in the holidays or not", () => {
    expect(deadline("2026-11-28")).toEqual(["Saturday 28 November is at a weekend"]);
    expect(deadline("2026-10-24")).toEqual([
      "Saturday 24 October is at a weekend",
      "Saturday 24 October is in the school holidays",
    ]);
  });

  it("warns on a bank holiday and in the school holidays", () => {
    expect(deadline("2027-05-03")).toEqual(["Monday 3 May is a bank holiday"]);
    expect(at("opensOn", "2026-10-28")).toEqual(["Wednesday 28 October is in the school holidays"]);
  });

  it("warns of a deadline in the first week of a term, not of an opening there", () => {
    const words = "is in the first week of Term 3, 2026 to 2027";
    expect(deadline("2027-01-04")).toEqual([`Monday 4 January ${words}`]);
    expect(deadline("2027-01-08")).toEqual([`Friday 8 January ${words}`]);
    expect(deadline("2027-01-11")).toEqual([]);
    expect(at("opensOn", "2027-01-04")).toEqual([]);
  });

  it("warns of a deadline in the last three days of a term", () => {
    const words = "is in the last three days of Term 2, 2026 to 2027";
    expect(deadline("2026-12-15")).toEqual([]);
    expect(deadline("2026-12-16")).toEqual([`Wednesday 16 December ${words}`]);
    expect(deadline("2026-12-18")).toEqual([`Friday 18 December ${words}`]);
  });

  it.each([
    ["2026-10-01", "is the day of the school census"],
    ["2027-01-21", "is the day of the school census"],
    ["2027-05-20", "is the day of the school census"],
    ["2027-05-21", "is the working day after the school census"],
  ])("warns of a deadline on %s, which %s", (day, words) => {
    expect(deadline(day)).toEqual([expect.stringContaining(words)]);
  });

  it("says nothing of the census on the day before, or of a round that opens on it", () => {
    expect(deadline("2027-05-19")).toEqual([]);
    expect(at("opensOn", "2027-05-20")).toEqual([]);
  });

  it("says that holidays could not be checked where the year's terms are not known", () => {
    expect(deadline("2028-02-02")).toEqual([
      "The terms of 2027 to 2028 are not in the calendar, so holidays could not be checked",
    ]);
  });

  it("warns of another round's deadline of the same schools within five working days", () => {
    const others = (date: string): OtherDeadline[] => [
      { title: "Core Standards", date, schools: 412 },
    ];
    const clashes = (date: string) =>
      dateWarnings(
        { opensOn: null, firstDeadline: null, finalDeadline: "2026-11-26" },
        { calendar, others: others(date) },
      );
    expect(clashes("2026-12-03")).toEqual([
      {
        field: "finalDeadline",
        text: "Core Standards has a deadline on 3 December 2026 for 412 of these schools",
      },
    ]);
    expect(clashes("2026-11-19")).toHaveLength(1);
    expect(clashes("2026-12-04")).toEqual([]);
    expect(clashes("2026-11-18")).toEqual([]);
  });
});
