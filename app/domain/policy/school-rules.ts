import { assertNever } from "~/domain/result";
import type { PlanAction, SchoolAction } from "./actions";
import type { Actor } from "./actor";
import type { PlanFacts, SchoolFacts } from "./facts";
import {
  anySchoolRoles,
  isLead,
  isOfficerOfRound,
  isTeam,
  organisationGrants,
  schoolRoles,
} from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * The school's own pages: its team and governors, who also see who is on the team. Audit entries, inviting and
 * roles: head and coordinator (design.md section 3). What is done to a headteacher's role, a headteacher does.
 */
export function canOnSchool(actor: Actor, action: SchoolAction, facts: SchoolFacts): Verdict {
  const roles = anySchoolRoles(actor, facts.schoolId, facts.today);
  if (roles.size === 0) {
    const place = { organisationIds: facts.coveredBy, today: facts.today };
    return organisationGrants(actor, place).length > 0 ? denied("school-team-only") : HIDDEN;
  }
  const whole = schoolRoles(actor, { ...facts, questionnaireKey: null });
  switch (action) {
    case "school.view":
    case "team.view":
      return ALLOWED;
    case "school.start-private":
    case "school.join-round":
    case "school.take-over":
    case "audit.view-school":
    case "team.manage":
    case "team.check-access":
    case "school.ask-for-visit":
      return isLead(whole) ? ALLOWED : denied("needs-head-or-coordinator");
    case "team.change-head":
    case "school.remove-details":
    case "school.choose-retention":
      return whole.has("head") ? ALLOWED : denied("needs-head");
    case "school.view-first-day":
      return isTeam(whole) ? ALLOWED : denied("school-team-only");
    default:
      return assertNever(action);
  }
}

/**
 * The living action plan (design.md section 3): the team edits, governors read, officers of the round's
 * organisation see titles and progress, and nothing of a private line.
 */
export function canOnPlan(actor: Actor, action: PlanAction, facts: PlanFacts): Verdict {
  const roles = schoolRoles(actor, facts);
  const isGovernor = roles.has("governor");
  switch (action) {
    case "action.view":
      if (isTeam(roles) || isGovernor) return ALLOWED;
      return isOfficerOfRound(actor, facts) ? denied("titles-only") : HIDDEN;
    case "action.view-titles":
      return isTeam(roles) || isGovernor || isOfficerOfRound(actor, facts) ? ALLOWED : HIDDEN;
    case "action.edit":
      if (isTeam(roles)) return ALLOWED;
      return isGovernor || isOfficerOfRound(actor, facts) ? denied("school-team-only") : HIDDEN;
    case "action.remove-details":
      if (isLead(roles)) return ALLOWED;
      if (!isTeam(roles) && !isGovernor && !isOfficerOfRound(actor, facts)) return HIDDEN;
      return denied("needs-head-or-coordinator");
    default:
      return assertNever(action);
  }
}
