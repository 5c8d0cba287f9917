import type { SubjectAction } from "./actions";
import type { Actor } from "./actor";
import { canOnOrganisation } from "./organisation-rules";
import type { SubjectFacts } from "./facts";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * A manager answers people of the organisation and of the schools it covers who ask in writing (UK GDPR articles 15
 * and 17). Nobody does it for themselves here: their account has its own page. Who has a role anywhere still signs in
 * and asks there; only an account without one is erased for them.
 */
export function canOnSubject(actor: Actor, action: SubjectAction, facts: SubjectFacts): Verdict {
  const { organisationId, today, userId, belongs, hasRole } = facts;
  const manages = canOnOrganisation(actor, "organisation.manage-retention", {
    organisationId,
    today,
  });
  if (!manages.allowed) return manages;
  if (!belongs) return HIDDEN;
  if (userId === actor.userId) return denied("not-yours");
  return action === "subject.erase" && hasRole ? denied("has-a-role") : ALLOWED;
}
