import type { Actor } from "./actor";
import type { RemovalFacts } from "./facts";
import { isLead, isOfficerOfRound, isTeam, organisationGrants, schoolRoles } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * Who may remove personal details from a self-review (docs/decisions/0013-removing-personal-details.md). Once it is
 * signed for a round: the head, or a manager of the round's organisation, from the day they may read a copy. Before, and of a private one:
 * the head or the coordinator.
 */
export function canRemoveDetails(actor: Actor, facts: RemovalFacts): Verdict {
  const roles = schoolRoles(actor, facts);
  if (roles.has("head")) return ALLOWED;
  const isSigned = facts.signed && facts.round !== null;
  if (isLead(roles) && !isSigned) return ALLOWED;
  if (isManagerOfRound(actor, facts)) {
    return facts.readByOfficers ? ALLOWED : denied("drafts-stay-in-school");
  }
  if (isTeam(roles)) return denied(isSigned ? "needs-head" : "needs-head-or-coordinator");
  if (facts.round === null) return HIDDEN;
  if (roles.has("governor")) return denied(isSigned ? "needs-head" : "needs-head-or-coordinator");
  return isOfficerOfRound(actor, facts) ? denied("needs-manager") : HIDDEN;
}

/** A manager whose role covers this questionnaire; an organisation the round is shared with has no say. */
function isManagerOfRound(actor: Actor, { round, questionnaireKey, today }: RemovalFacts): boolean {
  if (round === null) return false;
  const place = { organisationIds: [round.organisationId], today };
  return organisationGrants(actor, place).some(
    (grant) =>
      grant.role === "manager" &&
      (grant.questionnaireKey === null || grant.questionnaireKey === questionnaireKey),
  );
}
