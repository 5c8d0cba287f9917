import { SIGN_OFF_KINDS, SUBMISSION_STATES } from "../../app/domain/submission/states";
import { int, table, text, timestamp, uniqueIndex } from "../columns";
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
