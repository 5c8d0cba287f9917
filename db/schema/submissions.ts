import {
  DOCUMENT_STATES,
  SIGN_OFF_KINDS,
  SUBMISSION_STATES,
} from "../../app/domain/submission/states";
import { bytes, index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { users } from "./people";
import { responses } from "./rounds";
import { oneOf } from "./state-check";

/**
 * A signed copy. `snapshot` is RFC 8785 text and never changes (trigger); `sha256` is over its bytes.
 * Only its standing moves: state, superseded, withdrawn.
 */
export const submissions = table(
  "submissions",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    number: int("number").notNull(),
    reference: text("reference").notNull(),
    state: text("state", { enum: SUBMISSION_STATES }).notNull(),
    snapshot: text("snapshot").notNull(),
    sha256: text("sha256").notNull(),
    signedAt: timestamp("signed_at").notNull(),
    supersededById: text("superseded_by_id"),
    withdrawnAt: timestamp("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("submissions_reference").on(t.reference),
    uniqueIndex("submissions_number").on(t.responseId, t.number),
    oneOf("submissions_state", "state", SUBMISSION_STATES),
  ],
);

/** A signature, outside the hashed part; `sha256` names what was signed. */
export const signOffs = table(
  "sign_offs",
  {
    id: text("id").primaryKey(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: SIGN_OFF_KINDS }).notNull(),
    name: text("name").notNull(),
    title: text("title").notNull(),
    declaration: text("declaration").notNull(),
    reason: text("reason"),
    sha256: text("sha256").notNull(),
    signedAt: timestamp("signed_at").notNull(),
  },
  (t) => [
    uniqueIndex("sign_offs_kind").on(t.submissionId, t.kind),
    oneOf("sign_offs_kind_word", "kind", SIGN_OFF_KINDS),
  ],
);

/** The sealed PDF of a submission: pending, ready or failed, never silently gone. */
export const documents = table(
  "documents",
  {
    id: text("id").primaryKey(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    state: text("state", { enum: DOCUMENT_STATES }).notNull(),
    bytes: bytes("bytes"),
    sha256: text("sha256"),
    pages: int("pages"),
    /** Bytes in the file. */
    size: int("size"),
    /** The certificate it was sealed with. */
    certificateId: text("certificate_id").references(() => sealCertificates.id),
    problem: text("problem"),
    createdAt: timestamp("created_at").notNull(),
    readyAt: timestamp("ready_at"),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("documents_submission").on(t.submissionId),
    index("documents_hash").on(t.sha256),
    oneOf("documents_state", "state", DOCUMENT_STATES),
  ],
);

/** Every certificate ever sealed with; old ones are kept so that old files verify. `id` is its SHA-256. */
export const sealCertificates = table("seal_certificates", {
  id: text("id").primaryKey(),
  pem: text("pem").notNull(),
  firstUsedAt: timestamp("first_used_at").notNull(),
});
