import { OUTBOX_KINDS, OUTBOX_STATES } from "../../app/domain/work/outbox";
import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { oneOf } from "./state-check";

/** Work to do after a commit. Claimed by a conditional update, safe to retry, parked after N tries. */
export const outbox = table(
  "outbox",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: OUTBOX_KINDS }).notNull(),
    /** JSON; each kind has a schema in app/domain/work/outbox.ts. */
    payload: text("payload").notNull(),
    state: text("state", { enum: OUTBOX_STATES }).notNull(),
    tries: int("tries").notNull(),
    availableAt: timestamp("available_at").notNull(),
    claimedBy: text("claimed_by"),
    claimedAt: timestamp("claimed_at"),
    problem: text("problem"),
    createdAt: timestamp("created_at").notNull(),
    doneAt: timestamp("done_at"),
  },
  (t) => [
    index("outbox_next").on(t.state, t.availableAt),
    oneOf("outbox_state", "state", OUTBOX_STATES),
  ],
);

/**
 * What happened, written in the same transaction as the thing itself. `data` holds ids and hashes,
 * never the text of drafts. `position`, `previousHash` and `hash` are filled by the sealer after commit.
 */
export const auditEntries = table(
  "audit_entries",
  {
    id: text("id").primaryKey(),
    at: timestamp("at").notNull(),
    actorId: text("actor_id"),
    event: text("event").notNull(),
    schoolId: text("school_id"),
    organisationId: text("organisation_id"),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    data: text("data").notNull(),
    position: int("position"),
    previousHash: text("previous_hash"),
    hash: text("hash"),
  },
  (t) => [
    index("audit_entries_school").on(t.schoolId, t.at),
    index("audit_entries_subject").on(t.subjectKind, t.subjectId),
    uniqueIndex("audit_entries_position").on(t.position),
  ],
);

/** Facts about this installation: whether the demonstration was loaded, and when. */
export const installation = table("installation", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
