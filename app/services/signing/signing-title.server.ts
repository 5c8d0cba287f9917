import type { Actor, Role } from "~/domain/policy/actor";

/** How a role is printed beside a name where the grant gives no title of its own. */
const TITLES: Partial<Record<Role, string>> = { head: "headteacher", governor: "governor" };

/** How a person signs in a school: the title of their grant ("acting headteacher"), or the role's own. */
export function signingTitle(actor: Actor, scope: { schoolId: string; role: Role }): string {
  const grant = actor.grants.find(
    (each) => each.schoolId === scope.schoolId && each.role === scope.role,
  );
  return grant?.signingTitle ?? TITLES[scope.role] ?? scope.role;
}
