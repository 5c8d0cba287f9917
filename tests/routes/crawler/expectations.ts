import type { ReviewKey, SchoolKey } from "./crawl-world";
import {
  signedIn,
  standing,
  type Crawler,
  type Rule,
  type Standing,
  type Target,
} from "./standing";
import {
  combines,
  ofRecordPdf,
  ofRemovalFromVisit,
  ofVisit,
  partyToVisit,
  readsCopy,
  readsRecord,
  reviewerOfVisit,
  saysWhatCame,
} from "./visit-rules";

const OFFICERS: readonly Crawler[] = ["officer", "manager"];
/** The second is an officer of one scheme only. */
const HEALTH: readonly Crawler[] = ["healthManager", "schemeOfficer"];
const isOfficer = (crawler: Crawler) => crawler === "officer" || crawler === "schemeOfficer";

/** A page of the school itself; those who cover the school know that it is there. */
const ofSchool = (may: (of: Standing) => boolean) =>
  signedIn((crawler, { school, thing = school }) => {
    const of = standing(crawler, school);
    if (may(of)) return thing === school ? "open" : "hidden";
    return of.team || of.governor || of.covers ? "known" : "hidden";
  });

/** The action plan; of it an officer knows titles, which stand beside the return they belong to. */
const ofPlan = (mayOpen: (of: Standing) => boolean) =>
  signedIn((crawler, { school, thing = school }) => {
    const of = standing(crawler, school);
    if (!mayOpen(of)) return of.governor ? "known" : "hidden";
    return thing === school ? "open" : "hidden";
  });

/** A self-review being written: the team. Its governors and the round's officers know of it, but not of a private one. */
const ofDraft = (may: (of: Standing, kind: ReviewKey) => boolean) =>
  signedIn((crawler, { school, review }) => {
    const of = standing(crawler, school);
    if (review?.of !== school) return "hidden";
    if (may(of, review.kind)) return "open";
    const knows = of.team || (review.kind !== "private" && (of.governor || of.officer));
    return knows ? "known" : "hidden";
  });

/** Removing words: as a draft until it is signed, then the head, and a manager of the round. */
const ofRemoval: Rule = (crawler, target) => {
  const { school, review } = target;
  const isRead = review?.kind === "signed" && review.of === school;
  if (crawler === "manager" && isRead && standing(crawler, school).officer) return "open";
  return ofDraft((of, kind) => (kind === "signed" ? of.head : of.lead))(crawler, target);
};

/** A signed copy: the team, governors, and the round's officers. */
const ofCopy = signedIn((crawler, { school, review }) => {
  const of = standing(crawler, school);
  if (review?.of !== school || review.kind !== "signed") return "hidden";
  return of.team || of.governor || of.officer ? "open" : "hidden";
});

/**
 * What is written about a return, under its school's address: the team, governors and the round's officers, whether or
 * not it is signed yet; of a private one there is nothing for anybody.
 */
const ofReplies = signedIn((crawler, { school, review }) => {
  const of = standing(crawler, school);
  if (review?.of !== school || review.kind === "private") return "hidden";
  return of.team || of.governor || of.officer ? "open" : "hidden";
});

/** What a school signed over time: its own people. Officers know of the self-review, unless it is private. */
const ofOverTime = signedIn((crawler, { school, review }) => {
  const of = standing(crawler, school);
  if (review?.of !== school) return "hidden";
  if (of.team) return "open";
  if (review.kind === "private") return "hidden";
  if (of.governor) return "open";
  return of.officer ? "known" : "hidden";
});

const runs = (crawler: Crawler, organisation: Target["organisation"]) => {
  if (organisation === "wealdshire") return OFFICERS.includes(crawler);
  return organisation === "nhs-weald" && HEALTH.includes(crawler);
};

const ofOrganisation = (managersOnly: boolean) =>
  signedIn((crawler, { organisation }) => {
    if (!runs(crawler, organisation)) return "hidden";
    return managersOnly && isOfficer(crawler) ? "known" : "open";
  });

/** A school's page for those who cover it. */
const ofCovered = signedIn((crawler, { organisation, school }) =>
  runs(crawler, organisation) && standing(crawler, school).covers ? "open" : "hidden",
);

/** A signed copy under an organisation's address: of its own rounds only. */
const ofReturn = signedIn((crawler, { organisation, review }) => {
  if (!runs(crawler, organisation) || organisation !== "wealdshire") return "hidden";
  const isThere = review?.kind === "signed" && (review.of === "own" || review.of === "sister");
  return isThere ? "open" : "hidden";
});

/** A school under an organisation's address: of those it covers. */
const ofCall = signedIn((crawler, { organisation, school }) =>
  runs(crawler, organisation) && standing(crawler, school).covers ? "open" : "hidden",
);

/** A rolling round is confirmed under the address of whoever runs it, for the schools that are in it. */
const SCHEME_SCHOOLS: Record<string, SchoolKey> = {
  "nhs-weald": "own",
  wealdshire: "sister",
  northmoor: "foreign",
};
const ofScheme = (ofSchoolToo: boolean) =>
  signedIn((crawler, { organisation = "never", scheme = "" }) => {
    const [runsIt, school] = scheme.split(" ");
    if (!runs(crawler, organisation) || runsIt !== organisation) return "hidden";
    return !ofSchoolToo || SCHEME_SCHOOLS[organisation] === school ? "open" : "hidden";
  });

/** A school's status: its own people, and officers of whoever confirmed it. */
const ofStatus = signedIn((crawler, { school, thing }) => {
  if (school !== thing) return "hidden";
  const of = standing(crawler, school);
  const confirms =
    (school === "own" && HEALTH.includes(crawler)) || (school === "sister" && of.officer);
  return of.team || of.governor || confirms ? "open" : "hidden";
});

/** A role that the organisation gave; the crawl asks for roles that schools gave. */
const ofRole = signedIn((crawler, { organisation }) =>
  runs(crawler, organisation) && isOfficer(crawler) ? "known" : "hidden",
);

/** An entry that the organisation keeps; the crawl asks for entries that never were. */
const ofEntry = signedIn(() => "hidden");

/** What only a round has. The health board's is its scheme, which one school is in. */
const ofRounds = signedIn((crawler, { organisation, school }) => {
  if (!runs(crawler, organisation)) return "hidden";
  if (isOfficer(crawler)) return "known";
  // Pages that name no school are of the round as a whole; of schools, those in the round.
  const isOutside = school === "foreign" || (organisation === "nhs-weald" && school === "sister");
  return isOutside ? "hidden" : "open";
});

/** A round and what stands below it: its managers. The round of the crawl is Wealdshire's. */
const ofOneRound = signedIn((crawler, { organisation }) => {
  if (!runs(crawler, organisation)) return "hidden";
  if (isOfficer(crawler)) return "known";
  return organisation === "wealdshire" ? "open" : "hidden";
});

/** A scheme offered to a school, which heads and coordinators join. Of the crawl's schools none is offered one. */
const ofOffer = signedIn((crawler, { school }) => {
  const of = standing(crawler, school);
  if (of.lead) return "hidden";
  return of.team || of.governor || of.covers ? "known" : "hidden";
});

/** Another person: whoever may help them. */
const ofPerson = signedIn((crawler, { thing = "never" }) => {
  const of = standing(crawler, thing);
  if (of.head || ((crawler === "manager" || crawler === "healthManager") && of.covers))
    return "open";
  return of.team || of.governor || of.covers ? "known" : "hidden";
});

/** A reviewer's entry in a register, and the papers made from it: its organisation's managers. */
const ofRegister = signedIn((crawler, { organisation, thing }) => {
  if (!runs(crawler, organisation)) return "hidden";
  if (isOfficer(crawler)) return "known";
  return organisation === "wealdshire" && thing === "own" ? "open" : "hidden";
});

/** A reviewer's papers, which are theirs to print too. */
const ofPapers: Rule = (crawler, target) => {
  const { organisation, thing } = target;
  const isTheirs = crawler === "reviewer" && thing === "own" && organisation === "wealdshire";
  return isTheirs ? "open" : ofRegister(crawler, target);
};

/** Open to everybody, with nothing of anybody's in it. */
const everyone: Rule = () => "open";
/** Between password and code: nobody of the crawl is, so all are sent back to sign in. */
const halfway: Rule = () => "sign-in";
/** A person's own pages: nothing in the address to choose by. */
const oneself = signedIn(() => "open");

/** A file that only a key opens, which the crawl has none of. */
const keyless = signedIn(() => "hidden");

const team = (of: Standing) => of.team;
const teamOrGovernor = (of: Standing) => of.team || of.governor;
const lead = (of: Standing) => of.lead;
/** While it can still be answered. */
const leadWhileOpen = (of: Standing, kind: ReviewKey) => of.lead && kind !== "signed";
/** Governors sign; the head or the coordinator notes a minute. No governor signs a private one. */
const governing = (of: Standing, kind: ReviewKey) => of.lead || (of.governor && kind !== "private");
const head = (of: Standing) => of.head;

const VISIT = "visits/:visit";
const REVIEW = "schools/:urn/self-reviews/:id";

/** Every route, by hand. One that is not here fails the test: say who may open it. */
export const RULES: Readonly<Record<string, Rule>> = {
  "": everyone,
  "*": everyone,
  accessibility: everyone,
  help: everyone,
  privacy: everyone,
  "who-can-see": everyone,
  verify: everyone,
  "sign-in": everyone,
  "sign-in/authenticator": halfway,
  "sign-in/code": halfway,
  "sign-in/forgotten": everyone,
  "sign-in/new-password": everyone,
  "sign-in/not-connected": everyone,
  "sign-in/with/:provider": everyone,
  "sign-in/with/:provider/back": everyone,
  "sign-out": everyone,
  "mails/stop": everyone,
  "dev/mails": everyone,
  "dev/mails/:id": everyone,
  account: oneself,
  "account/authenticator": oneself,
  "account/email": oneself,
  "account/email/confirm": oneself,
  "account/email/stop": everyone,
  "account/kept-text": oneself,
  "account/name": oneself,
  "account/notifications": oneself,
  "account/delete": oneself,
  "account/my-data": oneself,
  "account/my-data/file": keyless,
  "account/password": oneself,
  "account/prove": oneself,
  "account/session": everyone,
  "account/sessions": oneself,
  "account/single-sign-on": oneself,
  claim: everyone,
  "claim/:urn": everyone,
  "claim/code/:claim": everyone,
  "invitation/:token": everyone,
  "people/:person/second-factor": ofPerson,
  "organisations/:key": ofOrganisation(false),
  "organisations/:key/returns": ofOrganisation(false),
  "organisations/:key/returns/csv": ofOrganisation(false),
  "organisations/:key/cover": ofOrganisation(false),
  "organisations/:key/letters/new": ofOrganisation(false),
  "organisations/:key/letters/:batch": keyless,
  "organisations/:key/calls/:urn": ofCall,
  "organisations/:key/audit": ofOrganisation(true),
  "organisations/:key/audit/csv": ofOrganisation(true),
  "organisations/:key/people": ofOrganisation(true),
  "organisations/:key/people/:grant": ofRole,
  "organisations/:key/people/import": ofOrganisation(true),
  "organisations/:key/people/invite": ofOrganisation(true),
  "organisations/:key/retention": ofOrganisation(true),
  "organisations/:key/retention/requests": ofOrganisation(true),
  "organisations/:key/retention/requests/file": ofRole,
  "organisations/:key/work": ofOrganisation(true),
  "organisations/:key/reviewers": ofOrganisation(true),
  "organisations/:key/reviewers/new": ofOrganisation(true),
  "organisations/:key/reviewers/:reviewer": ofRegister,
  "organisations/:key/reviewers/:reviewer/papers/:paper": ofPapers,
  "questionnaire.schema.json": everyone,
  "organisations/:key/questionnaires": ofOrganisation(true),
  "organisations/:key/questionnaires/new": ofOrganisation(true),
  // The crawl names no questionnaire of an organisation.
  "organisations/:key/questionnaires/:questionnaire": ofRole,
  "organisations/:key/questionnaires/:questionnaire/versions/:number": ofRole,
  "organisations/:key/questionnaires/:questionnaire/versions/:number/compare": ofRole,
  "organisations/:key/questionnaires/:questionnaire/versions/:number/file": ofRole,
  "organisations/:key/questionnaires/:questionnaire/duties": ofEntry,
  "organisations/:key/questionnaires/:questionnaire/duties/:duty": ofEntry,
  "organisations/:key/support": ofOrganisation(false),
  "organisations/:key/support/csv": ofOrganisation(false),
  "organisations/:key/support/import": ofOrganisation(false),
  "organisations/:key/support/new": ofOrganisation(false),
  // The crawl has no entry of help.
  "organisations/:key/support/:entry": ofEntry,
  "organisations/:key/visits": ofOrganisation(true),
  "organisations/:key/visits/figures": ofOrganisation(false),
  "organisations/:key/visits/figures.csv": ofOrganisation(false),
  "organisations/:key/visits/propose": ofRounds,
  "organisations/:key/visits/schools/:urn": ofRounds,
  "schools/:urn/take-over": ofSchool(teamOrGovernor),
  "organisations/:key/schools": ofOrganisation(false),
  "organisations/:key/schools/:urn": ofCovered,
  "organisations/:key/schools/groups": ofOrganisation(true),
  "organisations/:key/schools/groups/:group": ofRole,
  "organisations/:key/schools/groups/csv": ofOrganisation(true),
  "organisations/:key/schools/groups/import": ofOrganisation(true),
  "organisations/:key/schools/import": ofOrganisation(true),
  "organisations/:key/schools/import/:import": ofRole,
  "organisations/:key/rounds": ofOrganisation(true),
  "organisations/:key/rounds/:round": ofOneRound,
  "organisations/:key/rounds/:round/add": ofOneRound,
  "organisations/:key/rounds/:round/reminders": ofOneRound,
  "organisations/:key/rounds/:round/schools/:urn": ofOneRound,
  // The crawl prepares no round.
  "organisations/:key/rounds/drafts/:draft/:step": ofRole,
  "organisations/:key/rounds/drafts/:draft/check": ofRole,
  "organisations/:key/settings/terms": ofOrganisation(true),
  "organisations/:key/settings": ofOrganisation(true),
  "organisations/:key/settings/:group": ofOrganisation(true),
  "organisations/:key/settings/logo": ofOrganisation(true),
  "organisations/:key/logo": everyone,
  "visits/register": oneself,
  "organisations/:key/rounds/:round/confirmations": ofScheme(false),
  "organisations/:key/rounds/:round/confirmations/preview": ofScheme(false),
  "organisations/:key/rounds/:round/confirmations/:urn": ofScheme(true),
  "organisations/:key/rounds/:round/confirmations/:urn/:confirmation/pdf": ofScheme(true),
  "schools/:urn/confirmations/:confirmation": ofStatus,
  "schools/:urn/confirmations/:confirmation/pdf": ofStatus,
  "organisations/:key/returns/:id": ofReturn,
  "organisations/:key/returns/:id/pdf": ofReturn,
  "organisations/:key/to-read": ofOrganisation(false),
  visits: oneself,
  [VISIT]: ofVisit(partyToVisit),
  [`${VISIT}/day.ics`]: ofVisit(partyToVisit),
  [`${VISIT}/file`]: ofVisit(reviewerOfVisit),
  [`${VISIT}/notes`]: ofVisit(reviewerOfVisit),
  [`${VISIT}/notes/deliver`]: ofVisit(reviewerOfVisit),
  [`${VISIT}/notes/jottings`]: ofVisit(reviewerOfVisit),
  [`${VISIT}/plan`]: ofVisit(partyToVisit),
  [`${VISIT}/views`]: ofVisit(combines),
  [`${VISIT}/combine`]: ofVisit(combines),
  [`${VISIT}/record`]: ofVisit(readsRecord),
  [`${VISIT}/record/pdf`]: ofRecordPdf,
  [`${VISIT}/record/both-views`]: ofVisit((of) => of.head || of.reviewer),
  [`${VISIT}/follow-up`]: ofVisit(saysWhatCame),
  [`${VISIT}/remove-details`]: ofRemovalFromVisit,
  // Once it is closed the page only says so.
  [`${VISIT}/self-review`]: ofVisit((of) => of.team || of.reviewer),
  [`${VISIT}/self-review/pdf`]: ofVisit(readsCopy),
  "schools/:urn": ofSchool(teamOrGovernor),
  "schools/:urn/visits": ofSchool(teamOrGovernor),
  "schools/:urn/access": ofSchool(lead),
  "schools/:urn/first-day": ofSchool(team),
  "schools/:urn/team": ofSchool(teamOrGovernor),
  "schools/:urn/team/invite": ofSchool(lead),
  "schools/:urn/team/remove/:user": ofSchool(lead),
  "schools/:urn/team/roles/:grant": ofSchool(lead),
  "schools/:urn/audit": ofSchool(lead),
  "schools/:urn/audit/csv": ofSchool(lead),
  "schools/:urn/private": ofSchool(lead),
  "schools/:urn/join/:round": ofOffer,
  "schools/:urn/retention": ofSchool(head),
  "schools/:urn/remove-details": ofSchool(head),
  "schools/:urn/actions": ofPlan(teamOrGovernor),
  "schools/:urn/actions/carry": ofPlan(team),
  "schools/:urn/actions/new": ofPlan(team),
  "schools/:urn/actions/plan.csv": ofPlan(teamOrGovernor),
  "schools/:urn/actions/plan.pdf": ofPlan(teamOrGovernor),
  "schools/:urn/actions/review": ofPlan(team),
  "schools/:urn/actions/:action": ofPlan(team),
  [REVIEW]: ofDraft(team),
  [`${REVIEW}/amend`]: ofDraft(head),
  [`${REVIEW}/answers`]: ofDraft(team),
  [`${REVIEW}/answers/:key/versions`]: ofDraft(team),
  [`${REVIEW}/assign`]: ofDraft(leadWhileOpen),
  [`${REVIEW}/bring`]: ofDraft(team),
  [`${REVIEW}/check`]: ofDraft(team),
  [`${REVIEW}/check/draft.pdf`]: ofDraft(team),
  [`${REVIEW}/confirm`]: ofDraft(team),
  [`${REVIEW}/duties`]: ofDraft(team),
  [`${REVIEW}/governor`]: ofDraft(governing),
  [`${REVIEW}/replies`]: ofReplies,
  [`${REVIEW}/over-time`]: ofOverTime,
  [`${REVIEW}/over-time.csv`]: ofOverTime,
  [`${REVIEW}/recall`]: ofDraft(head),
  [`${REVIEW}/remove-details`]: ofRemoval,
  [`${REVIEW}/sections/:section`]: ofDraft(team),
  [`${REVIEW}/sections/:section/levels`]: ofDraft(team),
  [`${REVIEW}/sign`]: ofDraft(head),
  [`${REVIEW}/signed/:number`]: ofCopy,
  [`${REVIEW}/signed/:number/draft.pdf`]: ofCopy,
  [`${REVIEW}/signed/:number/pdf`]: ofCopy,
  [`${REVIEW}/signed/:number/read`]: ofCopy,
  [`${REVIEW}/start`]: ofDraft(team),
};

/** Names of schools stand in the public register, and are found there by whoever claims one. */
export const namesSchools = (pattern: string): boolean => pattern.startsWith("claim");

/** Whether somebody belongs where an address leads, so that only the object can be one that never was. */
export const belongsTo = (crawler: Crawler, { school }: Target): boolean =>
  school === "own" || (school === "foreign" && crawler === "otherHead");
