import { describe, expect, it } from "vitest";
import { standingOf, type Standing, type StandingFacts } from "~/domain/submission/standing";

const sealed: StandingFacts = {
  state: "standing",
  supersededById: null,
  withdrawnAt: null,
  document: "ready",
};
const when = new Date("2026-11-22T10:00:00Z");

const cases: readonly (readonly [string, Partial<StandingFacts>, Standing])[] = [
  ["sealed", {}, "genuine"],
  ["superseded", { supersededById: "s2" }, "superseded"],
  ["withdrawn", { withdrawnAt: when }, "withdrawn"],
  ["withdrawn and superseded", { withdrawnAt: when, supersededById: "s2" }, "withdrawn"],
  [
    "awaiting the governor",
    { state: "awaiting-governor", document: null },
    "signed-not-yet-sealed",
  ],
  ["waiting for its PDF", { document: "pending" }, "signed-not-yet-sealed"],
  ["still without its PDF after a failure", { document: "failed" }, "signed-not-yet-sealed"],
  ["taken back or declined", { state: "set-aside" }, "withdrawn"],
];

describe("what a check says of a signed copy", () => {
  it.each(cases)("%s", (_name, facts, standing) => {
    expect(standingOf({ ...sealed, ...facts })).toBe(standing);
  });
});
