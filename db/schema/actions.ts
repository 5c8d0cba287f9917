import { ACTION_STATES } from "../../app/domain/action/states";
import { index, int, table, text, timestamp } from "../columns";
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
    /** A role, never a name: "SENCO". */
    leadRole: text("lead_role").notNull(),
    /** "2026-27 Term 4". */
    term: text("term").notNull(),
    /** 1 first to 3. */
    priority: int("priority").notNull(),
    howWeWillKnow: text("how_we_will_know").notNull(),
    state: text("state", { enum: ACTION_STATES }).notNull(),
    progressNote: text("progress_note").notNull(),
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
    oneOf("actions_state", "state", ACTION_STATES),
  ],
);
