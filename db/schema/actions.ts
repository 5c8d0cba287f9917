import { ACTION_SOURCES, ACTION_STATES, CHECK_IN_ANSWERS } from "../../app/domain/action/states";
import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { schools } from "./organisations";
import { users } from "./people";
import { responses } from "./rounds";
import { oneOf } from "./state-check";

/** One line of a school's improvement plan (domain.md 6.5). */
export const actions = table(
  "actions",
  {
    id: text("id").primaryKey(),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    responseId: text("response_id").references(() => responses.id),
    itemKey: text("item_key"),
    title: text("title").notNull(),
    whereWeAre: text("where_we_are").notNull().default(""),
    whereWeWant: text("where_we_want").notNull().default(""),
    /** A role, never a name: "SENCO". */
    leadRole: text("lead_role").notNull(),
    /** "2026-27 Term 4". */
    term: text("term").notNull(),
    /** 1 first to 3. */
    priority: int("priority").notNull(),
    resourceOrHelp: text("resource_or_help").notNull().default(""),
    howWeWillKnow: text("how_we_will_know").notNull(),
    state: text("state", { enum: ACTION_STATES }).notNull(),
    progressNote: text("progress_note").notNull(),
    /** Where it comes from, beside `itemKey`: a duty, a visit's suggestion; null: a statement or free. */
    source: text("source", { enum: ACTION_SOURCES }),
    sourceId: text("source_id"),
    /** The action it carries on from an earlier round. */
    carriedFromId: text("carried_from_id"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
    version: int("version").notNull(),
  },
  (t) => [
    index("actions_school").on(t.schoolId),
    index("actions_response").on(t.responseId),
    // Nothing is carried on twice.
    uniqueIndex("actions_carried_from").on(t.carriedFromId),
    oneOf("actions_state", "state", ACTION_STATES),
  ],
);

/** How an action stood at the end of a term: one of three buttons and a line (domain.md 6.5). */
export const actionCheckIns = table(
  "action_check_ins",
  {
    id: text("id").primaryKey(),
    actionId: text("action_id")
      .notNull()
      .references(() => actions.id),
    /** "2026-27 Term 4". */
    term: text("term").notNull(),
    answer: text("answer", { enum: CHECK_IN_ANSWERS }).notNull(),
    line: text("line").notNull(),
    givenBy: text("given_by")
      .notNull()
      .references(() => users.id),
    givenAt: timestamp("given_at").notNull(),
  },
  (t) => [
    uniqueIndex("action_check_ins_term").on(t.actionId, t.term),
    oneOf("action_check_ins_answer", "answer", CHECK_IN_ANSWERS),
  ],
);
