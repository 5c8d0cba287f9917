import { describe, expect, it } from "vitest";
import { isInReview, reviewMinutes, stateAfter } from "~/domain/action/check-in";
import { moveAction } from "~/domain/action/lifecycle";
import { ACTION_STATES, CHECK_IN_ANSWERS, type ActionState } from "~/domain/action/states";

/** Written by hand: where each answer leads from each state. */
const AFTER: Record<ActionState, Record<string, ActionState | null>> = {
  open: { done: "done", "on-the-way": "in-progress", stuck: "open" },
  "in-progress": { done: "done", "on-the-way": "in-progress", stuck: "in-progress" },
  done: { done: "done", "on-the-way": "in-progress", stuck: "in-progress" },
  dropped: { done: null, "on-the-way": null, stuck: null },
};

describe("an answer at the end of a term", () => {
  const all = ACTION_STATES.flatMap((state) =>
    CHECK_IN_ANSWERS.map((answer) => ({ state, answer })),
  );

  it.each(all)("of “$answer” for what is $state", ({ state, answer }) => {
    expect(stateAfter(state, answer)).toBe(AFTER[state][answer]);
  });

  it.each(all)(
    "of “$answer” for what is $state makes no move there is not",
    ({ state, answer }) => {
      const after = stateAfter(state, answer);
      const isMove = after !== null && after !== state;
      expect(isMove && !moveAction(state, after).ok).toBe(false);
    },
  );
});

describe("the actions of a review", () => {
  const at = (state: ActionState, over: { answered?: boolean; carriedOn?: boolean } = {}) =>
    isInReview({ state, answered: false, carriedOn: false, ...over });

  it("are those still to be done, and those answered in it", () => {
    expect(ACTION_STATES.map((state) => at(state))).toEqual([true, true, false, false]);
    expect(ACTION_STATES.map((state) => at(state, { answered: true }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("are not those that a later round carries on", () => {
    expect(at("open", { carriedOn: true, answered: true })).toBe(false);
  });

  it("are about four minutes when they are five, and never none", () => {
    expect([5, 1, 0, 10].map(reviewMinutes)).toEqual([4, 1, 1, 8]);
  });
});
