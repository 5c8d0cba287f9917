import type { Actor } from "./actor";
import type { ColleagueFacts } from "./facts";
import { anySchoolRoles, organisationGrants } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * Who helps someone who lost their second factor (issue 3): the head of their school or a manager of an
 * organisation that covers it; for someone with a role in an organisation, its manager alone, so that no school
 * can weaken an officer's account. Nobody does it for themselves.
 */
export function canOnColleague(actor: Actor, facts: ColleagueFacts): Verdict {
  if (facts.userId === actor.userId) return denied("not-yours");
  const { place, today } = facts;
  if ("organisationId" in place) {
    return verdictOfGrants(actor, { organisationIds: [place.organisationId], today });
  }
  const roles = anySchoolRoles(actor, place.schoolId, today);
  const covering = verdictOfGrants(actor, { organisationIds: place.coveredBy, today });
  if (roles.has("head") || covering.allowed) {
    return facts.servesOrganisation ? denied("needs-manager") : ALLOWED;
  }
  return roles.size > 0 ? denied("needs-head") : covering;
}

type Place = { organisationIds: readonly string[]; today: string };

function verdictOfGrants(actor: Actor, place: Place): Verdict {
  const grants = organisationGrants(actor, place);
  if (grants.length === 0) return HIDDEN;
  return grants.some((grant) => grant.role === "manager") ? ALLOWED : denied("needs-manager");
}
