import { ACTION_STATE_WORDS, CHECK_IN_WORDS, termWords } from "~/domain/action/action-words";
import { formatDate } from "~/domain/calendar/format";
import type { PrintedAction } from "~/pdf/action-plan/plan-input";
import type { ActionView, CheckInView } from "./views";

/** An action as a copy of the plan prints it (domain.md 6.5). Names of those who answered stay on the page. */
export function printedAction(action: ActionView): PrintedAction {
  const says = [
    { label: "For", value: originWords(action) },
    { label: "Where we are", value: action.whereWeAre },
    { label: "Where we want to be", value: action.whereWeWant },
    { label: "Priority", value: String(action.priority) },
    { label: "Resource or help", value: action.resourceOrHelp },
    { label: "How we will know", value: action.howWeWillKnow },
    { label: "Progress", value: action.progressNote },
    { label: "Reviews", value: reviewWords(action.checkIns) },
  ];
  return {
    title: action.title,
    leadRole: action.leadRole,
    state: ACTION_STATE_WORDS[action.state],
    says: says.filter(({ value }) => value !== ""),
  };
}

/** "C2, Autumn review", "The legal duty at C2, Autumn review", "A visit on 12 March 2027". */
export function originWords({ from, suggestion }: ActionView): string {
  const parts: string[] = [];
  if (from !== null) {
    parts.push(`${from.duty ? "The legal duty at " : ""}${from.key}, ${from.title}`);
  }
  if (suggestion !== null) {
    const { visitOn } = suggestion;
    parts.push(`A visit${visitOn === null ? "" : ` on ${formatDate(visitOn)}`}`);
  }
  return parts.join("; ");
}

/** "Term 2, 2026 to 2027: On the way, “Half are trained”", one after the other. */
export const reviewWords = (checkIns: readonly CheckInView[]): string =>
  checkIns
    .map(({ term, answer, line }) => {
      const said = line === "" ? "" : `, “${line}”`;
      return `${termWords(term)}: ${CHECK_IN_WORDS[answer]}${said}`;
    })
    .join("; ");
