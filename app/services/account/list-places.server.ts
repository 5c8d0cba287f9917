import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { visibleOrganisations, visibleSchools } from "~/domain/policy/scopes";
import type { App } from "~/platform/app.server";
import { listOrganisationPlaces, listSchoolPlaces } from "~db/queries/places";

/** Somewhere a person has a role: its page and its name. */
export type PlaceView = { path: string; name: string };

/**
 * The actor's places, schools first, each by name. A reviewer's grant alone gives no page here:
 * visits bring their own.
 */
export async function listPlaces(app: App, actor: Actor): Promise<PlaceView[]> {
  const today = londonDate(app.clock.now());
  const [schools, organisations] = await Promise.all([
    listSchoolPlaces(app.db.read, visibleSchools(actor, today)),
    listOrganisationPlaces(app.db.read, visibleOrganisations(actor, today)),
  ]);
  return [
    ...schools.map(({ urn, name }) => ({ path: `/schools/${urn}`, name })),
    ...organisations.map(({ key, name }) => ({ path: `/organisations/${key}`, name })),
  ];
}
