import { describe, expect, it } from "vitest";
import { schemePoints } from "~/domain/questionnaire/scheme-points";
import { anAnswer, aReview } from "./a-review";
import { readTemplate } from "./read-template";

const asthma = readTemplate("asthma-friendly");
const ENTRY = ["A1", "A2", "B1", "C1", "D1", "F1"];
const yes = (keys: string[]) => keys.map((key) => anAnswer(key, { level: "3" }));

describe("the points of the asthma scheme", () => {
  it("are met when all six are Yes", () => {
    expect(schemePoints(aReview(asthma, yes(ENTRY))).entry).toEqual({
      yes: 6,
      total: 6,
      met: true,
      missing: [],
    });
  });

  it.each([["2"], ["1"], ["N"], [null]])("are not met when training is %s, and say so", (level) => {
    const points = schemePoints(
      aReview(asthma, [...yes(ENTRY.slice(0, 5)), anAnswer("F1", { level })]),
    );
    expect(points.entry).toMatchObject({ yes: 5, met: false });
    expect(points.entry.missing.map(({ item }) => item.short)).toEqual(["Staff training"]);
  });

  it("count the twelve by Yes and by answered, and going further apart", () => {
    const review = aReview(asthma, [
      ...yes(["A1", "A2", "A3"]),
      anAnswer("B4", { level: "2" }),
      anAnswer("H1", { level: "1" }),
    ]);
    expect(schemePoints(review).starters).toEqual({ yes: 3, answered: 4, total: 12 });
    expect(schemePoints(review).further).toEqual({ answered: 1, total: 23 });
  });

  it("are none in a questionnaire without any", () => {
    expect(schemePoints(aReview(readTemplate("early-years"))).entry).toMatchObject({
      total: 0,
      met: false,
    });
  });
});
