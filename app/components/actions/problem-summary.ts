import type { ActionProblem } from "~/services/actions/views";
import type { SummaryError } from "../form/error-summary";

const NAMES: Record<ActionProblem["field"], string> = {
  title: "What will be done",
  leadRole: "Who leads",
  term: "By the end of",
  priority: "Priority",
  howWeWillKnow: "How we will know",
  progressNote: "Progress",
};

/** One line of the summary: "Who leads: write who leads, as a role, like SENCO". */
export const problemSummary = ({ field, message }: ActionProblem): SummaryError => ({
  fieldId: field,
  text: `${NAMES[field]}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
});

export const fieldName = (field: ActionProblem["field"]): string => NAMES[field];
