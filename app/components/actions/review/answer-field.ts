import type { CheckInProblem } from "~/services/actions/review-views";

/** Id of a control of one action, so that what is said about it leads there. */
export const answerFieldId = (actionId: string, field: CheckInProblem["field"]): string =>
  `${field}-${actionId}`;
