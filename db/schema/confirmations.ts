import { CONFIRMATION_STATES } from "../../app/domain/confirmation/states";
import { index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { schools } from "./organisations";
import { users } from "./people";
import { rounds } from "./rounds";
import { oneOf } from "./state-check";
import { submissions } from "./submissions";

/**
 * That an organisation confirms a school's status in a rolling round until a day. `snapshot` is the certificate as
 * RFC 8785 text and never changes (trigger); `sha256` is over its bytes. That it has run out follows from the day.
 */
export const confirmations = table(
  "confirmations",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    /** The signed copy that met the points. */
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    /** Counts the school's confirmations in the round, so that two given at once do not both stand. */
    number: int("number").notNull(),
    reference: text("reference").notNull(),
    state: text("state", { enum: CONFIRMATION_STATES }).notNull(),
    /** YYYY-MM-DD: the day it was given, and the last day it holds. */
    confirmedOn: text("confirmed_on").notNull(),
    endsOn: text("ends_on").notNull(),
    snapshot: text("snapshot").notNull(),
    sha256: text("sha256").notNull(),
    confirmedBy: text("confirmed_by")
      .notNull()
      .references(() => users.id),
    confirmedAt: timestamp("confirmed_at").notNull(),
    withdrawnAt: timestamp("withdrawn_at"),
    withdrawnBy: text("withdrawn_by").references(() => users.id),
    withdrawnReason: text("withdrawn_reason"),
    /** The renewal reminder sent last, in weeks before the end; null: none. */
    remindedWeeks: int("reminded_weeks"),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("confirmations_number").on(t.roundId, t.schoolId, t.number),
    uniqueIndex("confirmations_reference").on(t.reference),
    index("confirmations_school").on(t.schoolId),
    oneOf("confirmations_state", "state", CONFIRMATION_STATES),
  ],
);
