import {
  ACTIVITY_KINDS,
  FOCUS_KINDS,
  OWNERSHIP_RULES,
  REVIEWER_PARTS,
  REVIEWER_STANDINGS,
  VISIT_STATES,
} from "../../app/domain/visit/states";
import { bool, index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { schools } from "./organisations";
import { users } from "./people";
import { reviewers } from "./reviewers";
import { responses, rounds } from "./rounds";
import { oneOf } from "./state-check";
import { submissions } from "./submissions";

/** A peer moderation visit: two reviewers from other schools look at what one school signed. */
export const visits = table(
  "visits",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    /** The signed copy it moderates, pinned when the plan is agreed; it stays though a later copy is signed. */
    submissionId: text("submission_id").references(() => submissions.id),
    state: text("state", { enum: VISIT_STATES }).notNull(),
    /** As the round said when the host accepted; fixed from then on. */
    ownershipRule: text("ownership_rule", { enum: OWNERSHIP_RULES }).notNull(),
    /** Each reviewer gives a view before seeing the other's. */
    viewsFirst: bool("views_first").notNull(),
    hostAcceptedAt: timestamp("host_accepted_at"),
    hostAcceptedBy: text("host_accepted_by").references(() => users.id),
    /** The host may ask once for another pair. */
    askedForAnotherAt: timestamp("asked_for_another_at"),
    /** The day agreed, and hours as "09:00". */
    visitOn: text("visit_on"),
    startsAt: text("starts_at"),
    endsAt: text("ends_at"),
    /** The host's words: why this focus, the school's context, and where to park. */
    focusReason: text("focus_reason").notNull(),
    context: text("context").notNull(),
    practicalNotes: text("practical_notes").notNull(),
    focusAgreedAt: timestamp("focus_agreed_at"),
    /** When the reviewers said that the visit took place. */
    visitedAt: timestamp("visited_at"),
    cancelledReason: text("cancelled_reason"),
    /** Counts up with each change of day or hours, for calendars (SEQUENCE). */
    calendarSequence: int("calendar_sequence").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    index("visits_round").on(t.roundId),
    index("visits_school").on(t.schoolId),
    oneOf("visits_state", "state", VISIT_STATES),
    oneOf("visits_ownership", "ownership_rule", OWNERSHIP_RULES),
  ],
);

/** Who is or was asked to visit. Rows stay when somebody declines or is replaced. */
export const visitReviewers = table(
  "visit_reviewers",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    reviewerId: text("reviewer_id")
      .notNull()
      .references(() => reviewers.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    part: text("part", { enum: REVIEWER_PARTS }).notNull(),
    standing: text("standing", { enum: REVIEWER_STANDINGS }).notNull(),
    askedAt: timestamp("asked_at").notNull(),
    answeredAt: timestamp("answered_at"),
  },
  (t) => [
    index("visit_reviewers_visit").on(t.visitId),
    index("visit_reviewers_user").on(t.userId),
    oneOf("visit_reviewers_part", "part", REVIEWER_PARTS),
    oneOf("visit_reviewers_standing", "standing", REVIEWER_STANDINGS),
  ],
);

/** A day somebody put forward; the one taken is on the visit. */
export const visitDates = table(
  "visit_dates",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    day: text("day").notNull(),
    startsAt: text("starts_at").notNull(),
    endsAt: text("ends_at").notNull(),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => users.id),
    proposedAt: timestamp("proposed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.day] })],
);

/** What the host asks the reviewers to look at: one to three sections, up to eight statements. */
export const visitFocus = table(
  "visit_focus",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    /** A section's key, `C`, or a statement's, `C3`. */
    key: text("key").notNull(),
    kind: text("kind", { enum: FOCUS_KINDS }).notNull(),
    position: int("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.key] }),
    oneOf("visit_focus_kind", "kind", FOCUS_KINDS),
  ],
);

/** A line of the day. Reviewers may add one on the day; its id is made where it is written. */
export const visitActivities = table(
  "visit_activities",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    kind: text("kind", { enum: ACTIVITY_KINDS }).notNull(),
    title: text("title").notNull(),
    /** A role, never a name: "class teacher". */
    withWhom: text("with_whom").notNull(),
    place: text("place").notNull(),
    startsAt: text("starts_at").notNull(),
    endsAt: text("ends_at").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => users.id),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("visit_activities_visit").on(t.visitId, t.startsAt, t.id),
    oneOf("visit_activities_kind", "kind", ACTIVITY_KINDS),
  ],
);

/** What the clocks of a visit have told its parties, so that each thing is told once. */
export const visitTellings = table(
  "visit_tellings",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    /** The mail: "copy-opens", "draft-due", "late". */
    what: text("what").notNull(),
    /** What it was about: the day it turned on, YYYY-MM-DD, and for a late step its name too. */
    about: text("about").notNull(),
    toldAt: timestamp("told_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.what, t.about] })],
);
