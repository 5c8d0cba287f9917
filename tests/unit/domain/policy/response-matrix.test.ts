import { describe, expect, it } from "vitest";
import { RESPONSE_ACTIONS, type ResponseAction } from "~/domain/policy/actions";
import { can } from "~/domain/policy/can";
import { RESPONSE_STATES, type ResponseState } from "~/domain/response/states";
import { aResponse, PEOPLE, ROUND, type PersonKey } from "./people";

/**
 * Written by hand from design.md section 3. Who may do it in a round, and in which states.
 * `knows`: may know that it exists, so is refused openly; everybody else gets "not found".
 */
const TEAM: PersonKey[] = ["head", "coordinator", "contributor"];
const LEADS: PersonKey[] = ["head", "coordinator"];
const KNOWS: PersonKey[] = [...TEAM, "governor", "officer", "manager", "shared"];
const ALL = [...RESPONSE_STATES];
const OPEN: ResponseState[] = ["not-started", "in-progress"];

const MATRIX: Record<ResponseAction, { who: PersonKey[]; states: ResponseState[] }> = {
  "response.view-status": { who: KNOWS, states: ALL },
  "response.view-draft": { who: TEAM, states: ALL },
  "response.view-history": { who: TEAM, states: ALL },
  "response.answer": { who: TEAM, states: OPEN },
  "response.assign": { who: LEADS, states: OPEN },
  "response.confirm-applicability": { who: LEADS, states: OPEN },
  "response.move-version": { who: LEADS, states: OPEN },
  "response.mark-ready": { who: LEADS, states: OPEN },
  "response.take-back": { who: LEADS, states: ["ready-to-sign"] },
  "response.sign": { who: ["head"], states: ["ready-to-sign"] },
  "response.countersign": { who: ["governor"], states: ["awaiting-governor"] },
  "response.decline": { who: ["governor"], states: ["awaiting-governor"] },
  "response.note-minute": { who: LEADS, states: ["awaiting-governor"] },
  "response.recall": { who: ["head"], states: ["awaiting-governor", "submitted"] },
  "response.amend": { who: ["head"], states: ["submitted", "replied"] },
};

const people = Object.keys(PEOPLE) as PersonKey[];

function answer(person: PersonKey, action: ResponseAction, facts: Parameters<typeof aResponse>[0]) {
  const verdict = can(PEOPLE[person], action, aResponse(facts));
  if (verdict.allowed) return "yes";
  return verdict.hide ? "not found" : "no";
}

describe.each(RESPONSE_ACTIONS)("%s", (action) => {
  const { who, states } = MATRIX[action];

  it.each(people)("in a round, for the %s", (person) => {
    for (const state of RESPONSE_STATES) {
      const may = who.includes(person) && states.includes(state);
      const refusal = KNOWS.includes(person) ? "no" : "not found";
      const expected = may ? "yes" : refusal;
      expect([state, answer(person, action, { state })]).toEqual([state, expected]);
    }
  });

  it.each(people)("in a private self-review, for the %s", (person) => {
    for (const state of RESPONSE_STATES) {
      const isTeam = TEAM.includes(person);
      const may = isTeam && who.includes(person) && states.includes(state);
      const refusal = isTeam ? "no" : "not found";
      const expected = may ? "yes" : refusal;
      expect([state, answer(person, action, { state, round: null })]).toEqual([state, expected]);
    }
  });

  it("stops at the closing of the round, except reading", () => {
    const isReading = action.startsWith("response.view-");
    const round = { ...ROUND, open: false };
    const state = states.includes("in-progress") ? "in-progress" : (states[0] ?? "in-progress");
    const [person = "head"] = who;
    expect(answer(person, action, { state, round })).toBe(isReading ? "yes" : "no");
  });
});
