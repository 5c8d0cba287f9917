import { describe, expect, it } from "vitest";
import { countDutyAnswers, dutyLines } from "~/domain/questionnaire/duty-answers";
import { dutiesByItem, dutiesInForce, inForce, type Duty } from "~/domain/questionnaire/duties";
import { anAnswer, aReview, PRIMARY, TODAY } from "./a-review";
import { readTemplate } from "./read-template";

const aDuty = (changes: Partial<Duty> = {}): Duty => ({
  id: "d1",
  itemKey: "A1",
  kind: "must",
  source: "Children and Families Act 2014, section 67",
  validFrom: null,
  validTo: null,
  types: [],
  checked: false,
  ...changes,
});
const when = { today: TODAY, types: ["maintained"] as const };

describe("a duty", () => {
  it("is in force from its first day to its last, both included", () => {
    const dated = aDuty({ validFrom: "2024-09-01", validTo: "2026-11-22" });
    expect(inForce(dated, { ...when, today: "2024-08-31" })).toBe(false);
    expect(inForce(dated, { ...when, today: "2024-09-01" })).toBe(true);
    expect(inForce(dated, { ...when, today: "2026-11-22" })).toBe(true);
    expect(inForce(dated, { ...when, today: "2026-11-23" })).toBe(false);
  });

  it("binds its types of school; a school of unknown type is shown it", () => {
    const forAcademies = aDuty({ types: ["academy"] });
    expect(inForce(forAcademies, when)).toBe(false);
    expect(inForce(forAcademies, { ...when, types: ["academy"] })).toBe(true);
    expect(inForce(forAcademies, { ...when, types: [] })).toBe(true);
  });

  it("of law comes before guidance, and guidance before an owner's expectation", () => {
    const duties = [
      aDuty({ id: "l", kind: "local" }),
      aDuty({ id: "s", kind: "should" }),
      aDuty({ id: "m" }),
      aDuty({ id: "other", itemKey: "A2" }),
    ];
    const found = dutiesInForce(duties, { itemKey: "A1", ...when });
    expect(found.map((duty) => duty.id)).toEqual(["m", "s", "l"]);
  });

  it("not in force leaves no trace in the map", () => {
    const over = aDuty({ validTo: "2020-01-01" });
    expect(dutiesByItem([over], when).size).toBe(0);
  });
});

describe("duties beside statements", () => {
  const toolkit = readTemplate("inclusion-toolkit");

  it("of a SENCO bind a maintained primary and not a special school", () => {
    const asked = (applicability = PRIMARY) =>
      dutyLines(aReview(toolkit, [], applicability))
        .filter((line) => line.asked)
        .map((line) => line.item.key);
    expect(asked()).toContain("A3");
    expect(asked({ phases: ["SP"], types: ["special"], sections: null })).not.toContain("B4");
    expect(asked({ phases: ["SP"], types: ["special"], sections: null })).toContain("A5");
  });

  it("are counted by what was answered, and guidance is never asked", () => {
    const review = aReview(toolkit, [
      anAnswer("A3", { duty: "yes" }),
      anAnswer("A5", { duty: "partly" }),
      anAnswer("C2", { duty: "no" }),
      anAnswer("A2", { duty: "no" }),
    ]);
    const asked = dutyLines(review).filter((line) => line.asked).length;
    expect(countDutyAnswers(review)).toEqual({ yes: 1, partly: 1, no: 1, unanswered: asked - 3 });
  });

  it("need no answer where the school says that the statement does not apply", () => {
    const review = aReview(toolkit, [anAnswer("G5", { level: "N", duty: "no" })]);
    expect(dutyLines(review).find((line) => line.item.key === "G5")).toMatchObject({
      asked: false,
      answer: null,
    });
  });

  it("are not asked in the asthma questionnaire, whose scale asks already", () => {
    const lines = dutyLines(aReview(readTemplate("asthma-friendly")));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => line.asked)).toEqual([]);
  });
});
