import { MODERATED_VIEWS, NOTE_KINDS, RECORD_SIGNATURES } from "../../app/domain/visit/states";
import { bool, index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { schools } from "./organisations";
import { users } from "./people";
import { oneOf } from "./state-check";
import { visits } from "./visits";

/** "Three o'clock": a point said to the hosts on the day. The record holds nothing else. */
export const visitPoints = table(
  "visit_points",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    position: int("position").notNull(),
    kind: text("kind", { enum: NOTE_KINDS }).notNull(),
    key: text("key").notNull(),
    text: text("text").notNull(),
    saidAt: timestamp("said_at"),
    version: int("version").notNull(),
  },
  (t) => [
    index("visit_points_visit").on(t.visitId),
    oneOf("visit_points_kind", "kind", NOTE_KINDS),
  ],
);

/** The record being written, one a visit; frozen as canonical JSON when it is agreed (domain.md 6.4). */
export const visitRecords = table(
  "visit_records",
  {
    visitId: text("visit_id")
      .primaryKey()
      .references(() => visits.id),
    whatWeDid: text("what_we_did").notNull(),
    /** The school's factual corrections, and its own words, which close the record. */
    corrections: text("corrections").notNull(),
    schoolWords: text("school_words").notNull(),
    /** Each side's view and the named third person, where it closes with both views. */
    reviewersView: text("reviewers_view").notNull(),
    schoolView: text("school_view").notNull(),
    thirdPerson: text("third_person").notNull(),
    sharedWithGovernorsAt: timestamp("shared_with_governors_at"),
    sentToSchoolAt: timestamp("sent_to_school_at"),
    reference: text("reference"),
    snapshot: text("snapshot"),
    sha256: text("sha256"),
    agreedAt: timestamp("agreed_at"),
    version: int("version").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [uniqueIndex("visit_records_reference").on(t.reference)],
);

/** What the record says of one focus section or statement. */
export const visitFindings = table(
  "visit_findings",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    key: text("key").notNull(),
    view: text("view", { enum: MODERATED_VIEWS }).notNull(),
    reason: text("reason").notNull(),
    saw: text("saw").notNull(),
    worksWell: text("works_well").notNull(),
    wondered: text("wondered").notNull(),
    version: int("version").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.key] }),
    oneOf("visit_findings_view", "view", MODERATED_VIEWS),
  ],
);

/** At most three; whoever might help is named for each. */
export const visitSuggestions = table(
  "visit_suggestions",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    position: int("position").notNull(),
    key: text("key").notNull(),
    text: text("text").notNull(),
    whoMightHelp: text("who_might_help").notNull(),
    version: int("version").notNull(),
  },
  (t) => [index("visit_suggestions_visit").on(t.visitId)],
);

/** Practice worth sharing; named to others only where the host consents. */
export const visitPractices = table(
  "visit_practices",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    key: text("key").notNull(),
    text: text("text").notNull(),
    /** Null: not answered, and not shared. */
    consent: bool("consent"),
    consentBy: text("consent_by").references(() => users.id),
    version: int("version").notNull(),
  },
  (t) => [index("visit_practices_visit").on(t.visitId)],
);

/** A signature under a record, outside the hashed part. */
export const recordSignatures = table(
  "record_signatures",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    kind: text("kind", { enum: RECORD_SIGNATURES }).notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    title: text("title").notNull(),
    declaration: text("declaration").notNull(),
    sha256: text("sha256").notNull(),
    signedAt: timestamp("signed_at").notNull(),
  },
  (t) => [
    uniqueIndex("record_signatures_kind").on(t.visitId, t.kind),
    oneOf("record_signatures_word", "kind", RECORD_SIGNATURES),
  ],
);

/** Four to eight weeks on: what the school did, told to the reviewers; and how the visit was for it. */
export const visitFollowUps = table("visit_follow_ups", {
  visitId: text("visit_id")
    .primaryKey()
    .references(() => visits.id),
  whatWeDid: text("what_we_did").notNull(),
  givenBy: text("given_by").references(() => users.id),
  givenAt: timestamp("given_at"),
  /** 1 to 4, how useful; null: not said. */
  rating: int("rating"),
  ratingWords: text("rating_words").notNull(),
  ratedBy: text("rated_by").references(() => users.id),
  ratedAt: timestamp("rated_at"),
  version: int("version").notNull(),
});
