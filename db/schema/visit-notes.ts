import { MODERATED_VIEWS, NOTE_KINDS } from "../../app/domain/visit/states";
import { index, int, primaryKey, table, text, timestamp } from "../columns";
import { users } from "./people";
import { oneOf } from "./state-check";
import { visitActivities, visits } from "./visits";

/** A reviewer's note. The id is made on the device, so that one delivered twice is one note. */
export const visitNotes = table(
  "visit_notes",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    activityId: text("activity_id")
      .notNull()
      .references(() => visitActivities.id),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: NOTE_KINDS }).notNull(),
    text: text("text").notNull(),
    /** By the device's clock, shown as it is; order on the server is `receivedAt`. */
    notedAt: timestamp("noted_at").notNull(),
    receivedAt: timestamp("received_at").notNull(),
    /** A focus key, or "not-for-record"; null: not filed yet, and only the author's. */
    filedTo: text("filed_to"),
    /** Taken out by its author; the row stays so that a late delivery does not bring it back. */
    removedAt: timestamp("removed_at"),
    version: int("version").notNull(),
  },
  (t) => [index("visit_notes_visit").on(t.visitId), oneOf("visit_notes_kind", "kind", NOTE_KINDS)],
);

/** A delivery that has been dealt with: the same one again gets the same answer. */
export const noteDeliveries = table(
  "note_deliveries",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    /** What was answered: the note's version, or a code (JSON). */
    answer: text("answer").notNull(),
    receivedAt: timestamp("received_at").notNull(),
  },
  (t) => [index("note_deliveries_visit").on(t.visitId)],
);

/** Rough jottings: the author's alone, deleted when the visit closes. */
export const visitJottings = table(
  "visit_jottings",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    text: text("text").notNull(),
    version: int("version").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.authorId] })],
);

/** One reviewer's own view of one focus section or statement. */
export const visitViews = table(
  "visit_views",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    reviewerId: text("reviewer_user_id")
      .notNull()
      .references(() => users.id),
    key: text("key").notNull(),
    view: text("view", { enum: MODERATED_VIEWS }).notNull(),
    reason: text("reason").notNull(),
    /** When the reviewer gave all of theirs; from then on both see both, and they do not change. */
    givenAt: timestamp("given_at"),
    version: int("version").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.reviewerId, t.key] }),
    oneOf("visit_views_view", "view", MODERATED_VIEWS),
  ],
);
