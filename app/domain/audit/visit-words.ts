import type { VisitEvent } from "~/domain/visit/events";

/** What each step of a visit says in the record, after a name. Never what was seen or written. */
export const VISIT_WORDS: Record<VisitEvent, string> = {
  accept: "accepted a peer moderation visit",
  askForAnother: "asked for another pair of reviewers",
  replaceReviewer: "put another reviewer in place",
  agreeDate: "agreed the day of a visit",
  postpone: "put a visit off",
  agreePlan: "agreed what a visit looks at",
  changePlan: "opened the plan of a visit again",
  visited: "said that the visit took place",
  draft: "drafted the record of a visit",
  sendToSchool: "sent the record of a visit to the school",
  sendBack: "asked the reviewers to put the record right",
  agree: "agreed the record of a visit",
  sign: "signed the record of a visit",
  closeWithBothViews: "closed a visit with both views recorded",
  cancel: "cancelled a visit",
};
