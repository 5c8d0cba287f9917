import { assertNever } from "~/domain/result";
import type { VisitState } from "~/domain/visit/states";
import type { VisitAction } from "./actions";
import type { Actor, Role } from "./actor";
import type { VisitFacts } from "./facts";
import { inForce, isLead, isTeam, organisationGrants, schoolRoles } from "./roles";
import { ALLOWED, denied, HIDDEN, type Denial, type Verdict } from "./verdict";

const BEFORE_THE_DAY: readonly VisitState[] = ["proposed", "accepted", "dated", "planned"];
const WRITING: readonly VisitState[] = ["visited", "drafted", "with-school"];
const CLOSED: readonly VisitState[] = ["closed", "closed-with-both-views"];
/** From these on the school reads the record (design.md section 3). */
const WITH_SCHOOL: readonly VisitState[] = ["with-school", "agreed", ...CLOSED];

/** What a person is to a visit. `reviewer`: asked or accepted; `lead` says which of the two. */
type Standing = {
  roles: ReadonlySet<Role>;
  reviewer: "asked" | "accepted" | null;
  lead: boolean;
  officer: boolean;
  manager: boolean;
};

/**
 * Peer moderation (design.md section 3): the host school, its two reviewers, and officers of the round's own
 * organisation. Organisations a round is shared with see agreed records only as figures, so nothing here.
 */
export function canOnVisit(actor: Actor, action: VisitAction, facts: VisitFacts): Verdict {
  const standing = standingOf(actor, facts);
  if (isStranger(standing)) return HIDDEN;
  switch (action) {
    case "visit.view":
      return ALLOWED;
    case "visit.manage":
      return when(standing.manager, "needs-manager");
    case "visit.accept-as-host":
    case "visit.share-with-governors":
    case "visit.agree-record":
      return when(standing.roles.has("head"), "needs-head");
    case "visit.accept-as-reviewer":
      return when(standing.reviewer === "asked", "not-yours");
    case "visit.step-back":
      if (!reviews(standing)) return denied("not-yours");
      return when(BEFORE_THE_DAY.includes(facts.state), "not-at-this-step");
    case "visit.plan":
    case "visit.answer-record":
    case "visit.follow-up":
      return when(isLead(standing.roles), "needs-head-or-coordinator");
    case "visit.agree-day":
    case "visit.edit-day":
    case "visit.postpone":
      return when(isLead(standing.roles) || reviews(standing), "needs-head-or-coordinator");
    case "visit.cancel":
    case "visit.remove-details":
      return when(standing.manager || standing.roles.has("head"), "needs-head");
    case "visit.read-copy":
      return readsCopy(standing, facts);
    case "visit.note":
    case "visit.file":
    case "visit.give-view":
    case "visit.combine":
    case "visit.write-record":
      return writes(standing, action, facts);
    case "visit.see-views":
      return seesViews(standing, actor, facts);
    case "visit.send-record":
      return when(reviews(standing) && standing.lead, "needs-lead-reviewer");
    case "visit.read-record":
      return readsRecord(standing, facts);
    case "visit.read-themes":
      return readsThemes(standing, facts);
    case "visit.sign":
      return when(reviews(standing) || standing.roles.has("head"), "needs-head");
    case "visit.close-with-both-views":
      return when((reviews(standing) && standing.lead) || standing.roles.has("head"), "needs-head");
    default:
      return assertNever(action);
  }
}

/**
 * Until the day a reviewer needs both the visit and a role in force; afterwards whoever made the visit finishes it,
 * though the accreditation has lapsed since.
 */
function standingOf(actor: Actor, facts: VisitFacts): Standing {
  const mine = facts.reviewers.find(({ userId }) => userId === actor.userId);
  const { organisationId } = facts.round;
  const place = { organisationIds: [organisationId], today: facts.today };
  const grants = organisationGrants(actor, place).filter(
    ({ questionnaireKey }) =>
      questionnaireKey === null || questionnaireKey === facts.questionnaireKey,
  );
  const accredited =
    !BEFORE_THE_DAY.includes(facts.state) || isReviewerOf(actor, organisationId, facts.today);
  return {
    roles: schoolRoles(actor, facts),
    reviewer: mine !== undefined && accredited ? mine.standing : null,
    lead: mine?.part === "lead",
    officer: grants.length > 0,
    manager: grants.some(({ role }) => role === "manager"),
  };
}

function isReviewerOf(actor: Actor, organisationId: string, today: string): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === "reviewer" && grant.organisationId === organisationId && inForce(grant, today),
  );
}

const isStranger = ({ roles, reviewer, officer }: Standing): boolean =>
  roles.size === 0 && reviewer === null && !officer;

const reviews = ({ reviewer }: Standing): boolean => reviewer === "accepted";

const when = (allowed: boolean, otherwise: Denial): Verdict =>
  allowed ? ALLOWED : denied(otherwise);

/** The team may read its own copy anyway; reviewers from five working days before until the visit closes. */
function readsCopy(standing: Standing, { copyOpensOn, state, today }: VisitFacts): Verdict {
  if (isTeam(standing.roles)) return ALLOWED;
  if (!reviews(standing)) return denied("assigned-reviewers-only");
  if (CLOSED.includes(state) || state === "cancelled") return denied("visit-closed");
  return when(copyOpensOn !== null && copyOpensOn <= today, "copy-not-open-yet");
}

const WHEN_WRITTEN: Record<
  "visit.note" | "visit.file" | "visit.give-view" | "visit.combine" | "visit.write-record",
  readonly VisitState[]
> = {
  "visit.note": ["planned", "visited", "drafted"],
  "visit.file": ["planned", "visited", "drafted"],
  "visit.give-view": ["planned", "visited"],
  "visit.combine": ["planned", "visited"],
  "visit.write-record": WRITING,
};

function writes(standing: Standing, action: keyof typeof WHEN_WRITTEN, facts: VisitFacts): Verdict {
  if (!reviews(standing)) return denied("assigned-reviewers-only");
  if (CLOSED.includes(facts.state) || facts.state === "cancelled") return denied("visit-closed");
  return when(WHEN_WRITTEN[action].includes(facts.state), "not-at-this-step");
}

/** Views each own until both are given, where the round asks. */
function seesViews(standing: Standing, actor: Actor, facts: VisitFacts): Verdict {
  if (!reviews(standing)) return denied("assigned-reviewers-only");
  if (!facts.viewsFirst) return ALLOWED;
  const assigned = facts.reviewers.map(({ userId }) => userId);
  const given = assigned.every((userId) => facts.viewsGivenBy.includes(userId));
  return when(
    given,
    facts.viewsGivenBy.includes(actor.userId) ? "other-view-awaited" : "your-view-first",
  );
}

function readsRecord(standing: Standing, facts: VisitFacts): Verdict {
  if (reviews(standing)) return ALLOWED;
  if (isTeam(standing.roles))
    return when(WITH_SCHOOL.includes(facts.state), "record-being-written");
  if (standing.roles.has("governor")) {
    const shared = facts.sharedWithGovernors && WITH_SCHOOL.includes(facts.state);
    return when(shared || CLOSED.includes(facts.state), "record-being-written");
  }
  if (!CLOSED.includes(facts.state)) return denied("record-being-written");
  return when(facts.ownershipRule === "whole-record", "school-owns-record");
}

/** Strengths, themes and help wanted: the default of what officers read of a closed record. */
function readsThemes(standing: Standing, facts: VisitFacts): Verdict {
  const record = readsRecord(standing, facts);
  if (record.allowed || !standing.officer) return record;
  if (!CLOSED.includes(facts.state)) return denied("record-being-written");
  return when(facts.ownershipRule === "themes", "school-owns-record");
}
