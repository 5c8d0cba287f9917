import type { ActionFields } from "~/domain/action/action-fields";
import type { ActionState } from "~/domain/action/states";

/** `one-page`: the statement stands on the self-review's own page; else on its section's. */
export type StatementLayout = "sections" | "one-page";

export type ActionView = {
  id: string;
  title: string;
  leadRole: string;
  term: string;
  priority: number;
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
  } | null;
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
};

/** `asks`: not wrong, but it may name a child; the form sent again with `namesConfirmed` is saved as it is. */
export type ActionProblem = { field: keyof ActionFields; message: string; asks?: "names" };

/** `newAction(app, actor, { urn, responseId?, itemKey? })`: the form, prefilled from the statement. */
export type NewActionView = {
  school: { urn: string; name: string };
  statement: {
    responseId: string;
    layout: StatementLayout;
    key: string;
    text: string;
    section: string;
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
