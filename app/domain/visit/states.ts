/** Where a visit stands (design.md section 4, Visit). `closed`, `closed-with-both-views` and `cancelled` are ends. */
export const VISIT_STATES = [
  "proposed",
  "accepted",
  "dated",
  "planned",
  "visited",
  "drafted",
  "with-school",
  "agreed",
  "closed",
  "closed-with-both-views",
  "cancelled",
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** Two reviewers make a visit; the lead writes to the school and signs. */
export const REVIEWER_PARTS = ["lead", "second"] as const;
export type ReviewerPart = (typeof REVIEWER_PARTS)[number];

/** How a reviewer stands to a visit. Only `asked` and `accepted` count as assigned. */
export const REVIEWER_STANDINGS = ["asked", "accepted", "declined", "replaced"] as const;
export type ReviewerStanding = (typeof REVIEWER_STANDINGS)[number];

/** Who reads the agreed record besides the school and the reviewers (design.md section 3); the first is the default. */
export const OWNERSHIP_RULES = ["themes", "whole-record", "figures-only"] as const;
export type OwnershipRule = (typeof OWNERSHIP_RULES)[number];

/** Lines of the day (domain.md 6.4, 4), and the two the reviewers have to themselves and with the hosts. */
export const ACTIVITY_KINDS = [
  "meeting",
  "learning-walk",
  "lesson",
  "pupil-talk",
  "parent-talk",
  "work-sample",
  "document",
  "filing",
  "three-oclock",
  "other",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The three buttons under a note (domain.md 6.4, 5). */
export const NOTE_KINDS = ["saw", "works-well", "wondered"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Where a note is filed when it is not for the record. Other values are focus keys: `C`, `C3`. */
export const NOT_FOR_RECORD = "not-for-record";

/** A moderated view is of the level the school chose; the last is where everyone starts. */
export const MODERATED_VIEWS = [
  "further-on",
  "about-there",
  "not-there-yet",
  "not-looked-at",
] as const;
export type ModeratedView = (typeof MODERATED_VIEWS)[number];

export const FOCUS_KINDS = ["section", "statement"] as const;
export type FocusKind = (typeof FOCUS_KINDS)[number];

/** Signatures under a record, in the order they are given. */
export const RECORD_SIGNATURES = ["second-reviewer", "lead-reviewer", "head"] as const;
export type RecordSignature = (typeof RECORD_SIGNATURES)[number];

/** What is known of a trust: null is "not recorded", a question and not a conflict. */
export const TRUST_STANDINGS = ["in-trust", "no-trust", "not-recorded"] as const;
export type TrustStanding = (typeof TRUST_STANDINGS)[number];
