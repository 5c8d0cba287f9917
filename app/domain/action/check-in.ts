import { moveAction } from "./lifecycle";
import type { ActionState, CheckInAnswer } from "./states";

/**
 * An answer as given. `seen` is when the answer it changes was given, as the page showed it; null: there was none.
 * `namesConfirmed`: the writer has said that what was asked about names no child.
 */
export type GivenAnswer = {
  actionId: string;
  answer: CheckInAnswer | null;
  line: string;
  seen: Date | null;
  namesConfirmed: boolean;
};

/** The longest line beside an answer. */
export const CHECK_IN_LINE_MAX = 300;

/** Where an answer leads; stuck is not dropped, so it stands where it stood unless it had been done. */
const LEADS_TO: Record<CheckInAnswer, Partial<Record<ActionState, ActionState>>> = {
  done: { open: "done", "in-progress": "done" },
  "on-the-way": { open: "in-progress", done: "in-progress" },
  stuck: { done: "in-progress" },
};

/** The state of an action after an answer at the end of a term; null for one that is dropped, which takes none. */
export function stateAfter(state: ActionState, answer: CheckInAnswer): ActionState | null {
  if (state === "dropped") return null;
  const to = LEADS_TO[answer][state];
  if (to === undefined) return state;
  const moved = moveAction(state, to);
  return moved.ok ? moved.value : null;
}

type InReview = { state: ActionState; carriedOn: boolean; answered: boolean };

/** Whether an action stands in a review: what is still to be done, and what was answered in it already. */
export const isInReview = ({ state, carriedOn, answered }: InReview): boolean =>
  !carriedOn && state !== "dropped" && (answered || state !== "done");

/** Five actions are about four minutes (moments.md). Whole minutes, at least one. */
export const reviewMinutes = (left: number): number => Math.max(1, Math.round(left * 0.8));
