import { assertNever } from "~/domain/result";
import type { OrganisationAction } from "./actions";
import type { Actor } from "./actor";
import type { CallFacts, CoverFacts, OrganisationFacts } from "./facts";
import { organisationGrants } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * Officers and managers see who has returned and the schools covered, ring and write; managers look after the register,
 * open, close and reopen rounds, withdraw schools, look after
 * people, parked work and the record (design.md sections 3 and 4, decision 7).
 */
export function canOnOrganisation(
  actor: Actor,
  action: OrganisationAction,
  facts: OrganisationFacts,
): Verdict {
  const organisationIds = [facts.organisationId];
  const grants = organisationGrants(actor, { organisationIds, today: facts.today });
  if (grants.length === 0) return HIDDEN;
  switch (action) {
    case "organisation.view-returns":
    case "organisation.chase":
    case "organisation.view-visit-figures":
    case "organisation.view-schools":
      return ALLOWED;
    case "organisation.manage-people":
    case "organisation.manage-register":
    case "organisation.manage-retention":
    case "organisation.manage-settings":
      return grants.some((grant) => grant.role === "manager" && grant.questionnaireKey === null)
        ? ALLOWED
        : denied("needs-manager");
    case "round.manage":
    case "outbox.view-parked":
    case "outbox.retry":
    case "audit.view-organisation":
    case "organisation.view-questionnaires":
      return grants.some((grant) => grant.role === "manager") ? ALLOWED : denied("needs-manager");
    default:
      return assertNever(action);
  }
}

/** An officer says who covers their own districts; a manager, whoever's they are. */
export function canOnCover(actor: Actor, facts: CoverFacts): Verdict {
  const organisationIds = [facts.organisationId];
  const grants = organisationGrants(actor, { organisationIds, today: facts.today });
  if (grants.length === 0) return HIDDEN;
  const isManager = grants.some((grant) => grant.role === "manager");
  return isManager || facts.ownerId === actor.userId ? ALLOWED : denied("needs-manager");
}

/** What somebody noted of a call is theirs to correct or take back, while they have a role. */
export function canOnCall(actor: Actor, facts: CallFacts): Verdict {
  const organisationIds = [facts.organisationId];
  const grants = organisationGrants(actor, { organisationIds, today: facts.today });
  if (grants.length === 0) return HIDDEN;
  return facts.authorId === actor.userId ? ALLOWED : denied("needs-author");
}
