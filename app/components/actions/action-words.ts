import type { ActionState, CheckInAnswer } from "~/domain/action/states";
import { termName } from "~/domain/calendar/terms";
import type { Choice } from "../form/choice";
import type { TagColour } from "../tag";

const STATES: Record<ActionState, { colour: TagColour; word: string }> = {
  open: { colour: "grey", word: "Not started" },
  "in-progress": { colour: "blue", word: "Started" },
  done: { colour: "green", word: "Done" },
  dropped: { colour: "outline", word: "Dropped" },
};

/** How the state of an action is shown. */
export const actionState = (state: ActionState) => STATES[state];

const ANSWERS: Record<CheckInAnswer, string> = {
  done: "Done",
  "on-the-way": "On the way",
  stuck: "Stuck",
};

export const checkInWord = (answer: CheckInAnswer): string => ANSWERS[answer];

/** "Term 4" of "2026-27 Term 4", where the year goes without saying. */
export const shortTerm = (stored: string): string => stored.replace(/^\d{4}-\d{2} /, "");

/** "5 actions, about 4 minutes". */
export const reviewSize = ({ left, minutes }: { left: number; minutes: number }): string =>
  `${left === 1 ? "1 action" : `${left} actions`}, about ${minutes === 1 ? "1 minute" : `${minutes} minutes`}`;

/** The word on the button for a move. Something done or dropped is taken up again. */
export function moveWord(from: ActionState, to: ActionState): string {
  const again = from === "done" || from === "dropped";
  return again ? "Take up again" : STATES[to].word;
}

export const PRIORITY_CHOICES: readonly Choice[] = [
  { value: "1", label: "1, first" },
  { value: "2", label: "2, next" },
  { value: "3", label: "3, when there is time" },
];

/** "Term 4, 2026 to 2027" for a term as it is stored, "2026-27 Term 4". */
export function termWords(stored: string): string {
  const [, year, term] = /^(\d{4}-\d{2}) Term ([1-6])$/.exec(stored) ?? [];
  if (year === undefined || term === undefined) return stored;
  return termName({ year, term: Number(term) });
}
