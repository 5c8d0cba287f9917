import { assertNever } from "~/domain/result";
import type { SubmissionAction } from "./actions";
import type { Actor } from "./actor";
import type { SubmissionFacts } from "./facts";
import { isOfficerOfRound, isTeam, schoolRoles } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * Who may read a signed copy and its PDF (design.md section 3): the team, that of a school which took it over too; governors, but not of a private
 * self-review; officers and managers of the round's organisation and of those it is shared with, once the
 * last signature is in. Reviewers read none until visits exist.
 */
export function canOnSubmission(
  actor: Actor,
  action: SubmissionAction,
  facts: SubmissionFacts,
): Verdict {
  const inSchool = readsInSchool(actor, facts);
  switch (action) {
    case "submission.view":
    case "submission.download":
      return inSchool ? ALLOWED : asOfficer(actor, facts);
    case "organisation.open-submission":
      if (inSchool && !isOfficerOfRound(actor, facts)) return denied("needs-officer");
      return asOfficer(actor, facts);
    default:
      return assertNever(action);
  }
}

function readsInSchool(actor: Actor, facts: SubmissionFacts): boolean {
  return [facts.schoolId, ...(facts.heirs ?? [])].some((schoolId) => {
    const roles = schoolRoles(actor, { ...facts, schoolId });
    return isTeam(roles) || (roles.has("governor") && facts.round !== null);
  });
}

/** A withdrawn school keeps its return as private, so its signed copies leave the officers' view. */
function asOfficer(actor: Actor, facts: SubmissionFacts): Verdict {
  if (!isOfficerOfRound(actor, facts)) return HIDDEN;
  if (facts.responseState === "withdrawn" || facts.withdrawn) return denied("withdrawn");
  switch (facts.state) {
    case "standing":
      return ALLOWED;
    case "awaiting-governor":
      return denied("governor-awaited");
    case "set-aside":
      return denied("set-aside");
    default:
      return assertNever(facts.state);
  }
}
