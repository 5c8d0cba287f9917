import type { ActionFields } from "~/domain/action/action-fields";
import type { ActionState, CheckInAnswer } from "~/domain/action/states";

/** `one-page`: the statement stands on the self-review's own page; else on its section's. */
export type StatementLayout = "sections" | "one-page";

/** How an action stood at the end of a term. */
export type CheckInView = {
  term: string;
  answer: CheckInAnswer;
  line: string;
  by: string;
  at: Date;
};

export type ActionView = {
  id: string;
  title: string;
  whereWeAre: string;
  whereWeWant: string;
  leadRole: string;
  term: string;
  priority: number;
  resourceOrHelp: string;
  howWeWillKnow: string;
  state: ActionState;
  progressNote: string;
  /** The statement it came from. */
  from: {
    responseId: string;
    title: string;
    layout: StatementLayout;
    key: string;
    section: string | null;
    /** It is for the legal duty that stands on the statement. */
    duty: boolean;
  } | null;
  /** The visit that suggested it. */
  suggestion: { visitId: string; visitOn: string | null } | null;
  /** The action of an earlier round that it carries on; `title` is that round's, where it may be read. */
  carriedFrom: { id: string; title: string | null } | null;
  /** It stands in a later round now, and nothing more is done here. */
  carriedOn: boolean;
  /** Answers of its reviews, the earliest first. */
  checkIns: CheckInView[];
  updatedAt: Date;
  version: number;
  /** States it can move to now. */
  moves: ActionState[];
};

/** `listActions(app, actor, { urn })`. */
export type ActionListView = {
  school: { urn: string; name: string };
  actions: ActionView[];
  terms: string[];
  mayEdit: boolean;
  /** The review that is asked of the reader, with what is left of it; null: nothing is. */
  review: { term: string; left: number; minutes: number } | null;
  offers: CarryOffer[];
};

/** `asks`: not wrong, but it may name a child; the form sent again with `namesConfirmed` is saved as it is. */
export type ActionProblem = { field: keyof ActionFields; message: string; asks?: "names" };

/** `newAction(app, actor, { urn, origin })`: the form, with what it is for beside it. */
export type NewActionView = {
  school: { urn: string; name: string };
  statement: {
    responseId: string;
    layout: StatementLayout;
    key: string;
    text: string;
    section: string;
  } | null;
  /** The answer that the statement's legal duty has, where the action is for that. */
  duty: { answer: "partly" | "no"; note: string } | null;
  suggestion: {
    visitId: string;
    visitOn: string | null;
    text: string;
    whoMightHelp: string;
  } | null;
  fields: ActionFields;
  terms: string[];
};

/**
 * `addAction`, `editAction` and `moveAction` answer with this. `conflict`: someone else changed it since
 * the form was opened; `theirs` is how it stands, and nothing was written.
 */
export type ActionOutcome =
  | { kind: "saved"; id: string }
  | { kind: "problems"; problems: ActionProblem[] }
  | { kind: "conflict"; theirs: ActionView };

/** A self-review of a new round that was begun, and how many actions of earlier rounds it may take over. */
export type CarryOffer = { responseId: string; title: string; count: number };

/** `viewCarry(app, actor, { urn, responseId })`. */
export type CarryView = {
  school: { urn: string; name: string };
  /** Null: no self-review may take anything over. */
  to: { responseId: string; title: string } | null;
  actions: {
    id: string;
    title: string;
    leadRole: string;
    state: ActionState;
    /** The round it comes from. */
    from: string;
    term: string;
    /** The term it will be due by; another one where its own has ended. */
    nextTerm: string;
  }[];
};
