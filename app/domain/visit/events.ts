/** What can happen to a visit (design.md section 4, Visit). */
export const VISIT_EVENTS = [
  "accept",
  "askForAnother",
  "replaceReviewer",
  "agreeDate",
  "postpone",
  "agreePlan",
  "changePlan",
  "visited",
  "draft",
  "sendToSchool",
  "sendBack",
  "agree",
  "sign",
  "closeWithBothViews",
  "cancel",
] as const;
export type VisitEvent = (typeof VISIT_EVENTS)[number];
