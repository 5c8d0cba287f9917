import type { Actor, Grant, Role } from "~/domain/policy/actor";

const WORDS: Record<Role, string> = {
  head: "headteacher",
  coordinator: "coordinator",
  contributor: "colleague",
  governor: "governor",
  officer: "officer",
  manager: "manager",
  reviewer: "reviewer",
};

/** A role as shown beside the name: the signing title where there is one, "acting headteacher". */
export function roleWords(grant: Pick<Grant, "role" | "signingTitle">): string {
  return grant.signingTitle ?? WORDS[grant.role];
}

/** Whether someone works in more than one place, and so needs a way between them. Visits are one place. */
export function hasSeveralPlaces({ grants }: Actor): boolean {
  const places = grants.map(({ role, schoolId, organisationId }) =>
    role === "reviewer" ? "visits" : (schoolId ?? organisationId),
  );
  return new Set(places).size > 1;
}

type Held = { path: string; name: string; roles: readonly Pick<Grant, "role" | "signingTitle">[] };

/** Places with the roles held in each, in words: "SENCO, governor". */
export function placesWords(places: readonly Held[]) {
  return places.map(({ path, name, roles }) => ({
    path,
    name,
    roles: [...new Set(roles.map(roleWords))].join(", "),
  }));
}

/** The role to show where no place is known: the person's only one, or none when there are several. */
export function onlyRole(actor: Actor): string | null {
  const words = new Set(actor.grants.map(roleWords));
  const [first] = words;
  return words.size === 1 && first !== undefined ? first : null;
}
