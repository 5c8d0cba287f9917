import { QUESTION_STATES } from "../../app/domain/reply/question";
import { index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { users } from "./people";
import { responses } from "./rounds";
import { oneOf } from "./state-check";
import { submissions } from "./submissions";

/** An officer's question on a statement or on the whole return, with the school's answer. */
export const questions = table(
  "questions",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    /** The signed copy that was read when it was asked. */
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    /** Null: on the whole return. */
    itemKey: text("item_key"),
    state: text("state", { enum: QUESTION_STATES }).notNull(),
    text: text("text").notNull(),
    askedBy: text("asked_by")
      .notNull()
      .references(() => users.id),
    askedAt: timestamp("asked_at").notNull(),
    answer: text("answer").notNull(),
    answeredBy: text("answered_by").references(() => users.id),
    answeredAt: timestamp("answered_at"),
    closedBy: text("closed_by").references(() => users.id),
    closedAt: timestamp("closed_at"),
    version: int("version").notNull(),
  },
  (t) => [
    index("questions_response").on(t.responseId),
    oneOf("questions_state", "state", QUESTION_STATES),
  ],
);

/** The reply to a signed copy: one each. It never changes but by a removal of personal details. */
export const replies = table(
  "replies",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    noticed: text("noticed").notNull(),
    wondered: text("wondered").notNull(),
    offered: text("offered").notNull(),
    sentBy: text("sent_by")
      .notNull()
      .references(() => users.id),
    sentAt: timestamp("sent_at").notNull(),
  },
  (t) => [
    uniqueIndex("replies_submission").on(t.submissionId),
    index("replies_response").on(t.responseId),
  ],
);

/** A reply being written: one a return, shared by its officers. */
export const replyDrafts = table("reply_drafts", {
  responseId: text("response_id")
    .primaryKey()
    .references(() => responses.id),
  noticed: text("noticed").notNull(),
  wondered: text("wondered").notNull(),
  offered: text("offered").notNull(),
  updatedBy: text("updated_by")
    .notNull()
    .references(() => users.id),
  updatedAt: timestamp("updated_at").notNull(),
  version: int("version").notNull(),
});

/** Which officer opened a signed copy, first and last: colleagues see who is reading, and nothing is locked. */
export const returnReaders = table(
  "return_readers",
  {
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    firstAt: timestamp("first_at").notNull(),
    lastAt: timestamp("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.userId] })],
);
