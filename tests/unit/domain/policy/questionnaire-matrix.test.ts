import { describe, expect, it } from "vitest";
import { can, type Question } from "~/domain/policy/can";
import type { Verdict } from "~/domain/policy/verdict";
import { aGrant, anActor, PEOPLE, TODAY } from "./people";

function word(verdict: Verdict): string {
  if (verdict.allowed) return "yes";
  return verdict.hide ? "404" : "no";
}

const kent = { today: TODAY, organisationId: "kent" };
const toolkit = { ...kent, questionnaireKey: "inclusion-toolkit" };

/** Read across: head, coordinator, contributor, governor, officer, manager, shared with, other officer, other head, reviewer, nobody. */
const rows: readonly (readonly [name: string, question: Question, expected: string])[] = [
  [
    "see the questionnaires of the organisation",
    ["organisation.view-questionnaires", kent],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "write, publish and retire a version",
    ["questionnaire.author", toolkit],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
];

describe("writing questionnaires", () => {
  it.each(rows)("%s", (_, question, expected) => {
    expect(
      Object.values(PEOPLE)
        .map((person) => word(can(person, ...question)))
        .join(" "),
    ).toBe(expected);
  });

  it("of one questionnaire only, where the manager's role is limited to it", () => {
    const key = "asthma-friendly";
    const manager = anActor(
      "manager",
      aGrant("manager", { organisationId: "kent", questionnaireKey: key }),
    );
    expect(word(can(manager, "organisation.view-questionnaires", kent))).toBe("yes");
    expect(word(can(manager, "questionnaire.author", { ...kent, questionnaireKey: key }))).toBe(
      "yes",
    );
    expect(word(can(manager, "questionnaire.author", toolkit))).toBe("404");
  });
});
