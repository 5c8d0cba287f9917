import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Definition } from "~/domain/questionnaire/definition";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
} from "~/services/returns/load-organisation.server";
import {
  findQuestionnaire,
  findVersionByNumber,
  listPublishedTexts,
  listVersions,
  type VersionRow,
} from "~db/queries/versions";

export type AtAuthored = { key: string; questionnaire: string };
export type AtVersion = AtAuthored & { number: number };

/** A questionnaire with its versions, newest first, for those who write it. */
export type Authored = LoadedOrganisation & {
  questionnaire: { id: string; key: string; title: string };
  versions: Awaited<ReturnType<typeof listVersions>>;
};

/** Loads a questionnaire of an organisation for its authors. Throws `not-found`, or `forbidden` for officers. */
export async function loadAuthored(
  app: App,
  actor: Actor,
  { key, questionnaire: questionnaireKey }: AtAuthored,
): Promise<Authored> {
  const action = "organisation.view-questionnaires";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, today } = loaded;
  const facts = { organisationId: organisation.id, today, questionnaireKey };
  stopUnless(can(actor, "questionnaire.author", facts));
  const scope = { organisationId: organisation.id, key: questionnaireKey };
  const questionnaire = await findQuestionnaire(app.db.read, scope);
  if (questionnaire === undefined) throw new AppError("not-found");
  const versions = await listVersions(app.db.read, { questionnaireId: questionnaire.id });
  return { ...loaded, questionnaire, versions };
}

/** One version with what it says, and what it follows: the version before, null for the first. */
export type AuthoredVersion = Authored & {
  version: VersionRow;
  definition: Definition;
  previous: { number: number; definition: Definition } | null;
};

/** Loads one version. Throws as `loadAuthored`, and `not-found` where there is no such version. */
export async function loadVersion(
  app: App,
  actor: Actor,
  { number, ...at }: AtVersion,
): Promise<AuthoredVersion> {
  const authored = await loadAuthored(app, actor, at);
  const questionnaireId = authored.questionnaire.id;
  const version = await findVersionByNumber(app.db.read, { questionnaireId, number });
  if (version === undefined) throw new AppError("not-found");
  const earlier = await listPublishedTexts(app.db.read, { questionnaireId });
  const before = earlier.filter((one) => one.number < number).at(-1);
  return {
    ...authored,
    version,
    definition: readStoredDefinition(version.definition),
    previous:
      before === undefined
        ? null
        : { number: before.number, definition: readStoredDefinition(before.definition) },
  };
}
