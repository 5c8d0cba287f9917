import { assertNever } from "~/domain/result";
import type { ConfirmationAction } from "./actions";
import type { Actor } from "./actor";
import type { ConfirmationFacts, SchemeFacts } from "./facts";
import { isLead, isOfficerOfRound, isTeam, schoolRoles } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/** The list of a scheme's schools is for officers and managers of its organisation, for their questionnaires. */
export function canOnScheme(actor: Actor, { organisationId, ...facts }: SchemeFacts): Verdict {
  return isOfficerOfOwner(actor, { ...facts, organisationId }) ? ALLOWED : HIDDEN;
}

/**
 * A school's status in a scheme (design.md section 2, Confirmation): read as a signed copy of a round is; given and
 * withdrawn by officers and managers of the organisation whose round it is, never of one it is shared with; renewed
 * by the head or the coordinator. A closed round confirms and renews nothing.
 */
export function canOnConfirmation(
  actor: Actor,
  action: ConfirmationAction,
  facts: ConfirmationFacts,
): Verdict {
  const roles = schoolRoles(actor, facts);
  const inSchool = isTeam(roles) || roles.has("governor");
  if (!inSchool && !isOfficerOfRound(actor, facts)) return HIDDEN;
  const { organisationId, open } = facts.round;
  switch (action) {
    case "confirmation.view":
      return ALLOWED;
    case "confirmation.give":
      if (!isOfficerOfOwner(actor, { ...facts, organisationId })) return denied("needs-officer");
      return open ? ALLOWED : denied("round-closed");
    case "confirmation.withdraw":
      return isOfficerOfOwner(actor, { ...facts, organisationId })
        ? ALLOWED
        : denied("needs-officer");
    case "confirmation.renew":
      if (!inSchool) return denied("school-team-only");
      if (!isLead(roles)) return denied("needs-head-or-coordinator");
      return open ? ALLOWED : denied("round-closed");
    default:
      return assertNever(action);
  }
}

function isOfficerOfOwner(
  actor: Actor,
  { organisationId, questionnaireKey, today }: SchemeFacts,
): boolean {
  const round = { organisationId, sharedWith: [], open: true };
  return isOfficerOfRound(actor, { round, questionnaireKey, today });
}
