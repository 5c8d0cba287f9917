import { londonDate } from "~/domain/calendar/format";
import type { Actor, Grant, Role } from "~/domain/policy/actor";
import { inForce } from "~/domain/policy/roles";
import { visibleOrganisations, visibleSchools } from "~/domain/policy/scopes";
import type { App } from "~/platform/app.server";
import { listOrganisationPlaces, listSchoolPlaces } from "~db/queries/places";

/** Somewhere a person has a role: its page, its name, and what they are there. */
export type PlaceView = {
  path: string;
  name: string;
  roles: { role: Role; signingTitle: string | null }[];
};

/** The actor's places, schools first, each by name; last a reviewer's own visits, which are one place. */
export async function listPlaces(app: App, actor: Actor): Promise<PlaceView[]> {
  const today = londonDate(app.clock.now());
  const held = actor.grants.filter(({ role }) => role !== "reviewer");
  const [schools, organisations] = await Promise.all([
    listSchoolPlaces(app.db.read, visibleSchools(actor, today)),
    listOrganisationPlaces(app.db.read, visibleOrganisations(actor, today)),
  ]);
  return [
    ...schools.map(({ id, urn, name }) => ({
      path: `/schools/${urn}`,
      name,
      roles: rolesAt(held, (grant) => grant.schoolId === id),
    })),
    ...organisations.map(({ id, key, name }) => ({
      path: `/organisations/${key}`,
      name,
      roles: rolesAt(held, (grant) => grant.organisationId === id),
    })),
    ...ownVisits(actor, today),
  ];
}

function ownVisits({ grants }: Actor, today: string): PlaceView[] {
  const held = grants.filter((grant) => grant.role === "reviewer" && inForce(grant, today));
  if (held.length === 0) return [];
  return [{ path: "/visits", name: "Your visits", roles: rolesAt(held, () => true) }];
}

function rolesAt(held: readonly Grant[], isHere: (grant: Grant) => boolean): PlaceView["roles"] {
  return held.filter(isHere).map(({ role, signingTitle }) => ({ role, signingTitle }));
}
