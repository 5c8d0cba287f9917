import { describe, expect, it } from "vitest";
import { mayConfirm, type LastConfirmation } from "~/domain/confirmation/confirm-rules";
import { renewalOf } from "~/domain/confirmation/renew-rules";

const TODAY = "2026-11-24";
const scheme = (missing: number) => ({
  points: 6,
  missing: Array.from({ length: missing }, () => ({ key: "F1", short: "Staff training" })),
  lead: { name: "", email: "" },
  trainingLapses: null,
});
const copy = (over: Partial<{ submissionId: string; period: number; missing: number }> = {}) => ({
  submissionId: over.submissionId ?? "second",
  period: over.period ?? 2,
  scheme: scheme(over.missing ?? 0),
});
const last = (over: Partial<LastConfirmation> = {}): LastConfirmation => ({
  submissionId: "first",
  period: 1,
  state: "standing",
  endsOn: "2027-03-12",
  ...over,
});
const word = (asked: Parameters<typeof mayConfirm>[0]) => {
  const found = mayConfirm(asked);
  return found.ok ? "yes" : found.problem;
};

describe("confirming a school", () => {
  it.each([
    ["nothing is signed", null, null, "not-signed"],
    ["a point is missing", copy({ missing: 1 }), null, "points-missing"],
    ["all points are met, for the first time", copy(), null, "yes"],
    [
      "it was given for this very copy",
      copy({ submissionId: "first" }),
      last(),
      "confirmed-already",
    ],
    [
      "this very copy ran out: the school signs again",
      copy({ submissionId: "first" }),
      last({ endsOn: "2026-11-01" }),
      "confirmed-already",
    ],
    ["the next period is signed, however early", copy(), last(), "yes"],
    ["a later copy of the period comes early", copy({ period: 1 }), last(), "not-due-yet"],
    [
      "a later copy of the period, near the end",
      copy({ period: 1 }),
      last({ endsOn: "2026-12-31" }),
      "yes",
    ],
    [
      "it was withdrawn for this copy, and things are right again",
      copy({ submissionId: "first" }),
      last({ state: "withdrawn" }),
      "yes",
    ],
  ] as const)("when %s", (_, standing, before, expected) => {
    expect(word({ copy: standing, last: before, today: TODAY })).toBe(expected);
  });

  it("is not for a questionnaire without points", () => {
    const none = { ...copy(), scheme: { ...scheme(0), points: 0 } };
    expect(word({ copy: none, last: null, today: TODAY })).toBe("points-missing");
  });
});

describe("renewing", () => {
  const asked = { last: last(), newestPeriod: 1, roundOpen: true, today: "2027-02-01" };

  it.each([
    ["near the end", asked, "offered"],
    ["after the end", { ...asked, today: "2027-05-01" }, "offered"],
    ["long before the end", { ...asked, today: TODAY }, "not-due"],
    ["with the next period begun", { ...asked, newestPeriod: 2 }, "begun"],
    ["in a closed round", { ...asked, roundOpen: false }, "round-closed"],
    ["of one withdrawn", { ...asked, last: last({ state: "withdrawn" }) }, "not-due"],
    ["of one renewed", { ...asked, last: last({ state: "superseded" }) }, "not-due"],
  ] as const)("%s is %s", (_, facts, expected) => {
    expect(renewalOf(facts)).toBe(expected);
  });
});
