import type { ActionState } from "~/domain/action/states";
import type { Day } from "~/domain/calendar/day";
import type { CheckInView } from "./views";

/** One action in the review of a term: what was answered in it, and what before. */
export type ReviewedAction = {
  id: string;
  title: string;
  leadRole: string;
  /** "2026-27 Term 4". */
  term: string;
  howWeWillKnow: string;
  state: ActionState;
  /** This review's answer; null: none yet. */
  given: CheckInView | null;
  earlier: CheckInView[];
};

/** `viewPlanReview(app, actor, { urn })`. */
export type PlanReviewView = {
  school: { urn: string; name: string };
  /** The review that can be done today; `due`: it is asked for. Null: none can be. */
  review: { term: string; dueFrom: Day; endsOn: Day; closesOn: Day; due: boolean } | null;
  /** The next to open; null where the calendar does not know. */
  next: { term: string; opensOn: Day } | null;
  actions: ReviewedAction[];
  left: number;
  minutes: number;
};

/** `asks`: it may name a child; sent again with `namesConfirmed` it is saved as it is. */
export type CheckInProblem = {
  actionId: string;
  field: "answer" | "line";
  message: string;
  asks?: "names";
};

/** `overtaken`: somebody answered those or changed them first; they stand as theirs, the others are saved. */
export type CheckInOutcome =
  | { kind: "saved"; saved: string[]; overtaken: string[] }
  | { kind: "problems"; problems: CheckInProblem[] };
