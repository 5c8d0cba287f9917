import { describe, expect, it } from "vitest";
import { movesFrom, moveAction } from "~/domain/action/lifecycle";
import { ACTION_STATES, type ActionState } from "~/domain/action/states";

/** Full product, by hand: design.md section 4, Action; what is done or dropped may be taken up again. */
const table: Record<ActionState, readonly ActionState[]> = {
  open: ["in-progress", "done", "dropped"],
  "in-progress": ["done", "dropped"],
  done: ["in-progress"],
  dropped: ["open"],
};

describe("an action", () => {
  for (const from of ACTION_STATES) {
    for (const to of ACTION_STATES) {
      const may = table[from].includes(to);
      it(`${from} to ${to}: ${may ? "moves" : "refused"}`, () => {
        const problem = { code: "cannot", from, to };
        const expected = may ? { ok: true, value: to } : { ok: false, problem };
        expect(moveAction(from, to)).toEqual(expected);
        expect(movesFrom(from).includes(to)).toBe(may);
      });
    }
  }
});
