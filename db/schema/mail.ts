import { MAIL_STATES } from "../../app/domain/mail/states";
import { MAIL_TEMPLATES } from "../../app/domain/mail/templates";
import { bool, index, int, table, text, timestamp } from "../columns";
import { organisations, schools } from "./organisations";
import { users } from "./people";
import { oneOf } from "./state-check";

/** A mail asked for. Its id is that of the outbox job that sends it, and of its Message-ID. */
export const mails = table(
  "mails",
  {
    id: text("id").primaryKey(),
    template: text("template", { enum: MAIL_TEMPLATES }).notNull(),
    /** Null: someone without an account, as an office or a person invited. */
    userId: text("user_id").references(() => users.id, { onDelete: "set null" }),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** JSON by app/domain/mail/templates.ts; links in it are secrets, so it is null once the mail is settled. */
    data: text("data"),
    state: text("state", { enum: MAIL_STATES }).notNull(),
    /** What the mail is about, where that is one school or organisation: says whose manager sees a bounce. */
    schoolId: text("school_id").references(() => schools.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    /** The reply code of a mail server that refused the address, like "550". */
    bounceCode: text("bounce_code"),
    queuedAt: timestamp("queued_at").notNull(),
    settledAt: timestamp("settled_at"),
    /** When a manager said that a bounce has been dealt with. */
    seenAt: timestamp("seen_at"),
  },
  (t) => [
    index("mails_state").on(t.state, t.settledAt),
    index("mails_user").on(t.userId),
    oneOf("mails_state", "state", MAIL_STATES),
  ],
);

/** What mail a person wants. No row: everything. */
export const mailPreferences = table("mail_preferences", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  digest: bool("digest").notNull(),
  /** The weekday of the weekly mail: 1 is Monday, 5 Friday. */
  digestDay: int("digest_day").notNull().default(1),
  /** Reminders of a deadline. */
  reminders: bool("reminders").notNull().default(true),
  /** The day (YYYY-MM-DD) the last digest was made, sent or not. */
  digestMadeOn: text("digest_made_on"),
});

/** Links that end the weekly mail. `hash` is SHA-256 (hex) of what the link holds. */
export const unsubscribeTokens = table(
  "unsubscribe_tokens",
  {
    hash: text("hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [index("unsubscribe_tokens_user").on(t.userId)],
);

/** Mails kept to be read here instead of being sent: demonstration and development only, never production. */
export const caughtMails = table("caught_mails", {
  id: text("id").primaryKey(),
  /** The whole message as it would have left. */
  source: text("source").notNull(),
  caughtAt: timestamp("caught_at").notNull(),
});
