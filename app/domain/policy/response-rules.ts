import { assertNever } from "~/domain/result";
import type { ResponseState } from "~/domain/response/states";
import { opensLater } from "~/domain/round/round";
import type { ResponseAction } from "./actions";
import type { Actor, Role } from "./actor";
import type { ResponseFacts } from "./facts";
import { isLead, isOfficerOfRound, isTeam, schoolRoles } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

type Roles = ReadonlySet<Role>;

/**
 * What may be done to a response (design.md section 3). Decided where the table is silent: contributors
 * answer; the head and the coordinator confirm what applies, assign, move to a newer version, mark ready and take back; the head
 * alone signs, recalls and amends; the head or the coordinator may note a governors' minute.
 */
export function canOnResponse(actor: Actor, action: ResponseAction, facts: ResponseFacts): Verdict {
  if (action === "response.view-status") return knowsOf(actor, facts) ? ALLOWED : HIDDEN;
  const roles = schoolRoles(actor, facts);
  if (!isTeam(roles) && !isGovernorsOwn(action, facts, roles)) return outsideTeam(actor, facts);
  switch (action) {
    case "response.view-draft":
    case "response.view-history":
      return ALLOWED;
    case "response.answer":
      return whenEditable(facts);
    case "response.assign":
    case "response.confirm-applicability":
    case "response.move-version":
    case "response.mark-ready":
      return isLead(roles) ? whenEditable(facts) : denied("needs-head-or-coordinator");
    case "response.take-back":
      return isLead(roles) ? whenReady(facts) : denied("needs-head-or-coordinator");
    case "response.sign":
      return roles.has("head") ? whenReady(facts) : denied("needs-head");
    case "response.countersign":
    case "response.decline":
      return roles.has("governor") ? whenSecondSigner(actor, facts) : denied("needs-governor");
    case "response.note-minute":
      return isLead(roles) ? whenAwaiting(facts) : denied("needs-head-or-coordinator");
    case "response.recall":
      return roles.has("head") ? whenRecallable(facts) : denied("needs-head");
    case "response.amend":
      return roles.has("head") ? whenAmendable(facts) : denied("needs-head");
    default:
      return assertNever(action);
  }
}

/** Who may know that it exists: the team; for a round, its governors, its organisation and those it is shared with. */
export function knowsOf(actor: Actor, facts: ResponseFacts): boolean {
  const roles = schoolRoles(actor, facts);
  if (isTeam(roles)) return true;
  if (facts.round === null) return false;
  return roles.has("governor") || isOfficerOfRound(actor, facts);
}

function isGovernorsOwn(action: ResponseAction, facts: ResponseFacts, roles: Roles): boolean {
  if (!roles.has("governor") || facts.round === null) return false;
  return action === "response.countersign" || action === "response.decline";
}

function outsideTeam(actor: Actor, facts: ResponseFacts): Verdict {
  if (!knowsOf(actor, facts)) return HIDDEN;
  const isGovernor = schoolRoles(actor, facts).has("governor");
  return denied(isGovernor ? "governors-read-signed-copies" : "drafts-stay-in-school");
}

function isClosed(facts: ResponseFacts): boolean {
  return facts.round !== null && !facts.round.open;
}

/** Before its opening day a round is read, not answered (design.md section 2, Round). */
function isNotOpenYet({ opensOn, today }: ResponseFacts): boolean {
  return opensOn !== undefined && opensLater({ opensOn }, today);
}

/** Answers change only before ready; signed, lapsed and withdrawn ones are read. */
function whenEditable(facts: ResponseFacts): Verdict {
  const denial = (
    {
      "not-started": null,
      "in-progress": null,
      "ready-to-sign": "locked-for-signing",
      "awaiting-governor": "already-signed",
      submitted: "already-signed",
      replied: "already-signed",
      lapsed: "lapsed",
      withdrawn: "withdrawn",
    } as const satisfies Record<ResponseState, string | null>
  )[facts.state];
  if (denial !== null) return denied(denial);
  if (isClosed(facts)) return denied("round-closed");
  return isNotOpenYet(facts) ? denied("round-not-open-yet") : ALLOWED;
}

function whenReady(facts: ResponseFacts): Verdict {
  if (facts.state === "awaiting-governor" || isSigned(facts.state)) return denied("already-signed");
  if (facts.state !== "ready-to-sign") return denied("not-ready-to-sign");
  return isClosed(facts) ? denied("round-closed") : ALLOWED;
}

function whenAwaiting(facts: ResponseFacts): Verdict {
  if (facts.state !== "awaiting-governor") return denied("not-awaiting-governor");
  return isClosed(facts) ? denied("round-closed") : ALLOWED;
}

/** A headteacher is often a governor too; the second signature is another person's. */
function whenSecondSigner(actor: Actor, facts: ResponseFacts): Verdict {
  const verdict = whenAwaiting(facts);
  if (!verdict.allowed) return verdict;
  return facts.signedBy === actor.userId ? denied("signed-by-the-same-person") : ALLOWED;
}

function whenRecallable(facts: ResponseFacts): Verdict {
  if (facts.state !== "awaiting-governor" && facts.state !== "submitted") {
    return denied(facts.state === "replied" ? "opened-by-officer" : "not-signed");
  }
  if (facts.openedByOfficer) return denied("opened-by-officer");
  return isClosed(facts) ? denied("round-closed") : ALLOWED;
}

function whenAmendable(facts: ResponseFacts): Verdict {
  if (!isSigned(facts.state)) return denied("not-signed");
  return isClosed(facts) ? denied("round-closed") : ALLOWED;
}

function isSigned(state: ResponseState): boolean {
  return state === "submitted" || state === "replied";
}
