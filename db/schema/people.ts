import { ROLES } from "../../app/domain/policy/actor";
import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { eitherOr, oneOf } from "./state-check";

export const users = table(
  "users",
  {
    id: text("id").primaryKey(),
    /** As typed; signing in compares `emailNormal` (trimmed, lower case). */
    email: text("email").notNull(),
    emailNormal: text("email_normal").notNull(),
    name: text("name").notNull(),
    /** argon2id, PHC string. Null: the person cannot sign in with a password. */
    passwordHash: text("password_hash"),
    disabledAt: timestamp("disabled_at"),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("users_email").on(t.emailNormal)],
);

/** A signed-in browser. `id` is SHA-256 of what the cookie holds (design.md decision 9). */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: timestamp("expires_at").notNull(),
    createdAt: timestamp("created_at").notNull(),
    /** When the person last proved who they are; signing asks again. */
    provenAt: timestamp("proven_at").notNull(),
    /** Coarse words for the browser, "Firefox on Windows"; never the whole line it sends. */
    device: text("device"),
    /** Moved on with `expiresAt`, so at most every 15 minutes. */
    lastUsedAt: timestamp("last_used_at"),
    /** When the second factor was given to start it; null where none was. */
    secondFactorAt: timestamp("second_factor_at"),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expiry").on(t.expiresAt)],
);

/** Kept 24 hours after a session ends, so that text typed in it goes back to the same person. */
export const sessionTombstones = table(
  "session_tombstones",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    endedAt: timestamp("ended_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    /** The address and form fields (JSON) posted after the session ended; null when nothing was. */
    keptPath: text("kept_path"),
    keptForm: text("kept_form"),
  },
  (t) => [index("session_tombstones_user").on(t.userId)],
);

/** A dated role in a school or an organisation. Dates are YYYY-MM-DD, both inclusive. */
export const grants = table(
  "grants",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: ROLES }).notNull(),
    schoolId: text("school_id").references(() => schools.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    questionnaireKey: text("questionnaire_key"),
    signingTitle: text("signing_title"),
    from: text("from_date").notNull(),
    to: text("to_date"),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    index("grants_user").on(t.userId),
    index("grants_school").on(t.schoolId),
    index("grants_organisation").on(t.organisationId),
    oneOf("grants_role", "role", ROLES),
    eitherOr("grants_place", "school_id", "organisation_id"),
  ],
);
