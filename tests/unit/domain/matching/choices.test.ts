import { describe, expect, it } from "vitest";
import { readWindow, usualWindow } from "~/domain/matching/choices";
import { DISTRICT_NEIGHBOURS } from "~/domain/matching/district-neighbours";
import { countShown, isShown } from "~/domain/matching/round-visits";
import { trustOfSchool } from "~/domain/matching/school-trust";
import { choicesQuery, readMatchingChoices } from "~/forms/visit-matching";

const today = "2026-11-24";
const terms = [
  { year: "2026-27", term: 2, from: "2026-11-02", to: "2026-12-18" },
  { year: "2026-27", term: 6, from: "2027-06-07", to: "2027-07-22" },
];
const usual = { from: today, to: "2027-07-22" };

describe("the days visits may be on", () => {
  it("last to the end of the academic year, or to 31 July where its terms are not known", () => {
    expect(usualWindow({ terms, bankHolidays: [] }, today)).toEqual(usual);
    expect(usualWindow({ terms: [], bankHolidays: [] }, today).to).toBe("2027-07-31");
    expect(usualWindow({ terms, bankHolidays: [] }, "2027-08-02").to).toBe("2027-08-02");
  });

  it("are read as typed, and told apart from what cannot be", () => {
    const read = (from: string, to: string) => readWindow({ from, to }, { usual, today });
    expect(read("", "")).toEqual({ ok: true, value: usual });
    expect(read("4 1 2027", "26 3 2027")).toEqual({
      ok: true,
      value: { from: "2027-01-04", to: "2027-03-26" },
    });
    const fields = (from: string, to: string) => {
      const found = read(from, to);
      return found.ok ? [] : found.problem.map(({ field }) => field);
    };
    expect(fields("soon", "later")).toEqual(["from", "to"]);
    expect(fields("1 9 2026", "")).toEqual(["from"]);
    expect(fields("4 1 2027", "3 1 2027")).toEqual(["to"]);
  });
});

describe("choices in an address", () => {
  it("come back as they were sent", () => {
    const address =
      "shown=1&round=r1&asked=1&sample=1&most=20&seed=7&pick=118254&pair=118255.one.two";
    const choices = readMatchingChoices(new URLSearchParams(address));
    const again = readMatchingChoices(choicesQuery(choices));
    expect(again).toEqual(choices);
    expect(choices).toMatchObject({ longestWithout: false, sampleMost: 20, picked: ["118254"] });
  });

  it("take a pair chosen by hand in place of the one before, and leave nonsense out", () => {
    const address = "shown=1&pair=118255.one.two&pair=nonsense&for=118255&lead=three&second=four";
    const { pairs } = readMatchingChoices(new URLSearchParams(address));
    expect(pairs).toEqual([{ urn: "118255", lead: "three", second: "four" }]);
    const choices = readMatchingChoices(new URLSearchParams(address));
    expect(choicesQuery(choices, "118255").has("pair")).toBe(false);
  });
});

describe("the visits of a round", () => {
  it("stand in each group they belong to", () => {
    const asked = { state: "proposed", reviewers: 1, late: true } as const;
    const over = { state: "cancelled", reviewers: 0, late: false } as const;
    expect(isShown(asked, "asking") && isShown(asked, "missing") && isShown(asked, "late")).toBe(
      true,
    );
    expect(isShown(over, "all") || isShown(over, "missing")).toBe(false);
    const counts = new Map(countShown([asked, over]).map(({ shows, count }) => [shows, count]));
    expect(counts.get("all")).toBe(1);
    expect(counts.get("cancelled")).toBe(1);
  });
});

describe("the trust of a school", () => {
  it("is a question at an academy that names none, and none at a maintained school", () => {
    const academy = { typeName: "Academy converter", typeGroup: "Academies" };
    const maintained = {
      typeName: "Community school",
      typeGroup: "Local authority maintained schools",
    };
    expect(trustOfSchool({ ...academy, trustName: "Tideway" })).toEqual({
      standing: "in-trust",
      name: "Tideway",
    });
    expect(trustOfSchool({ ...academy, trustName: null }).standing).toBe("not-recorded");
    expect(trustOfSchool({ ...maintained, trustName: null }).standing).toBe("no-trust");
  });
});

describe("districts", () => {
  it("lie beside each other both ways", () => {
    for (const [district, beside] of DISTRICT_NEIGHBOURS) {
      for (const other of beside) {
        expect(DISTRICT_NEIGHBOURS.get(other), `${other} and ${district}`).toContain(district);
      }
    }
  });
});
