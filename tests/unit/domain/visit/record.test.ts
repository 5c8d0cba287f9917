import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkViews, commonView, type View } from "~/domain/visit/combine";
import { draftFindings, draftWhatWeDid } from "~/domain/visit/draft-record";
import { checkFindings, recordLimits } from "~/domain/visit/record-limits";
import { MODERATED_VIEWS, NOTE_KINDS } from "~/domain/visit/states";
import { allSaid, checkPoints, type Point } from "~/domain/visit/three-oclock";

const point = (over: Partial<Point> = {}): Point => ({
  id: "p1",
  kind: "saw",
  key: "C3",
  text: "Plans in Years 2 to 5 have all three reviews.",
  said: true,
  ...over,
});

describe("views", () => {
  it("need a reason only where they differ from what the school said", () => {
    const views = new Map<string, View>([
      ["C1", { view: "about-there", reason: "" }],
      ["C3", { view: "further-on", reason: " " }],
      ["C5", { view: "not-looked-at", reason: "" }],
      ["D2", { view: "not-there-yet", reason: "Two of six plans had no review." }],
    ]);
    expect(checkViews(views)).toEqual([{ key: "C3", code: "reason-missing" }]);
  });

  it("start the agreed one from what both have in common, and from nothing where they differ", () => {
    expect(commonView("about-there", "about-there")).toBe("about-there");
    expect(commonView("not-looked-at", "further-on")).toBe("further-on");
    expect(commonView("further-on", "about-there")).toBeNull();
  });

  it("have the same in common whoever is asked first", () => {
    const view = fc.constantFrom(...MODERATED_VIEWS);
    fc.assert(
      fc.property(view, view, (a, b) => {
        expect(commonView(a, b)).toBe(commonView(b, a));
      }),
    );
  });
});

describe("three o'clock", () => {
  it("has one to five points, each about something the school asked", () => {
    expect(checkPoints([], ["C3"])).toEqual([{ code: "none" }]);
    const six = Array.from({ length: 6 }, (_, i) => point({ id: `p${i}` }));
    expect(checkPoints(six, ["C3"])).toEqual([{ code: "too-many" }]);
    expect(checkPoints([point({ key: "A1" })], ["C3"])).toEqual([
      { code: "not-in-focus", id: "p1" },
    ]);
  });

  it("is over when every point was said", () => {
    expect(allSaid([])).toBe(false);
    expect(allSaid([point(), point({ id: "p2", said: false })])).toBe(false);
    expect(allSaid([point()])).toBe(true);
  });
});

describe("the record", () => {
  it("drafts itself under each focus and heading from what was said", () => {
    const agreed = new Map<string, View>([["C3", { view: "further-on", reason: "Year 6 too." }]]);
    const points = [
      point(),
      point({ id: "p2", kind: "works-well", text: "Word mats are for everyone." }),
      point({ id: "p3", text: "Not said", said: false }),
    ];
    expect(draftFindings(["C3", "D2"], agreed, points)).toEqual([
      {
        key: "C3",
        view: "further-on",
        reason: "Year 6 too.",
        saw: "Plans in Years 2 to 5 have all three reviews.",
        worksWell: "Word mats are for everyone.",
        wondered: "",
      },
      { key: "D2", view: "not-looked-at", reason: "", saw: "", worksWell: "", wondered: "" },
    ]);
  });

  it("holds nothing that was not said, whatever the points", () => {
    const points = fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...NOTE_KINDS),
        key: fc.constantFrom("C1", "C3"),
        text: fc.string({ minLength: 1 }),
        said: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(points, (given) => {
        const findings = draftFindings(["C1", "C3"], new Map(), given);
        const words = findings.flatMap(({ saw, worksWell, wondered }) => [
          saw,
          worksWell,
          wondered,
        ]);
        const room = given.filter(({ said }) => said).map(({ text }) => text.trim().length);
        const lines = words.filter((text) => text !== "").join("\n");
        const longest = room.reduce((sum, length) => sum + length + 1, 0);
        expect(lines.length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it("says what was done from the day's lines", () => {
    const day = [
      { title: "Learning walk", withWhom: "SENCO" },
      { title: "Six plans", withWhom: "" },
    ];
    expect(draftWhatWeDid(day)).toBe("Learning walk, with SENCO; Six plans");
  });

  it("has less room for each field the more there is to look at, so that two pages hold it", () => {
    expect(recordLimits(1).finding).toBe(400);
    expect(recordLimits(4).finding).toBe(300);
    expect(recordLimits(11).finding).toBe(100);
    const long = {
      key: "C3",
      view: "about-there",
      reason: "",
      worksWell: "",
      wondered: "",
    } as const;
    expect(checkFindings([{ ...long, saw: "a".repeat(401) }])).toEqual([
      { field: "C3.saw", code: "too-long", limit: 400 },
    ]);
    expect(checkFindings([{ ...long, saw: "a".repeat(400) }])).toEqual([]);
  });
});
