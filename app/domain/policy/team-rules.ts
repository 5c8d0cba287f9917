import type { Actor } from "./actor";
import type { TeamFacts } from "./facts";
import { schoolRoles } from "./roles";
import { canOnSchool } from "./school-rules";
import { ALLOWED, denied, type Verdict } from "./verdict";

/**
 * Who offers the headteacher's role from within a school: a headteacher. A coordinator may where there is none,
 * as after claiming the school by its office's code, and for no longer. Managers do it from their organisation.
 */
export function canOnTeam(actor: Actor, facts: TeamFacts): Verdict {
  const managing = canOnSchool(actor, "team.manage", facts);
  if (!managing.allowed) return managing;
  const isHead = schoolRoles(actor, { ...facts, questionnaireKey: null }).has("head");
  return isHead || !facts.hasHead ? ALLOWED : denied("needs-head");
}
