import { SUPPORT_KINDS } from "../../app/domain/support/entry";
import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { schools } from "./organisations";
import { users } from "./people";
import { questionnaires } from "./questionnaires";
import { oneOf } from "./state-check";

/** Help available: tied to statements of a questionnaire, outside its immutable definition (design.md section 2). */
export const supportEntries = table(
  "support_entries",
  {
    id: text("id").primaryKey(),
    /** Whose owner looks after the entry. */
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    kind: text("kind", { enum: SUPPORT_KINDS }).notNull(),
    title: text("title").notNull(),
    about: text("about").notNull(),
    /** JSON array of course dates, in order of time (app/domain/support/entry.ts). */
    dates: text("dates").notNull(),
    booking: text("booking").notNull(),
    link: text("link"),
    email: text("email"),
    telephone: text("telephone"),
    /** JSON arrays; no districts: everywhere. */
    itemKeys: text("item_keys").notNull(),
    districts: text("districts").notNull(),
    /** A sharing school, which agreed on `agreedOn` to be named. */
    schoolId: text("school_id").references(() => schools.id),
    agreedOn: text("agreed_on"),
    /** YYYY-MM-DD, inclusive; null: no known start or end. */
    validFrom: text("valid_from"),
    validTo: text("valid_to"),
    retiredAt: timestamp("retired_at"),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    index("support_entries_questionnaire").on(t.questionnaireId),
    oneOf("support_entries_kind", "kind", SUPPORT_KINDS),
  ],
);

/** What an entry said before each change: who changed it, when, and the row as JSON. */
export const supportHistory = table(
  "support_history",
  {
    id: text("id").primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => supportEntries.id),
    version: int("version").notNull(),
    content: text("content").notNull(),
    changedBy: text("changed_by")
      .notNull()
      .references(() => users.id),
    changedAt: timestamp("changed_at").notNull(),
  },
  (t) => [uniqueIndex("support_history_version").on(t.entryId, t.version)],
);
