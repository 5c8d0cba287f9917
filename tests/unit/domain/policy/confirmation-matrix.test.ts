import { describe, expect, it } from "vitest";
import { can, type Question } from "~/domain/policy/can";
import type { Verdict } from "~/domain/policy/verdict";
import { aGrant, anActor, PEOPLE, ROUND, TODAY } from "./people";

function word(verdict: Verdict): string {
  if (verdict.allowed) return "yes";
  return verdict.hide ? "404" : "no";
}

const scheme = { today: TODAY, organisationId: "kent", questionnaireKey: "inclusion-toolkit" };
const status = {
  today: TODAY,
  schoolId: "marsh-lane",
  questionnaireKey: "inclusion-toolkit",
  round: ROUND,
};
const closed = { ...status, round: { ...ROUND, open: false } };

/** Read across: head, coordinator, contributor, governor, officer, manager, shared with, other officer, other head, reviewer, nobody. */
const rows: readonly (readonly [name: string, question: Question, expected: string])[] = [
  [
    "the list of a scheme's schools",
    ["scheme.list-schools", scheme],
    "404 404 404 404 yes yes 404 404 404 404 404",
  ],
  [
    "a school's status and its certificate",
    ["confirmation.view", status],
    "yes yes yes yes yes yes yes 404 404 404 404",
  ],
  ["confirm", ["confirmation.give", status], "no no no no yes yes no 404 404 404 404"],
  [
    "confirm in a closed round",
    ["confirmation.give", closed],
    "no no no no no no no 404 404 404 404",
  ],
  ["withdraw", ["confirmation.withdraw", status], "no no no no yes yes no 404 404 404 404"],
  [
    "withdraw one of a closed round",
    ["confirmation.withdraw", closed],
    "no no no no yes yes no 404 404 404 404",
  ],
  ["renew", ["confirmation.renew", status], "yes yes no no no no no 404 404 404 404"],
  [
    "renew in a closed round",
    ["confirmation.renew", closed],
    "no no no no no no no 404 404 404 404",
  ],
];

describe("confirmations: who may", () => {
  it.each(rows)("%s", (_name, question, expected) => {
    const found = Object.values(PEOPLE).map((person) => word(can(person, ...question)));
    expect(found.join(" ")).toBe(expected);
  });
});

describe("a role for asthma alone", () => {
  const key = "asthma-friendly";
  const nurse = anActor(
    "nurse",
    aGrant("officer", { organisationId: "kent", questionnaireKey: key }),
  );
  const inSchool = (role: "coordinator" | "contributor") =>
    anActor(role, aGrant(role, { schoolId: "marsh-lane", questionnaireKey: key }));
  const asthma = { ...status, questionnaireKey: key };

  it("confirms schools for asthma, and is not told that there is anything else", () => {
    expect(word(can(nurse, "scheme.list-schools", { ...scheme, questionnaireKey: key }))).toBe(
      "yes",
    );
    expect(word(can(nurse, "scheme.list-schools", scheme))).toBe("404");
    for (const action of ["confirmation.give", "confirmation.withdraw"] as const) {
      expect(word(can(nurse, action, asthma))).toBe("yes");
      expect(word(can(nurse, action, status))).toBe("404");
    }
    expect(word(can(nurse, "confirmation.view", status))).toBe("404");
  });

  it("renews as the coordinator of it, not as a colleague, and nothing else", () => {
    expect(word(can(inSchool("coordinator"), "confirmation.renew", asthma))).toBe("yes");
    expect(word(can(inSchool("coordinator"), "confirmation.renew", status))).toBe("404");
    expect(word(can(inSchool("contributor"), "confirmation.renew", asthma))).toBe("no");
  });
});
