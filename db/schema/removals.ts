import {
  REMOVAL_REASONS,
  REMOVAL_SCOPES,
  REMOVER_ROLES,
} from "../../app/domain/personal-data/removal";
import { index, primaryKey, table, text, timestamp } from "../columns";
import { schools } from "./organisations";
import { users } from "./people";
import { responses } from "./rounds";
import { eitherOr, oneOf } from "./state-check";
import { submissions } from "./submissions";
import { visits } from "./visits";

/** That personal details were removed: by whom, why and from how much, never what (design.md decision 11). */
export const removals = table(
  "removals",
  {
    id: text("id").primaryKey(),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    /** Both null: everything of the school. */
    responseId: text("response_id").references(() => responses.id),
    visitId: text("visit_id").references(() => visits.id),
    scope: text("scope", { enum: REMOVAL_SCOPES }).notNull(),
    reason: text("reason", { enum: REMOVAL_REASONS }).notNull(),
    note: text("note").notNull(),
    removedBy: text("removed_by")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: REMOVER_ROLES }).notNull(),
    removedAt: timestamp("removed_at").notNull(),
    /** JSON: how many of each kind were changed. */
    counts: text("counts").notNull(),
  },
  (t) => [
    index("removals_school").on(t.schoolId, t.removedAt),
    oneOf("removals_scope", "scope", REMOVAL_SCOPES),
    oneOf("removals_reason", "reason", REMOVAL_REASONS),
    oneOf("removals_role", "role", REMOVER_ROLES),
  ],
);

/**
 * One text as it reads after a removal: the only thing a guarded row may be changed to (triggers), and what a
 * restored backup is cleaned with. `field` is a column, or of a signed copy or record a path into its snapshot.
 * A later removal that touches the same text takes its place here.
 */
export const cleanedTexts = table(
  "cleaned_texts",
  {
    tableName: text("table_name").notNull(),
    rowId: text("row_id").notNull(),
    field: text("field").notNull(),
    removalId: text("removal_id")
      .notNull()
      .references(() => removals.id),
    text: text("text").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tableName, t.rowId, t.field] }),
    index("cleaned_texts_removal").on(t.removalId),
  ],
);

/** A signed copy whose snapshot a removal replaced: SHA-256 of what stood and of what stands. */
export const reissuedCopies = table(
  "reissued_copies",
  {
    removalId: text("removal_id")
      .notNull()
      .references(() => removals.id),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    beforeSha256: text("before_sha256").notNull(),
    afterSha256: text("after_sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.removalId, t.submissionId] }),
    index("reissued_copies_submission").on(t.submissionId),
  ],
);

/** The record of a visit whose frozen text a removal replaced, as a signed copy's. */
export const reissuedRecords = table(
  "reissued_records",
  {
    removalId: text("removal_id")
      .notNull()
      .references(() => removals.id),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    beforeSha256: text("before_sha256").notNull(),
    afterSha256: text("after_sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.removalId, t.visitId] }),
    index("reissued_records_visit").on(t.visitId),
  ],
);

/** A sealed PDF that a removal took back, of a signed copy or of a visit's record. Its bytes are gone; its hash stays, so that `/verify` knows it. */
export const withdrawnDocuments = table(
  "withdrawn_documents",
  {
    sha256: text("sha256").primaryKey(),
    submissionId: text("submission_id").references(() => submissions.id),
    visitId: text("visit_id").references(() => visits.id),
    removalId: text("removal_id")
      .notNull()
      .references(() => removals.id),
    /** When the PDF was asked for and when it was sealed. */
    askedAt: timestamp("asked_at").notNull(),
    sealedAt: timestamp("sealed_at").notNull(),
    withdrawnAt: timestamp("withdrawn_at").notNull(),
  },
  (t) => [
    index("withdrawn_documents_submission").on(t.submissionId),
    index("withdrawn_documents_visit").on(t.visitId),
    eitherOr("withdrawn_documents_owner", "submission_id", "visit_id"),
  ],
);
