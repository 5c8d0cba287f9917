import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Duty } from "~/domain/questionnaire/duties";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { dutiesOf } from "~/services/answering/duties-of.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { loadDesk, type OwnedQuestionnaire } from "~/services/support/load-desk.server";
import { listDuties } from "~db/queries/duties";
import { findOrganisation } from "~db/queries/organisations";

export type AtQuestionnaire = { key: string; questionnaire: string };

/** A questionnaire with its dated duties, for those who keep them. */
export type DutyDesk = {
  organisationId: string;
  organisation: OrganisationView;
  /** The word before "expectation". */
  ownerLabel: string;
  questionnaire: OwnedQuestionnaire;
  duties: Duty[];
  /** By duty. */
  versions: ReadonlyMap<string, number>;
  today: string;
};

/** Loads a questionnaire of an organisation with its duties. Throws `not-found`, or `forbidden` for officers. */
export async function loadDutyDesk(
  app: App,
  actor: Actor,
  { key, questionnaire: questionnaireKey }: AtQuestionnaire,
): Promise<DutyDesk> {
  const desk = await loadDesk(app, actor, { key, action: "support.edit" });
  const questionnaire = desk.owned.find((one) => one.key === questionnaireKey);
  if (questionnaire === undefined) throw new AppError("not-found");
  const { id: organisationId } = desk.organisation;
  const { today } = desk;
  stopUnless(can(actor, "duty.edit", { organisationId, today, questionnaireKey }));
  const scope = { questionnaireId: questionnaire.id };
  const rows = await listDuties(app.db.read, scope);
  const owner = await findOrganisation(app.db.read, organisationId);
  return {
    organisationId,
    organisation: desk.view,
    ownerLabel: owner?.shortName ?? "",
    questionnaire,
    duties: await dutiesOf(app, scope),
    versions: new Map(rows.map(({ id, version }) => [id, version])),
    today,
  };
}
