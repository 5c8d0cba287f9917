import { index, table, text, timestamp, uniqueIndex } from "../columns";
import { users, sessions } from "./people";
import { oneOf } from "./state-check";

/**
 * An account elsewhere that opens an account here. `issuer` and `subject` name it for good; an e-mail address never
 * does. `provider` is the key of the settings it came by.
 */
export const identities = table(
  "identities",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    provider: text("provider").notNull(),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    /** What the account is called there, an address mostly; shown and never compared. */
    label: text("label"),
    connectedAt: timestamp("connected_at").notNull(),
    lastUsedAt: timestamp("last_used_at"),
    /** Where the provider last said the person works, and as what (JSON list). It gives no role here. */
    organisationUrn: text("organisation_urn"),
    organisationName: text("organisation_name"),
    organisationRoles: text("organisation_roles"),
  },
  (t) => [
    uniqueIndex("identities_subject").on(t.issuer, t.subject),
    uniqueIndex("identities_user").on(t.userId, t.provider),
  ],
);

/** Why a browser was sent to a provider. */
export const FLOW_PURPOSES = ["sign-in", "connect", "prove", "invitation"] as const;

/**
 * A round trip to a provider that has begun. `id` is SHA-256 of the state in the address; the row goes when the
 * browser is back, so a state counts once.
 */
export const singleSignOnFlows = table(
  "single_sign_on_flows",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what the cookie of the browser that began holds. */
    browser: text("browser").notNull(),
    provider: text("provider").notNull(),
    purpose: text("purpose", { enum: FLOW_PURPOSES }).notNull(),
    /** The secrets of the trip, sealed for `id`. */
    sealed: text("sealed").notNull(),
    /** One of our own paths to go on to. */
    next: text("next"),
    /** Who was signed in, for purposes that need somebody. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    sessionId: text("session_id").references(() => sessions.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
  },
  (t) => [
    index("single_sign_on_flows_expiry").on(t.expiresAt),
    oneOf("single_sign_on_flows_purpose", "purpose", FLOW_PURPOSES),
  ],
);

/**
 * An account elsewhere that came and is nobody's here yet. Who signs in after that in the same browser may connect
 * it. `id` is SHA-256 of what the browser's cookie holds.
 */
export const pendingIdentities = table("pending_identities", {
  id: text("id").primaryKey(),
  provider: text("provider").notNull(),
  issuer: text("issuer").notNull(),
  subject: text("subject").notNull(),
  label: text("label"),
  createdAt: timestamp("created_at").notNull(),
  expiresAt: timestamp("expires_at").notNull(),
});

/**
 * That the person of a session has just shown at their provider who they are, for one purpose and one use. `id` is
 * that of the round trip, so that none gives two.
 */
export const freshProofs = table(
  "fresh_proofs",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    /** The path it is for. */
    purpose: text("purpose").notNull(),
    provenAt: timestamp("proven_at").notNull(),
    usedAt: timestamp("used_at"),
  },
  (t) => [index("fresh_proofs_session").on(t.sessionId)],
);
