import { ok, refused, type Result } from "~/domain/result";
import type { ActionState } from "./states";

/** Moves an action may make (design.md section 4, Action). What is done or dropped may be taken up again. */
const MOVES: Record<ActionState, readonly ActionState[]> = {
  open: ["in-progress", "done", "dropped"],
  "in-progress": ["done", "dropped"],
  done: ["in-progress"],
  dropped: ["open"],
};

/** The states an action can move to now. */
export function movesFrom(state: ActionState): readonly ActionState[] {
  return MOVES[state];
}

export function moveAction(
  from: ActionState,
  to: ActionState,
): Result<ActionState, { code: "cannot"; from: ActionState; to: ActionState }> {
  return MOVES[from].includes(to) ? ok(to) : refused({ code: "cannot", from, to });
}
