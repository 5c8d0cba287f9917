import {
  ERASURE_WAYS,
  NOTICE_KINDS,
  NOTICE_OUTCOMES,
} from "../../app/domain/personal-data/retention-words";
import { bool, index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { users } from "./people";
import { oneOf } from "./state-check";

/** How long an organisation keeps what it may choose (app/domain/personal-data/retention-settings.ts). No row: as usual. */
export const retentionSchedules = table("retention_schedules", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  /** JSON: months by kind. */
  settings: text("settings").notNull(),
  /** When a manager let deleting begin; null: each night only counts what would go. */
  startedAt: timestamp("started_at"),
  changedBy: text("changed_by")
    .notNull()
    .references(() => users.id),
  changedAt: timestamp("changed_at").notNull(),
  version: int("version").notNull(),
});

/** What a school chose for its private and lapsed self-reviews. No row, or no years: they are kept. */
export const retentionChoices = table("retention_choices", {
  schoolId: text("school_id")
    .primaryKey()
    .references(() => schools.id),
  schoolYears: int("school_years"),
  changedBy: text("changed_by")
    .notNull()
    .references(() => users.id),
  changedAt: timestamp("changed_at").notNull(),
  version: int("version").notNull(),
});

/** That people were told what will go, and what became of it. Outlives its subject, so it names it by id alone. */
export const retentionNotices = table(
  "retention_notices",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: NOTICE_KINDS }).notNull(),
    /** A self-review or a person. */
    subjectId: text("subject_id").notNull(),
    schoolId: text("school_id").references(() => schools.id),
    toldAt: timestamp("told_at").notNull(),
    /** The first day (YYYY-MM-DD) it may go. */
    goesOn: text("goes_on").notNull(),
    /** Null: it still counts. */
    outcome: text("outcome", { enum: NOTICE_OUTCOMES }),
    endedAt: timestamp("ended_at"),
  },
  (t) => [
    index("retention_notices_subject").on(t.kind, t.subjectId),
    index("retention_notices_school").on(t.schoolId),
    oneOf("retention_notices_kind", "kind", NOTICE_KINDS),
  ],
);

/** What one night deleted of one kind, for one organisation or for the service as a whole. */
export const retentionReports = table(
  "retention_reports",
  {
    /** Day, place and kind, so that a night that is run again adds to its own row. */
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").references(() => organisations.id),
    /** YYYY-MM-DD in London. */
    day: text("day").notNull(),
    kind: text("kind").notNull(),
    removed: int("removed").notNull(),
    /** The day the oldest one still kept was last of use; null: none is kept. */
    oldestKept: text("oldest_kept"),
    /** It only counted what would go. */
    preview: bool("preview").notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [uniqueIndex("retention_reports_night").on(t.organisationId, t.day, t.kind)],
);

/** Accounts that were erased. The person's row stays as a marker with neither name nor address. */
export const retentionErasures = table(
  "retention_erasures",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id),
    at: timestamp("at").notNull(),
    way: text("way", { enum: ERASURE_WAYS }).notNull(),
  },
  () => [oneOf("retention_erasures_way", "way", ERASURE_WAYS)],
);
