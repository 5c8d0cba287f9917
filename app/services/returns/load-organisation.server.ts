import { londonDate } from "~/domain/calendar/format";
import type { OrganisationAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { questionnairesSeen } from "~/domain/policy/roles";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { logoView, type LogoView } from "~/services/organisation/logo-view";
import { findOrganisationByKey, type OrganisationFacts } from "~db/queries/organisations";
import { findLogoFacts } from "~db/queries/organisation-settings";

/** The heading of an organisation's pages. */
export type OrganisationView = {
  key: string;
  name: string;
  managesWork: boolean;
  logo: LogoView | null;
};

export type LoadedOrganisation = {
  organisation: OrganisationFacts;
  view: OrganisationView;
  today: string;
  /** Questionnaires the person's role here is limited to; null: all. */
  questionnaires: string[] | null;
};

/** Loads an organisation for someone with a role in it. Throws `not-found` for everybody else, or `forbidden`. */
export async function loadOrganisation(
  app: App,
  actor: Actor,
  { key, action }: { key: string; action: OrganisationAction },
): Promise<LoadedOrganisation> {
  const organisation = await findOrganisationByKey(app.db.read, key);
  if (organisation === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const facts = { organisationId: organisation.id, today };
  stopUnless(can(actor, action, facts));
  const managesWork = can(actor, "outbox.view-parked", facts).allowed;
  return {
    organisation,
    view: { key, name: organisation.name, managesWork, logo: await logoOf(app, organisation) },
    today,
    questionnaires: questionnairesSeen(actor, facts),
  };
}

async function logoOf(app: App, { id, key }: OrganisationFacts): Promise<LogoView | null> {
  const facts = await findLogoFacts(app.db.read, { organisationId: id });
  return facts === null ? null : logoView(key, facts);
}
