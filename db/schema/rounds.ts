import { RESPONSE_STATES } from "../../app/domain/response/states";
import { PARTICIPATIONS } from "../../app/domain/round/participation";
import { OWNERSHIP_RULES } from "../../app/domain/visit/states";
import { bool, index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { users } from "./people";
import { duties, questionnaireVersions } from "./questionnaires";
import { oneOf } from "./state-check";

/** One version offered to chosen schools. Deadlines never lock; only closing does. */
export const rounds = table(
  "rounds",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    versionId: text("version_id")
      .notNull()
      .references(() => questionnaireVersions.id),
    title: text("title").notNull(),
    /** The academic year it is for, "2026-27"; null: the one its opening day lies in. */
    year: text("year"),
    /** What its organisation says to the schools, in their invitation and at the start. */
    message: text("message").notNull().default(""),
    /** JSON array of section keys asked for; null: all of them. */
    sections: text("sections"),
    /** The school chooses at least this many sections; null: it does not choose. */
    chooseAtLeast: int("choose_at_least"),
    opensOn: text("opens_on").notNull(),
    firstDeadline: text("first_deadline"),
    finalDeadline: text("final_deadline"),
    rolling: bool("rolling").notNull(),
    validityMonths: int("validity_months"),
    governorSigns: bool("governor_signs").notNull(),
    /** Training share asked for, in percent; a gate only when `trainingGate`. */
    trainingThreshold: int("training_threshold"),
    trainingGate: bool("training_gate").notNull(),
    declaration: text("declaration").notNull(),
    /** What a governor declares; null: the words of the service. */
    governorDeclaration: text("governor_declaration"),
    /** Who reads the record of a visit in this round; fixed to the visit when the host accepts. */
    visitOwnership: text("visit_ownership", { enum: OWNERSHIP_RULES }).notNull().default("themes"),
    /** Each reviewer gives a view before seeing the other's. */
    viewsFirst: bool("views_first").notNull().default(true),
    closedAt: timestamp("closed_at"),
    demonstration: bool("demonstration").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [index("rounds_organisation").on(t.organisationId)],
);

/** Organisations besides the owner that may read what this round collects. */
export const roundShares = table(
  "round_shares",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.organisationId] })],
);

/**
 * Schools a round is meant for, each kept apart as expected, invited or joined (app/domain/round/participation.ts).
 * A school without a row has nothing to do with the round; only one that is invited can be late.
 */
export const roundSchools = table(
  "round_schools",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    participation: text("participation", { enum: PARTICIPATIONS }).notNull(),
    createdAt: timestamp("created_at").notNull(),
    invitedAt: timestamp("invited_at"),
    /** Joining is the school's own act, in a rolling round. */
    joinedAt: timestamp("joined_at"),
    withdrawnAt: timestamp("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    /** This school's own deadlines where they were extended, with why; null: those of the round. */
    firstDeadline: text("first_deadline"),
    finalDeadline: text("final_deadline"),
    extendedAt: timestamp("extended_at"),
    extendedReason: text("extended_reason"),
    version: int("version").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.schoolId] }),
    index("round_schools_school").on(t.schoolId),
    oneOf("round_schools_participation", "participation", PARTICIPATIONS),
  ],
);

/** A round being prepared, until it is opened: what a manager has said so far. */
export const roundDrafts = table(
  "round_drafts",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** JSON (app/domain/round/draft.ts). */
    content: text("content").notNull(),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [index("round_drafts_organisation").on(t.organisationId)],
);

/** A school's answers to one version, in a round or private to the school (`roundId` null). */
export const responses = table(
  "responses",
  {
    id: text("id").primaryKey(),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    roundId: text("round_id").references(() => rounds.id),
    versionId: text("version_id")
      .notNull()
      .references(() => questionnaireVersions.id),
    period: int("period").notNull(),
    state: text("state", { enum: RESPONSE_STATES }).notNull(),
    /** The state to go back to when a closed round reopens. */
    stateBeforeClosing: text("state_before_closing", { enum: RESPONSE_STATES }),
    /** JSON arrays, pinned when the school confirms; null before. */
    phases: text("phases"),
    types: text("types"),
    /** JSON array of sections the school chose, where the round lets it. */
    chosenSections: text("chosen_sections"),
    confirmedAt: timestamp("confirmed_at"),
    confirmedBy: text("confirmed_by").references(() => users.id),
    readyAt: timestamp("ready_at"),
    readyBy: text("ready_by").references(() => users.id),
    /** When an officer first opened the signed copy; from then on it cannot be recalled. */
    openedByOfficerAt: timestamp("opened_by_officer_at"),
    amendReason: text("amend_reason"),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("responses_round").on(t.roundId, t.schoolId, t.period),
    index("responses_school").on(t.schoolId),
    oneOf("responses_state", "state", RESPONSE_STATES),
  ],
);

/** A self-review that is asked to look again, because a duty it shows has changed. One for each duty at a time. */
export const dutyAsks = table(
  "duty_asks",
  {
    id: text("id").primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    dutyId: text("duty_id")
      .notNull()
      .references(() => duties.id),
    itemKey: text("item_key").notNull(),
    /** The duty in one line before and after; before is empty for a new one. */
    before: text("before").notNull(),
    after: text("after").notNull(),
    askedAt: timestamp("asked_at").notNull(),
    /** When somebody of the school said that they have looked; null: waits. */
    settledAt: timestamp("settled_at"),
    settledBy: text("settled_by").references(() => users.id),
  },
  (t) => [index("duty_asks_response").on(t.responseId)],
);

/** Who is asked to look after a section. It guides, it does not lock. */
export const sectionAssignments = table(
  "section_assignments",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    sectionKey: text("section_key").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    assignedBy: text("assigned_by")
      .notNull()
      .references(() => users.id),
    assignedAt: timestamp("assigned_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.sectionKey] })],
);
