import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { findScheme, type SchemeRow } from "~db/queries/confirmations";

export type SchemePlace = { key: string; roundId: string };
export type LoadedScheme = { organisation: OrganisationView; scheme: SchemeRow; today: string };

/**
 * A rolling round under its organisation's address, for the officers and managers whose questionnaire it is. Throws
 * `not-found` for everybody else, for a round of another organisation, and for one that is not rolling.
 */
export async function loadScheme(
  app: App,
  actor: Actor,
  { key, roundId }: SchemePlace,
): Promise<LoadedScheme> {
  const action = "organisation.view-returns";
  const { organisation, view, today } = await loadOrganisation(app, actor, { key, action });
  const scheme = await findScheme(app.db.read, { roundId });
  if (scheme?.organisationId !== organisation.id) throw new AppError("not-found");
  const { organisationId, questionnaireKey } = scheme;
  stopUnless(can(actor, "scheme.list-schools", { organisationId, questionnaireKey, today }));
  return { organisation: view, scheme, today };
}
