import type { Actor, Role } from "./actor";
import { schoolGrants, type SchoolPlace } from "./roles";

/** How a role is printed beside a name where the grant gives no title of its own. */
const TITLES: Partial<Record<Role, string>> = { head: "headteacher", governor: "governor" };

/**
 * How a person signs in a school: the title of a grant that counts there today for this questionnaire ("acting
 * headteacher"), one for this questionnaire alone before the others, or the role's own.
 */
export function signingTitle(
  actor: Actor,
  { role, ...place }: SchoolPlace & { role: Role },
): string {
  const titles = schoolGrants(actor, place)
    .filter((grant) => grant.role === role)
    .sort((a, b) => Number(a.questionnaireKey === null) - Number(b.questionnaireKey === null))
    .flatMap(({ signingTitle: title }) => title ?? []);
  return titles[0] ?? TITLES[role] ?? role;
}
