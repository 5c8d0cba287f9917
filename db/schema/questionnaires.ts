import { DUTY_KINDS } from "../../app/domain/questionnaire/definition";
import { VERSION_STATES } from "../../app/domain/questionnaire/version-states";
import { bool, index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations } from "./organisations";
import { oneOf } from "./state-check";

export const questionnaires = table(
  "questionnaires",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    key: text("key").notNull(),
    title: text("title").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("questionnaires_key").on(t.organisationId, t.key)],
);

/**
 * One version. Once published its content never changes: no query updates it and a trigger refuses.
 * `definition` is RFC 8785 text; `sha256` is over its stored bytes.
 */
export const questionnaireVersions = table(
  "questionnaire_versions",
  {
    id: text("id").primaryKey(),
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    number: int("number").notNull(),
    state: text("state", { enum: VERSION_STATES }).notNull(),
    definition: text("definition").notNull(),
    sha256: text("sha256").notNull(),
    publishedAt: timestamp("published_at"),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("questionnaire_versions_number").on(t.questionnaireId, t.number),
    oneOf("questionnaire_versions_state", "state", VERSION_STATES),
  ],
);

/** A dated duty tied to a statement, outside the immutable definition (design.md section 2). */
export const duties = table(
  "duties",
  {
    id: text("id").primaryKey(),
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    itemKey: text("item_key").notNull(),
    kind: text("kind", { enum: DUTY_KINDS }).notNull(),
    source: text("source").notNull(),
    /** YYYY-MM-DD, inclusive; null: no known start or end. */
    validFrom: text("valid_from"),
    validTo: text("valid_to"),
    /** JSON array of school types; empty: every type. */
    types: text("types").notNull(),
    checked: bool("checked").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    index("duties_item").on(t.questionnaireId, t.itemKey),
    oneOf("duties_kind", "kind", DUTY_KINDS),
  ],
);

/** What a duty said before each edit: who, when, and the row as JSON. */
export const dutyHistory = table(
  "duty_history",
  {
    id: text("id").primaryKey(),
    dutyId: text("duty_id")
      .notNull()
      .references(() => duties.id),
    version: int("version").notNull(),
    content: text("content").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: timestamp("changed_at").notNull(),
  },
  (t) => [uniqueIndex("duty_history_version").on(t.dutyId, t.version)],
);
