import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { users } from "./people";

/**
 * A person's authenticator app. Secrets are sealed with a key outside the database (app/auth/secret-box.server.ts).
 * `pendingSecret` is one being set up; it counts for nothing until a code of it was given.
 */
export const authenticators = table("authenticators", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  secret: text("secret"),
  /** When a code first proved that the app holds `secret`. */
  confirmedAt: timestamp("confirmed_at"),
  /** The time step (30 s since 1970) of the last code taken: that one and earlier ones are refused. */
  lastStep: int("last_step"),
  pendingSecret: text("pending_secret"),
  pendingAt: timestamp("pending_at"),
});

/** Codes for the day the phone is lost, each good once. `hash` is keyed, with the key outside the database. */
export const recoveryCodes = table(
  "recovery_codes",
  {
    hash: text("hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at").notNull(),
    usedAt: timestamp("used_at"),
  },
  (t) => [index("recovery_codes_user").on(t.userId)],
);

/**
 * A browser whose person has given the first factor and owes the second. It opens the second step and nothing
 * else. `id` is SHA-256 of what its own cookie holds.
 */
export const halfSessions = table(
  "half_sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    /** When the second factor was given: only the recovery codes are still to be put away. */
    provenAt: timestamp("proven_at"),
  },
  (t) => [index("half_sessions_user").on(t.userId)],
);

/** A link that sets a new password, good once. `id` is SHA-256 of what the link holds. */
export const passwordResets = table(
  "password_resets",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    usedAt: timestamp("used_at"),
  },
  (t) => [index("password_resets_user").on(t.userId)],
);

/**
 * Another e-mail address asked for. `id` is SHA-256 of what the link to the new address holds, `stopId` of what the
 * link to the old one holds: that one ends the change, or for some days undoes it.
 */
export const emailChanges = table(
  "email_changes",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    stopId: text("stop_id").notNull(),
    oldEmail: text("old_email").notNull(),
    newEmail: text("new_email").notNull(),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    /** When the new address was confirmed. */
    changedAt: timestamp("changed_at"),
    /** When the link to the old address was used, or another change took its place. */
    stoppedAt: timestamp("stopped_at"),
  },
  (t) => [uniqueIndex("email_changes_stop").on(t.stopId), index("email_changes_user").on(t.userId)],
);
