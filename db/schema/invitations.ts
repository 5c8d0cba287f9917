import { ROLES } from "../../app/domain/policy/actor";
import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { users } from "./people";
import { eitherOr, oneOf } from "./state-check";

/** A role offered to somebody by mail. It becomes a grant only when they accept on the page of the link. */
export const invitations = table(
  "invitations",
  {
    id: text("id").primaryKey(),
    /** SHA-256 (hex) of what the link holds; another one each time it is sent. */
    hash: text("hash").notNull(),
    email: text("email").notNull(),
    emailNormal: text("email_normal").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    schoolId: text("school_id").references(() => schools.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    questionnaireKey: text("questionnaire_key"),
    signingTitle: text("signing_title"),
    /** Days (YYYY-MM-DD) the role is to last, both inclusive; `to` null: until further notice. */
    from: text("from_date").notNull(),
    to: text("to_date"),
    /** Null: the person claimed the school with the office's code. */
    invitedBy: text("invited_by").references(() => users.id),
    createdAt: timestamp("created_at").notNull(),
    sentAt: timestamp("sent_at").notNull(),
    /** How often it was sent. */
    sends: int("sends").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    acceptedAt: timestamp("accepted_at"),
    acceptedBy: text("accepted_by").references(() => users.id),
    withdrawnAt: timestamp("withdrawn_at"),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("invitations_hash").on(t.hash),
    index("invitations_school").on(t.schoolId),
    index("invitations_organisation").on(t.organisationId),
    index("invitations_email").on(t.emailNormal),
    oneOf("invitations_role", "role", ROLES),
    eitherOr("invitations_place", "school_id", "organisation_id"),
  ],
);

/** A code asked for with which a school's office lets someone take the school over. */
export const schoolClaims = table(
  "school_claims",
  {
    id: text("id").primaryKey(),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    /** Keyed hash of the code. Also there when no code was mailed, so that nobody can tell. */
    codeHash: text("code_hash").notNull(),
    tries: int("tries").notNull(),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    usedAt: timestamp("used_at"),
  },
  (t) => [index("school_claims_school").on(t.schoolId, t.createdAt)],
);

/** That someone looked through everyone's roles in a school, as is asked at the start of Terms 1, 3 and 5. */
export const accessChecks = table(
  "access_checks",
  {
    id: text("id").primaryKey(),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    /** "2026-27". */
    year: text("year").notNull(),
    term: int("term").notNull(),
    checkedBy: text("checked_by")
      .notNull()
      .references(() => users.id),
    checkedAt: timestamp("checked_at").notNull(),
  },
  (t) => [uniqueIndex("access_checks_term").on(t.schoolId, t.year, t.term)],
);
