import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { supportFor, supportStanding } from "~/domain/support/support-for";
import { offerLines } from "~/domain/support/support-words";
import { aSupportEntry } from "~tests/support/factories/support";

const TODAY = "2026-11-30";
const asked = { itemKeys: ["A1"], today: TODAY, district: "North Weald" };
const on = (day: string, place = "Online") => ({ on: day, at: "15:45", place });

describe("help for a statement", () => {
  test("is what is tied to it and stands today", () => {
    const entries = [
      aSupportEntry({ id: "today", validFrom: TODAY, validTo: TODAY }),
      aSupportEntry({ id: "other", itemKeys: ["A2"] }),
      aSupportEntry({ id: "over", validTo: "2026-11-29" }),
      aSupportEntry({ id: "to-come", validFrom: "2026-12-01" }),
      aSupportEntry({ id: "retired", retired: true }),
    ];
    expect(supportFor(entries, asked).map(({ id }) => id)).toEqual(["today"]);
  });

  test("shows the dates of a course still to come, and no course whose dates have passed", () => {
    const entries = [
      aSupportEntry({ id: "past", kind: "course", dates: [on("2026-11-29")] }),
      aSupportEntry({ id: "some", kind: "course", dates: [on("2026-11-29"), on(TODAY)] }),
      aSupportEntry({ id: "when-asked", kind: "course" }),
    ];
    const found = supportFor(entries, asked);
    expect(found.map(({ id, dates }) => [id, dates.length])).toEqual([
      ["some", 1],
      ["when-asked", 0],
    ]);
  });

  test("begins with the school’s own district, then everywhere, then other districts", () => {
    const entries = [
      aSupportEntry({ id: "far", kind: "course", districts: ["Shepway"] }),
      aSupportEntry({ id: "everywhere", kind: "course" }),
      aSupportEntry({ id: "own", kind: "template", districts: ["Thanet", "North Weald"] }),
    ];
    expect(supportFor(entries, asked).map(({ id }) => id)).toEqual(["own", "everywhere", "far"]);
    const unknown = supportFor(entries, { ...asked, district: null });
    expect(unknown.map(({ id }) => id)).toEqual(["everywhere", "far", "own"]);
  });

  test("begins the dates of a course with the place in the school’s district", () => {
    const dates = [on("2026-12-01", "Shepway library"), on("2026-12-08", "Hall, North Weald")];
    const [course] = supportFor([aSupportEntry({ kind: "course", dates })], asked);
    expect(course?.dates.map((date) => date.on)).toEqual(["2026-12-08", "2026-12-01"]);
  });

  test("never shows what does not stand, whatever the dates", () => {
    const day = fc.constantFrom("2026-11-28", "2026-11-29", TODAY, "2026-12-01");
    const entry = fc.record({
      validFrom: fc.option(day),
      validTo: fc.option(day),
      retired: fc.boolean(),
      dates: fc.array(day.map((one) => on(one))),
    });
    fc.assert(
      fc.property(fc.array(entry), (made) => {
        const found = supportFor(made.map(aSupportEntry), asked);
        for (const one of found) {
          expect(supportStanding(one, TODAY)).toBe("on");
          expect(one.dates.every((date) => date.on >= TODAY)).toBe(true);
        }
      }),
    );
  });
});

describe("what an officer can offer", () => {
  test("is a line for each entry, with dates, how to book and the school that shares", () => {
    const course = aSupportEntry({
      kind: "course",
      title: "Checking need types together",
      about: "Free, 14 places",
      dates: [on("2027-01-26")],
      booking: "Book with the Inclusion team",
      link: "https://wealdshire.example/courses",
      email: null,
    });
    const sharing = aSupportEntry({
      kind: "school",
      title: "a half-termly list check",
      school: { id: "s", name: "Oakfold Primary School" },
      email: "senco@oakfold.example",
    });
    expect(offerLines([course, sharing])).toEqual([
      "Checking need types together, Tuesday 26 January 2027, 15:45, Online. Free, 14 places. Book with the Inclusion team: https://wealdshire.example/courses",
      "Oakfold Primary School: a half-termly list check. senco@oakfold.example",
    ]);
  });
});
