import type { Actor, Role } from "./actor";
import { can, type Question } from "./can";
import type {
  ConfirmationFacts,
  OrganisationFacts,
  PlanFacts,
  QuestionnaireFacts,
  ResponseFacts,
  ReplyFacts,
  RoundFacts,
  SchoolFacts,
  SubmissionFacts,
  VisitFacts,
} from "./facts";

/**
 * One person of each kind, to ask the policy who sees what, so that the screens and the PDF say what `can`
 * does. Ids here are never stored.
 */
export const AUDIENCES = [
  "head",
  "coordinator",
  "contributor",
  "governor",
  "reviewer",
  "officer",
  "manager",
  "shared",
  "other-school",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** `status`: that it exists, how far it is, and dates; `themes`: of a visit's record, what the school accepted. */
export type Sight = "reads" | "themes" | "status" | "nothing";

export const SEEN_OBJECTS = [
  "draft",
  "earlier-versions",
  "private",
  "signed-copy",
  "awaiting-governor",
  "replies",
  "reply-draft",
  "confirmation",
  "action-plan",
  "audit",
  "organisation-audit",
  "visit",
  "visit-copy",
  "visit-notes",
  "visit-record-draft",
  "visit-record",
] as const;
export type SeenObject = (typeof SEEN_OBJECTS)[number];

/** Signed copies that no longer stand; the table of who can see what leaves them to their own pages. */
export type EndedCopy = "set-aside-copy" | "withdrawn-copy";

/** Who reviewers are and what they declared, and how visits are matched; the pages of each say so. */
export type OfRegister = "reviewer-register" | "matching" | "calls" | "visit-figures";

/** What stands beside a questionnaire, outside its definition; here who changes it. */
export type BesideQuestionnaire = "support" | "duties";

const TODAY = "2000-01-01";
const SCHOOL = "this-school";
const REVIEWER = "the-reviewer";
const KEY = "this-questionnaire";
const ROUND: RoundFacts = {
  organisationId: "this-organisation",
  sharedWith: ["shared-organisation"],
  open: true,
};

type AskedObject = SeenObject | EndedCopy | OfRegister | BesideQuestionnaire;

/** What one kind of person sees of a kind of object, asked of the policy. */
export function sightOf(audience: Audience, object: AskedObject): Sight {
  return sightBy(audience, QUESTIONS[object]);
}

/** What a visit's record turns on, beside who asks. */
export type RecordFacts = Pick<VisitFacts, "state" | "ownershipRule" | "sharedWithGovernors">;

/** What one kind of person sees of the record of a visit that stands like this. */
export function sightOfRecord(audience: Audience, facts: RecordFacts): Sight {
  // Only these: a loaded visit has a school and reviewers of its own, to whom the specimens are strangers.
  const { state, ownershipRule, sharedWithGovernors } = facts;
  return sightBy(audience, recordOf({ state, ownershipRule, sharedWithGovernors }));
}

function sightBy(audience: Audience, { reads, themes, status }: Questions): Sight {
  const actor = actorOf(audience);
  if (can(actor, ...reads).allowed) return "reads";
  if (themes !== undefined && can(actor, ...themes).allowed) return "themes";
  return status !== null && can(actor, ...status).allowed ? "status" : "nothing";
}

const response = (facts: Partial<ResponseFacts>): ResponseFacts => ({
  today: TODAY,
  schoolId: SCHOOL,
  questionnaireKey: KEY,
  state: "in-progress",
  round: ROUND,
  openedByOfficer: false,
  signedBy: null,
  ...facts,
});

const submission = (facts: Partial<SubmissionFacts>): SubmissionFacts => ({
  today: TODAY,
  schoolId: SCHOOL,
  questionnaireKey: KEY,
  responseState: "submitted",
  round: ROUND,
  state: "standing",
  withdrawn: false,
  ...facts,
});

const reply: ReplyFacts = {
  today: TODAY,
  schoolId: SCHOOL,
  questionnaireKey: KEY,
  responseState: "submitted",
  round: ROUND,
  standing: true,
};
const plan: PlanFacts = { today: TODAY, schoolId: SCHOOL, questionnaireKey: KEY, round: ROUND };
const confirmation: ConfirmationFacts = {
  today: TODAY,
  schoolId: SCHOOL,
  questionnaireKey: KEY,
  round: ROUND,
};
const school: SchoolFacts = { today: TODAY, schoolId: SCHOOL, coveredBy: ["this-organisation"] };
const organisation: OrganisationFacts = { today: TODAY, organisationId: "this-organisation" };
const questionnaire: QuestionnaireFacts = { ...organisation, questionnaireKey: KEY };
const visit = (facts: Partial<VisitFacts>): VisitFacts => ({
  today: TODAY,
  schoolId: SCHOOL,
  questionnaireKey: KEY,
  round: ROUND,
  state: "planned",
  reviewers: [
    { userId: REVIEWER, part: "lead", standing: "accepted" },
    { userId: "the-other-reviewer", part: "second", standing: "accepted" },
  ],
  copyOpensOn: TODAY,
  ownershipRule: "themes",
  viewsFirst: true,
  viewsGivenBy: [REVIEWER, "the-other-reviewer"],
  sharedWithGovernors: false,
  ...facts,
});
const recordOf = (facts: Partial<VisitFacts>): Questions => ({
  reads: ["visit.read-record", visit(facts)],
  themes: ["visit.read-themes", visit(facts)],
  status: ["visit.view", visit(facts)],
});
const awaiting = { state: "awaiting-governor", responseState: "awaiting-governor" } as const;

type Questions = { reads: Question; themes?: Question; status: Question | null };

const QUESTIONS: Record<AskedObject, Questions> = {
  draft: {
    reads: ["response.view-draft", response({})],
    status: ["response.view-status", response({})],
  },
  "earlier-versions": { reads: ["response.view-history", response({})], status: null },
  private: {
    reads: ["response.view-draft", response({ round: null })],
    status: ["response.view-status", response({ round: null })],
  },
  "signed-copy": {
    reads: ["submission.view", submission({})],
    status: ["response.view-status", response({ state: "submitted" })],
  },
  "awaiting-governor": {
    reads: ["submission.view", submission(awaiting)],
    status: ["response.view-status", response({ state: "awaiting-governor" })],
  },
  confirmation: { reads: ["confirmation.view", confirmation], status: null },
  "set-aside-copy": {
    reads: ["submission.view", submission({ state: "set-aside", responseState: "in-progress" })],
    status: null,
  },
  "withdrawn-copy": {
    reads: ["submission.view", submission({ withdrawn: true, responseState: "withdrawn" })],
    status: null,
  },
  replies: { reads: ["reply.read", reply], status: null },
  "reply-draft": { reads: ["reply.write", reply], status: null },
  "action-plan": { reads: ["action.view", plan], status: ["action.view-titles", plan] },
  audit: { reads: ["audit.view-school", school], status: null },
  "organisation-audit": { reads: ["audit.view-organisation", organisation], status: null },
  "reviewer-register": { reads: ["organisation.manage-people", organisation], status: null },
  "visit-figures": { reads: ["organisation.view-visit-figures", organisation], status: null },
  matching: { reads: ["round.manage", organisation], status: null },
  calls: { reads: ["organisation.chase", organisation], status: null },
  support: { reads: ["support.edit", questionnaire], status: null },
  duties: { reads: ["duty.edit", questionnaire], status: null },
  visit: { reads: ["visit.view", visit({})], status: null },
  "visit-copy": { reads: ["visit.read-copy", visit({})], status: null },
  "visit-notes": { reads: ["visit.see-views", visit({})], status: null },
  "visit-record-draft": recordOf({ state: "with-school" }),
  "visit-record": recordOf({ state: "closed" }),
};

function actorOf(audience: Audience): Actor {
  switch (audience) {
    case "reviewer":
      return {
        ...holding("reviewer", { organisationId: "this-organisation" }),
        userId: REVIEWER,
      };
    case "officer":
      return holding("officer", { organisationId: "this-organisation" });
    case "manager":
      return holding("manager", { organisationId: "this-organisation" });
    case "shared":
      return holding("officer", { organisationId: "shared-organisation" });
    case "other-school":
      return holding("head", { schoolId: "another-school" });
    case "head":
    case "coordinator":
    case "contributor":
    case "governor":
      return holding(audience, { schoolId: SCHOOL });
  }
}

type Place = { schoolId: string } | { organisationId: string };

function holding(role: Role, place: Place): Actor {
  const grant = {
    role,
    schoolId: null,
    organisationId: null,
    questionnaireKey: null,
    signingTitle: null,
    from: TODAY,
    to: null,
    ...place,
  };
  return { userId: "specimen", name: "", email: "", grants: [grant] };
}
