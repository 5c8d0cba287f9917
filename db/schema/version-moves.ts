import { index, int, primaryKey, table, text, timestamp } from "../columns";
import { users } from "./people";
import { questionnaireVersions } from "./questionnaires";
import { responses, rounds } from "./rounds";

/** A newer version that a round offers to its running self-reviews. Nobody is moved by it. */
export const versionOffers = table(
  "version_offers",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    versionId: text("version_id")
      .notNull()
      .references(() => questionnaireVersions.id),
    /** The day by which to finish on the version there was, YYYY-MM-DD; null: none is named. */
    finishBy: text("finish_by"),
    offeredBy: text("offered_by")
      .notNull()
      .references(() => users.id),
    offeredAt: timestamp("offered_at").notNull(),
    withdrawnAt: timestamp("withdrawn_at"),
  },
  (t) => [index("version_offers_round").on(t.roundId)],
);

/** A self-review that went from one version to another, by its own school; undone until it signs. */
export const versionMoves = table(
  "version_moves",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    fromVersionId: text("from_version_id")
      .notNull()
      .references(() => questionnaireVersions.id),
    toVersionId: text("to_version_id")
      .notNull()
      .references(() => questionnaireVersions.id),
    movedBy: text("moved_by")
      .notNull()
      .references(() => users.id),
    movedAt: timestamp("moved_at").notNull(),
    undoneBy: text("undone_by").references(() => users.id),
    undoneAt: timestamp("undone_at"),
  },
  (t) => [index("version_moves_response").on(t.responseId)],
);

/**
 * At which save each answer stood just before a move, 0 for none: what undoing it puts back. The words are in the save.
 */
export const versionMoveAnswers = table(
  "version_move_answers",
  {
    moveId: text("move_id")
      .notNull()
      .references(() => versionMoves.id),
    key: text("key").notNull(),
    revision: int("revision").notNull(),
    /** The save at which the move left it; what is later was written since. */
    revisionAfter: int("revision_after").notNull(),
  },
  (t) => [primaryKey({ columns: [t.moveId, t.key] })],
);
