import { ACTION_STATE_WORDS } from "~/domain/action/action-words";
import type { ActionState } from "~/domain/action/states";
import type { Choice } from "../form/choice";
import type { TagColour } from "../tag";

const COLOURS: Record<ActionState, TagColour> = {
  open: "grey",
  "in-progress": "blue",
  done: "green",
  dropped: "outline",
};

/** How the state of an action is shown. */
export const actionState = (state: ActionState) => ({
  colour: COLOURS[state],
  word: ACTION_STATE_WORDS[state],
});

/** The word on the button for a move. Something done or dropped is taken up again. */
export function moveWord(from: ActionState, to: ActionState): string {
  const again = from === "done" || from === "dropped";
  return again ? "Take up again" : ACTION_STATE_WORDS[to];
}

export const PRIORITY_CHOICES: readonly Choice[] = [
  { value: "1", label: "1, first" },
  { value: "2", label: "2, next" },
  { value: "3", label: "3, when there is time" },
];
