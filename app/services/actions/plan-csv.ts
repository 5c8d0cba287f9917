import { stringify } from "csv-stringify/sync";
import { ACTION_STATE_WORDS, termWords } from "~/domain/action/action-words";
import { originWords, reviewWords } from "./printed-action";
import type { ActionView } from "./views";

/** In the order of domain.md 6.5. */
const COLUMNS = [
  "For",
  "Where we are",
  "Where we want to be",
  "Action",
  "Who leads",
  "By",
  "Resource or help",
  "How we will know",
  "Priority",
  "Stands at",
  "Progress",
  "Reviews",
];

/** A plan as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads it). What looks like a formula is made text. */
export function planCsv(actions: readonly ActionView[]): string {
  const lines = actions.map((action) => [
    originWords(action),
    action.whereWeAre,
    action.whereWeWant,
    action.title,
    action.leadRole,
    termWords(action.term),
    action.resourceOrHelp,
    action.howWeWillKnow,
    String(action.priority),
    ACTION_STATE_WORDS[action.state],
    action.progressNote,
    reviewWords(action.checkIns),
  ]);
  return stringify([COLUMNS, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
