import { termName } from "~/domain/calendar/terms";
import type { ActionState, CheckInAnswer } from "./states";

/** The states of an action, as every page and paper says them. */
export const ACTION_STATE_WORDS: Record<ActionState, string> = {
  open: "Not started",
  "in-progress": "Started",
  done: "Done",
  dropped: "Dropped",
};

export const CHECK_IN_WORDS: Record<CheckInAnswer, string> = {
  done: "Done",
  "on-the-way": "On the way",
  stuck: "Stuck",
};

/** "Term 4, 2026 to 2027" for a term as it is stored, "2026-27 Term 4". */
export function termWords(stored: string): string {
  const [, year, term] = /^(\d{4}-\d{2}) Term ([1-6])$/.exec(stored) ?? [];
  if (year === undefined || term === undefined) return stored;
  return termName({ year, term: Number(term) });
}

/** "Term 4" of "2026-27 Term 4", where the year goes without saying. */
export const shortTerm = (stored: string): string => stored.replace(/^\d{4}-\d{2} /, "");

/** "5 actions, about 4 minutes". */
export const reviewSize = ({ left, minutes }: { left: number; minutes: number }): string =>
  `${left === 1 ? "1 action" : `${left} actions`}, ${aboutMinutes(minutes)}`;

export const aboutMinutes = (minutes: number): string =>
  `about ${minutes === 1 ? "1 minute" : `${minutes} minutes`}`;
