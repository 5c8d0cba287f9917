import { DUTY_ANSWERS } from "../../app/domain/response/answer";
import { bool, index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { users } from "./people";
import { responses } from "./rounds";

const content = {
  level: text("level"),
  commentary: text("commentary").notNull(),
  whereSeen: text("where_seen").notNull(),
  duty: text("duty", { enum: DUTY_ANSWERS }),
  dutyNote: text("duty_note").notNull(),
  helpWanted: bool("help_wanted").notNull(),
  toConfirm: bool("to_confirm").notNull(),
  value: text("value").notNull(),
};

/** An answer as it stands. `key` is `C2`, `section:C` or `field:pupilsOnRoll` (app/domain/response/answer.ts). */
export const answers = table(
  "answers",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    key: text("key").notNull(),
    ...content,
    /** Counts saves from 1. A save names the one it was made from. */
    revision: int("revision").notNull(),
    updatedBy: text("updated_by")
      .notNull()
      .references(() => users.id),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [uniqueIndex("answers_key").on(t.responseId, t.key)],
);

/** Every save, for ever. `saveId` is made by the browser: a repeat returns the first result. */
export const answerRevisions = table(
  "answer_revisions",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    key: text("key").notNull(),
    revision: int("revision").notNull(),
    /** The revision the writer had before them. */
    basedOn: int("based_on").notNull(),
    saveId: text("save_id").notNull(),
    ...content,
    savedBy: text("saved_by")
      .notNull()
      .references(() => users.id),
    savedAt: timestamp("saved_at").notNull(),
  },
  (t) => [
    uniqueIndex("answer_revisions_save").on(t.responseId, t.saveId),
    uniqueIndex("answer_revisions_number").on(t.responseId, t.key, t.revision),
    index("answer_revisions_person").on(t.responseId, t.savedBy, t.savedAt),
  ],
);
