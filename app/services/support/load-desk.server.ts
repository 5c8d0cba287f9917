import type { Actor } from "~/domain/policy/actor";
import type { QuestionnaireAction } from "~/domain/policy/actions";
import { can } from "~/domain/policy/can";
import type { SupportFacts } from "~/domain/support/judge-support";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
} from "~/services/returns/load-organisation.server";
import { listSchoolsCovered } from "~db/queries/schools";
import { listOwnedVersions } from "~db/queries/versions";

/** A questionnaire whose help or duties a person keeps, with every statement any published version has. */
export type OwnedQuestionnaire = {
  id: string;
  key: string;
  title: string;
  /** The newest version's words first. */
  statements: { key: string; short: string; statement: string }[];
};

export type Desk = LoadedOrganisation & { owned: OwnedQuestionnaire[] };

/**
 * An organisation with the questionnaires of which the person may do `action`. Throws `not-found` for those without a
 * role there; an organisation that owns none has an empty list.
 */
export async function loadDesk(
  app: App,
  actor: Actor,
  { key, action }: { key: string; action: QuestionnaireAction },
): Promise<Desk> {
  const loaded = await loadOrganisation(app, actor, { key, action: "organisation.view-returns" });
  const { organisation, today } = loaded;
  const organisationId = organisation.id;
  const versions = await listOwnedVersions(app.db.read, { organisationId });
  const owned = new Map<string, OwnedQuestionnaire>();
  for (const version of versions) {
    const facts = { organisationId, today, questionnaireKey: version.key };
    if (!can(actor, action, facts).allowed) continue;
    const { questionnaireId: id, title } = version;
    const known = owned.get(id) ?? { id, key: version.key, title, statements: [] };
    const { sections } = await publishedDefinition(app, version);
    const items = sections.flatMap((section) => section.items);
    const more = items.filter((item) => !known.statements.some(({ key }) => key === item.key));
    known.statements.push(...more.map(({ key, short, statement }) => ({ key, short, statement })));
    owned.set(id, known);
  }
  return { ...loaded, owned: [...owned.values()] };
}

/** What an entry of help is judged by: what the person may keep, and the organisation's districts and schools. */
export async function deskFacts(
  app: App,
  { organisation, owned }: Pick<Desk, "organisation" | "owned">,
): Promise<SupportFacts> {
  const covered = await listSchoolsCovered(app.db.read, { organisationId: organisation.id });
  const districts = covered.map(({ district, laName }) => district ?? laName);
  return {
    questionnaires: owned.map(({ id, key, statements }) => ({
      id,
      key,
      itemKeys: statements.map((statement) => statement.key),
    })),
    districts: [...new Set(districts)].sort(),
    schools: new Map(covered.map(({ urn, id }) => [urn, { id }])),
  };
}
