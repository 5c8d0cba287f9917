import { describe, expect, it } from "vitest";
import { REPLY_ACTIONS, type ReplyAction } from "~/domain/policy/actions";
import { can } from "~/domain/policy/can";
import { RESPONSE_STATES, type ResponseState } from "~/domain/response/states";
import { aGrant, anActor, aReturn, PEOPLE, ROUND, type PersonKey } from "./people";

/** Written by hand from design.md section 3, row "questions and replies". */
const TEAM: PersonKey[] = ["head", "coordinator", "contributor"];
const OFFICERS: PersonKey[] = ["officer", "manager"];
const KNOWS: PersonKey[] = [...TEAM, "governor", ...OFFICERS, "shared"];
const IN_ROUND = RESPONSE_STATES.filter((state) => state !== "withdrawn");

type Row = { who: PersonKey[]; states: readonly ResponseState[] };
const MATRIX: Record<ReplyAction, Row> = {
  "reply.read": { who: KNOWS, states: IN_ROUND },
  "reply.see-waiting": { who: [...TEAM, ...OFFICERS], states: IN_ROUND },
  "question.answer": { who: TEAM, states: IN_ROUND },
  "question.ask": { who: OFFICERS, states: IN_ROUND },
  "question.close": { who: OFFICERS, states: IN_ROUND },
  "reply.write": { who: OFFICERS, states: ["submitted"] },
};
/** What was written to the school stays with the school. */
const OWN: PersonKey[] = [...TEAM, "governor"];

function answer(person: PersonKey, action: ReplyAction, facts: Parameters<typeof aReturn>[0]) {
  const verdict = can(PEOPLE[person], action, aReturn(facts));
  if (verdict.allowed) return "yes";
  return verdict.hide ? "not found" : "no";
}

describe.each(REPLY_ACTIONS)("%s", (action) => {
  const { who, states } = MATRIX[action];

  it.each(Object.keys(PEOPLE) as PersonKey[])("of a return in a round, for the %s", (person) => {
    for (const responseState of RESPONSE_STATES) {
      const isOwn = action === "reply.read" && OWN.includes(person);
      const may = who.includes(person) && (isOwn || states.includes(responseState));
      const refusal = KNOWS.includes(person) ? "no" : "not found";
      const expected = may ? "yes" : refusal;
      expect([responseState, answer(person, action, { responseState })]).toEqual([
        responseState,
        expected,
      ]);
    }
  });

  it("after the round has closed as before", () => {
    const [person = "head"] = who;
    const [responseState = "submitted"] = states;
    const round = { ...ROUND, open: false };
    expect(answer(person, action, { responseState, round })).toBe("yes");
  });

  it("of a private self-review is nobody's outside the team", () => {
    for (const person of ["governor", ...OFFICERS, "shared"] as PersonKey[]) {
      expect(answer(person, action, { round: null })).toBe("not found");
    }
  });
});

describe("an officer of one questionnaire", () => {
  const officer = (questionnaireKey: string) =>
    anActor("asthma", aGrant("officer", { organisationId: "kent", questionnaireKey }));

  it("replies to returns of that questionnaire, and knows of no other", () => {
    expect(can(officer("inclusion-toolkit"), "reply.write", aReturn())).toEqual({ allowed: true });
    const other = can(officer("asthma-friendly"), "reply.read", aReturn());
    expect(other).toMatchObject({ allowed: false, hide: true });
  });
});

describe("without a signed copy", () => {
  it("nothing is asked and nothing is replied to", () => {
    for (const action of ["question.ask", "reply.write"] as const) {
      expect(answer("officer", action, { standing: false })).toBe("no");
    }
  });
});
