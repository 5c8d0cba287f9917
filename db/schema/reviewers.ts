import { TRUST_STANDINGS } from "../../app/domain/visit/states";
import { bool, index, int, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, schools } from "./organisations";
import { users } from "./people";
import { rounds } from "./rounds";
import { oneOf } from "./state-check";

/** A reviewer in an organisation's register. The role itself is a grant; this is what matching needs to know. */
export const reviewers = table(
  "reviewers",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** "headteacher", "SENCO". */
    post: text("post").notNull(),
    /** Null: of a school this service does not hold; then only `homeSchoolName` and `homeAuthority` say which. */
    homeSchoolId: text("home_school_id").references(() => schools.id),
    homeSchoolName: text("home_school_name").notNull(),
    homeAuthority: text("home_authority").notNull(),
    trustStanding: text("trust_standing", { enum: TRUST_STANDINGS }).notNull(),
    trustName: text("trust_name"),
    federationName: text("federation_name"),
    /** JSON arrays of phases, questionnaire keys and districts. */
    phases: text("phases").notNull(),
    questionnaireKeys: text("questionnaire_keys").notNull(),
    districts: text("districts").notNull(),
    accreditedUntil: text("accredited_until").notNull(),
    /** Visits offered in an academic year, 2 unless said; never more than this are asked. */
    visitsOffered: int("visits_offered").notNull(),
    mayLead: bool("may_lead").notNull(),
    /** The day the organisation saw identity and DBS check; null: no assurance letter. */
    assuredOn: text("assured_on"),
    assuredBy: text("assured_by").references(() => users.id),
    /** When the reviewer said that the list of interests is whole; null: never asked. */
    interestsDeclaredAt: timestamp("interests_declared_at"),
    version: int("version").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("reviewers_person").on(t.organisationId, t.userId),
    oneOf("reviewers_trust", "trust_standing", TRUST_STANDINGS),
  ],
);

/** A school a reviewer should not visit, as they or the organisation said; never why. */
export const reviewerInterests = table(
  "reviewer_interests",
  {
    reviewerId: text("reviewer_id")
      .notNull()
      .references(() => reviewers.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    declaredOn: text("declared_on").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reviewerId, t.schoolId] }),
    index("reviewer_interests_school").on(t.schoolId),
  ],
);

/** A school that would like a visit in a round; officers may put one down for it. */
export const visitRequests = table(
  "visit_requests",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    schoolId: text("school_id")
      .notNull()
      .references(() => schools.id),
    askedBy: text("asked_by")
      .notNull()
      .references(() => users.id),
    askedAt: timestamp("asked_at").notNull(),
    /** The round a school asks in; null where an officer put it down, for whichever round comes. */
    roundId: text("round_id").references(() => rounds.id),
    /** Terms that would suit, as "2026-27 Term 4", one a line; empty: any. */
    terms: text("terms").notNull().default(""),
    /** The school's line why. */
    words: text("words").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.schoolId] })],
);
