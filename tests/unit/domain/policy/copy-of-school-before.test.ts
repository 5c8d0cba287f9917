import { describe, expect, it } from "vitest";
import { can } from "~/domain/policy/can";
import type { SubmissionFacts } from "~/domain/policy/facts";
import type { Verdict } from "~/domain/policy/verdict";
import { aSubmission, PEOPLE } from "./people";

function word(verdict: Verdict): string {
  if (verdict.allowed) return "yes";
  return verdict.hide ? "404" : "no";
}

const taken = { schoolId: "old-marsh", heirs: ["marsh-lane"] };

/** Read across: head, coordinator, contributor, governor, officer, manager, shared with, other officer, other head, reviewer, nobody. */
const rows: readonly (readonly [
  name: string,
  facts: Partial<SubmissionFacts>,
  expected: string,
])[] = [
  ["taken over", taken, "yes yes yes yes yes yes yes 404 404 404 404"],
  ["not taken over", { schoolId: "old-marsh" }, "404 404 404 404 yes yes yes 404 404 404 404"],
  [
    "taken over, and private",
    { ...taken, round: null },
    "yes yes yes 404 404 404 404 404 404 404 404",
  ],
  [
    "taken over, while its governor is awaited",
    { ...taken, state: "awaiting-governor", responseState: "awaiting-governor" },
    "yes yes yes yes no no no 404 404 404 404",
  ],
];

describe("a signed copy of the school before: who reads it", () => {
  it.each(rows)("%s", (_, facts, expected) => {
    const found = Object.values(PEOPLE).map((person) =>
      word(can(person, "submission.view", aSubmission(facts))),
    );
    expect(found.join(" ")).toBe(expected);
  });
});
