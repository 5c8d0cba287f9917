import { CONTACT_KINDS, CONTACT_ROLES } from "../../app/domain/chasing/contact-kinds";
import { REMINDER_STAGES } from "../../app/domain/chasing/reminder-stages";
import { bool, index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { grants, users } from "./people";
import { responses, rounds } from "./rounds";
import { oneOf } from "./state-check";

/** An officer's own part of the organisation: the default of their lists, never a lock. */
export const officerDistricts = table(
  "officer_districts",
  {
    grantId: text("grant_id")
      .notNull()
      .references(() => grants.id),
    /** As the national register writes it, or the authority's name where it has none. */
    district: text("district").notNull(),
  },
  (t) => [primaryKey({ columns: [t.grantId, t.district] })],
);

/** A colleague covers an officer's districts between two days, both inclusive. */
export const districtCovers = table(
  "district_covers",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Whose districts they are. */
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id),
    coveredBy: text("covered_by")
      .notNull()
      .references(() => users.id),
    /** JSON array of districts. */
    districts: text("districts").notNull(),
    from: text("from_date").notNull(),
    to: text("to_date").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [index("district_covers_organisation").on(t.organisationId, t.to)],
);

/** Each time a school was rung or written to about a round. */
export const schoolContacts = table(
  "school_contacts",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    roundId: text("round_id").references(() => rounds.id),
    kind: text("kind", { enum: CONTACT_KINDS }).notNull(),
    /** YYYY-MM-DD in London. */
    contactOn: text("contact_on").notNull(),
    withWhom: text("with_whom", { enum: CONTACT_ROLES }).notNull(),
    /** What was agreed in a call, in one line. */
    agreed: text("agreed"),
    /** When the school asked to be rung again. */
    ringAgainOn: text("ring_again_on"),
    /** The mail; it is forgotten before this row is. */
    mailId: text("mail_id"),
    /** Letters written at once to many. */
    batchId: text("batch_id").references(() => letterBatches.id),
    /** Null: the service itself. */
    byUserId: text("by_user_id").references(() => users.id),
    version: int("version").notNull().default(1),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    index("school_contacts_school").on(t.organisationId, t.schoolId, t.contactOn),
    index("school_contacts_batch").on(t.batchId),
    oneOf("school_contacts_kind", "kind", CONTACT_KINDS),
    oneOf("school_contacts_with", "with_whom", CONTACT_ROLES),
  ],
);

/** Letters sent to exactly the schools chosen, once: the id is made with the form. What they said is not kept. */
export const letterBatches = table("letter_batches", {
  id: text("id").primaryKey(),
  organisationId: text("organisation_id")
    .notNull()
    .references(() => organisations.id),
  roundId: text("round_id")
    .notNull()
    .references(() => rounds.id),
  byUserId: text("by_user_id")
    .notNull()
    .references(() => users.id),
  /** Ids of schools chosen that have no address, as JSON. */
  unreached: text("unreached_ids").notNull(),
  createdAt: timestamp("created_at").notNull(),
});

/** A filter of the list of returns that somebody named, for themselves. */
export const savedLists = table(
  "saved_lists",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The query of its address, without round and page. */
    query: text("query").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("saved_lists_name").on(t.organisationId, t.userId, t.name)],
);

/** Whether a round reminds by itself; no row: it does not. */
export const roundReminders = table("round_reminders", {
  roundId: text("round_id")
    .primaryKey()
    .references(() => rounds.id),
  on: bool("is_on").notNull(),
  /** A paragraph of the manager's in every reminder; empty: none. */
  note: text("note").notNull(),
  version: int("version").notNull(),
  updatedAt: timestamp("updated_at").notNull(),
});

/** A reminder that was sent, or had nobody to go to: each once for a deadline. */
export const sentReminders = table(
  "sent_reminders",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    stage: text("stage", { enum: REMINDER_STAGES }).notNull(),
    /** The deadline it spoke of: an extension makes another. */
    deadline: text("deadline_on").notNull(),
    sentAt: timestamp("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.stage, t.deadline] }),
    oneOf("sent_reminders_stage", "stage", REMINDER_STAGES),
  ],
);
