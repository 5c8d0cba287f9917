import { describe, expect, it } from "vitest";
import { kappaSentence } from "~/domain/figures/figure-words";
import { reviewerAgreement, type IndependentViews } from "~/domain/figures/reviewer-agreement";
import type { ModeratedView } from "~/domain/visit/states";

type Pair = readonly [ModeratedView, ModeratedView];

const same: Pair = ["about-there", "about-there"];
const apart: Pair = ["further-on", "about-there"];
const low: Pair = ["not-there-yet", "not-there-yet"];

const visitsOf = (schools: number, pairs: readonly Pair[]): IndependentViews[] =>
  Array.from({ length: schools }, (_, at) => ({ schoolId: `school-${at}`, pairs }));

describe("agreement of two reviewers who looked independently", () => {
  it("comes with how many areas both looked at and a range", () => {
    const oneLooked: Pair = ["about-there", "not-looked-at"];
    const found = reviewerAgreement(visitsOf(6, [same, apart, low, oneLooked]));
    expect(found).toMatchObject({ ok: true, value: { n: 18 } });
    expect(kappaSentence(found)).toMatch(
      /^Weighted kappa 0\.\d\d over 18 areas two reviewers looked at independently, likely between 0\.\d\d and 0\.\d\d\.$/,
    );
  });

  it("says so without a range where every pair of views is the same", () => {
    const found = reviewerAgreement(visitsOf(5, [same, low]));
    expect(kappaSentence(found)).toBe(
      "Weighted kappa 1.00 over 10 areas two reviewers looked at independently: every pair of views was the same.",
    );
  });

  it("is held back where it would be about a few reviewers", () => {
    const found = reviewerAgreement(visitsOf(4, [same, apart, low]));
    expect(found).toEqual({ ok: false, problem: { code: "fewer-than-five-schools" } });
  });

  it("is not given where chance explains everything, or nobody looked", () => {
    expect(reviewerAgreement(visitsOf(5, [same]))).toMatchObject({
      problem: { code: "one-category" },
    });
    expect(reviewerAgreement(visitsOf(5, [["not-looked-at", "about-there"]]))).toMatchObject({
      problem: { code: "nothing-judged-twice" },
    });
  });
});
