import type { ActionProblem } from "~/services/actions/views";
import type { SummaryError } from "../form/error-summary";

const NAMES: Record<ActionProblem["field"], string> = {
  title: "What will be done",
  whereWeAre: "Where we are",
  whereWeWant: "Where we want to be",
  leadRole: "Who leads",
  term: "By the end of",
  priority: "Priority",
  resourceOrHelp: "Resource or help",
  howWeWillKnow: "How we will know",
  progressNote: "Progress",
};

/** "Choose a term" says which field it is about; "Use 300 characters or fewer" is told with its name. */
export const problemSummary = ({ field, message }: ActionProblem): SummaryError => {
  const isPlain = /^(Write|Choose) /.test(message);
  const named = `${NAMES[field]}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  return { fieldId: field, text: isPlain ? message : named };
};

export const fieldName = (field: ActionProblem["field"]): string => NAMES[field];
