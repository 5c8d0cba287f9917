/** Everything a person may ask to do, grouped by what it is done to. A closed list: `can` covers each one. */
export const SCHOOL_ACTIONS = [
  "school.view",
  "school.start-private",
  "school.join-round",
  "school.remove-details",
  "school.take-over",
  "school.view-first-day",
  "audit.view-school",
  "team.view",
  "team.manage",
  "team.change-head",
  "team.check-access",
  "school.choose-retention",
  "school.ask-for-visit",
] as const;

/** What turns on whether the school has a headteacher. */
export const TEAM_ACTIONS = ["team.invite-head"] as const;

export const RESPONSE_ACTIONS = [
  "response.view-status",
  "response.view-draft",
  "response.view-history",
  "response.answer",
  "response.assign",
  "response.confirm-applicability",
  "response.move-version",
  "response.mark-ready",
  "response.take-back",
  "response.sign",
  "response.countersign",
  "response.decline",
  "response.note-minute",
  "response.recall",
  "response.amend",
] as const;

/** What is asked of a self-review and its signed copies together. */
export const REMOVAL_ACTIONS = ["response.remove-details"] as const;

export const SUBMISSION_ACTIONS = [
  "submission.view",
  "submission.download",
  "organisation.open-submission",
] as const;

/** Questions about a return, and the reply to it. */
export const REPLY_ACTIONS = [
  "reply.read",
  "reply.see-waiting",
  "reply.write",
  "question.ask",
  "question.answer",
  "question.close",
] as const;

export const PLAN_ACTIONS = [
  "action.view",
  "action.view-titles",
  "action.edit",
  "action.remove-details",
] as const;

export const ORGANISATION_ACTIONS = [
  "organisation.view-returns",
  "organisation.chase",
  "organisation.view-visit-figures",
  "organisation.view-schools",
  "organisation.manage-register",
  "round.manage",
  "organisation.manage-people",
  "organisation.manage-settings",
  "outbox.view-parked",
  "outbox.retry",
  "audit.view-organisation",
  "organisation.manage-retention",
  "organisation.view-questionnaires",
] as const;

/** Who looks after whose districts for a while. */
export const COVER_ACTIONS = ["organisation.set-cover"] as const;
/** A call that somebody noted. */
export const CALL_ACTIONS = ["organisation.change-call"] as const;
/**
 * What an organisation keeps beside a questionnaire of its own, outside the immutable definition, and writing its next
 * version.
 */
export const QUESTIONNAIRE_ACTIONS = ["support.edit", "duty.edit", "questionnaire.author"] as const;

export const PERSON_ACTIONS = [
  "person.change-own-password",
  "person.change-own-account",
  "person.read-own-data",
  "person.erase-own-account",
] as const;

/** What one person may do to another's account. */
export const COLLEAGUE_ACTIONS = ["person.reset-second-factor"] as const;

/** A peer moderation visit, from the invitation to the follow-up. */
export const VISIT_ACTIONS = [
  "visit.view",
  "visit.manage",
  "visit.accept-as-host",
  "visit.accept-as-reviewer",
  "visit.step-back",
  "visit.agree-day",
  "visit.postpone",
  "visit.cancel",
  "visit.plan",
  "visit.edit-day",
  "visit.read-copy",
  "visit.note",
  "visit.file",
  "visit.give-view",
  "visit.see-views",
  "visit.combine",
  "visit.write-record",
  "visit.send-record",
  "visit.read-record",
  "visit.read-themes",
  "visit.answer-record",
  "visit.share-with-governors",
  "visit.agree-record",
  "visit.sign",
  "visit.close-with-both-views",
  "visit.follow-up",
  "visit.remove-details",
] as const;

/** A rolling round whose schools its organisation confirms, as a whole. */
export const SCHEME_ACTIONS = ["scheme.list-schools"] as const;

/** The status of one school in such a round. */
export const CONFIRMATION_ACTIONS = [
  "confirmation.view",
  "confirmation.give",
  "confirmation.withdraw",
  "confirmation.renew",
] as const;

export type VisitAction = (typeof VISIT_ACTIONS)[number];
export type SchemeAction = (typeof SCHEME_ACTIONS)[number];
export type ConfirmationAction = (typeof CONFIRMATION_ACTIONS)[number];
/** What a manager does for a person who asked in writing. */
export const SUBJECT_ACTIONS = ["subject.give-data", "subject.erase"] as const;

export type SchoolAction = (typeof SCHOOL_ACTIONS)[number];
export type TeamAction = (typeof TEAM_ACTIONS)[number];
export type ResponseAction = (typeof RESPONSE_ACTIONS)[number];
export type RemovalAction = (typeof REMOVAL_ACTIONS)[number];
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];
export type ReplyAction = (typeof REPLY_ACTIONS)[number];
export type PlanAction = (typeof PLAN_ACTIONS)[number];
export type OrganisationAction = (typeof ORGANISATION_ACTIONS)[number];
export type CoverAction = (typeof COVER_ACTIONS)[number];
export type CallAction = (typeof CALL_ACTIONS)[number];
export type QuestionnaireAction = (typeof QUESTIONNAIRE_ACTIONS)[number];
export type PersonAction = (typeof PERSON_ACTIONS)[number];
export type ColleagueAction = (typeof COLLEAGUE_ACTIONS)[number];
export type SubjectAction = (typeof SUBJECT_ACTIONS)[number];
export type ActionName =
  | SchoolAction
  | TeamAction
  | ResponseAction
  | RemovalAction
  | SubmissionAction
  | ReplyAction
  | PlanAction
  | OrganisationAction
  | CoverAction
  | CallAction
  | QuestionnaireAction
  | PersonAction
  | ColleagueAction
  | SubjectAction
  | VisitAction
  | SchemeAction
  | ConfirmationAction;
