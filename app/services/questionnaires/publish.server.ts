import type { Actor } from "~/domain/policy/actor";
import {
  checkBeforePublishing,
  type PublishProblem,
} from "~/domain/questionnaire/compare/check-before-publishing";
import type { Definition } from "~/domain/questionnaire/definition";
import { statementsOf } from "~/domain/questionnaire/definition-lookup";
import { templateDuties } from "~/domain/questionnaire/duties";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import { transitionVersion } from "~/domain/questionnaire/version-lifecycle";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertDuties, listDuties } from "~db/queries/duties";
import {
  listOwnedVersions,
  listPublishedTexts,
  findVersion,
  publishVersion,
  retireVersion,
  retitleQuestionnaire,
  updateDraft,
} from "~db/queries/versions";
import type { Writer } from "~db/types";
import { loadVersion, type AtVersion, type AuthoredVersion } from "./load-authored.server";
import { publishedText } from "./stored-text";

/** Everything that stands in the way of publishing a draft, and what could be better. */
export async function findProblems(app: App, loaded: AuthoredVersion): Promise<PublishProblem[]> {
  const { definition, previous, questionnaire, organisation } = loaded;
  const texts = await listPublishedTexts(app.db.read, { questionnaireId: questionnaire.id });
  const published = texts.map((one) => readStoredDefinition(one.definition));
  const usedKeys = new Set(published.flatMap(keysOf));
  const related = await relatedKeys(app, organisation.id);
  const ground = { previous: previous?.definition ?? null, usedKeys, related };
  return checkBeforePublishing(definition, ground);
}

const keysOf = (definition: Definition): string[] => statementsOf(definition).map(({ key }) => key);

/** Statements of the owner's questionnaires as they are published now. */
async function relatedKeys(app: App, organisationId: string): Promise<Map<string, Set<string>>> {
  const owned = await listOwnedVersions(app.db.read, { organisationId });
  const related = new Map<string, Set<string>>();
  for (const { key, versionId } of owned) {
    if (related.has(key)) continue;
    const version = await findVersion(app.db.read, { versionId });
    if (version !== undefined)
      related.set(key, new Set(keysOf(readStoredDefinition(version.definition))));
  }
  return related;
}

/**
 * Publishes a draft for ever: its content is frozen, its duties become dated rows beside it, the questionnaire takes its
 * title. What stands in the way, or `changed` when the draft is not the one that was seen. Running self-reviews stay
 * on their own version. Throws `not-found` or `forbidden`.
 */
export async function publishDraft(
  app: App,
  actor: Actor,
  { from, ...at }: AtVersion & { from: string },
): Promise<Result<null, PublishProblem[] | "changed">> {
  const loaded = await loadVersion(app, actor, at);
  const { version } = loaded;
  if (!transitionVersion(version.state, "publish").ok) return refused("changed");
  const stopping = (await findProblems(app, loaded)).filter(({ stops }) => stops);
  if (stopping.length > 0) return refused(stopping);
  const isPublished = await app.db.transact((tx) => freeze(tx, app, { actor, loaded, from }));
  return isPublished ? ok(null) : refused("changed");
}

type Freezing = { actor: Actor; loaded: AuthoredVersion; from: string };

async function freeze(tx: Writer, app: App, { actor, loaded, from }: Freezing): Promise<boolean> {
  const { definition, version, questionnaire, organisation } = loaded;
  const [versionId, at] = [version.id, app.clock.now()];
  const text = publishedText(definition);
  if (!(await updateDraft(tx, { versionId, from, ...text }))) return false;
  if (!(await publishVersion(tx, { versionId, at }))) return false;
  await addDuties(tx, app, { definition, questionnaireId: questionnaire.id, at });
  await retitleQuestionnaire(tx, { questionnaireId: questionnaire.id, title: definition.title });
  await insertAudit(tx, {
    ...{ id: app.newId(), at, actorId: actor.userId, event: "version.published", schoolId: null },
    ...{ organisationId: organisation.id, subjectKind: "questionnaire-version" },
    ...{ subjectId: versionId, data: { number: version.number, sha256: text.sha256 } },
  });
  return true;
}

type WithDuties = { definition: Definition; questionnaireId: string; at: Date };

/** Duties that stand already are kept as they were edited: only those of the draft that are not there are added. */
async function addDuties(tx: Writer, app: App, { definition, questionnaireId, at }: WithDuties) {
  const standing = await listDuties(tx, { questionnaireId });
  const known = new Set(
    standing.map(({ itemKey, kind, source }) => `${itemKey} ${kind} ${source}`),
  );
  const added = templateDuties(definition).filter(
    ({ itemKey, kind, source }) => !known.has(`${itemKey} ${kind} ${source}`),
  );
  await insertDuties(
    tx,
    added.map(({ types, ...duty }) => ({
      ...duty,
      ...{
        id: app.newId(),
        types: JSON.stringify(types),
        questionnaireId,
        version: 1,
        createdAt: at,
      },
    })),
  );
}

/**
 * Retires a published version: no new round or self-review begins on it, and what runs goes on. False when it is not
 * published (any more). Throws `not-found` or `forbidden`.
 */
export async function retirePublished(app: App, actor: Actor, at: AtVersion): Promise<boolean> {
  const { version, organisation } = await loadVersion(app, actor, at);
  return app.db.transact(async (tx) => {
    if (!(await retireVersion(tx, { versionId: version.id }))) return false;
    await insertAudit(tx, {
      ...{ id: app.newId(), at: app.clock.now(), actorId: actor.userId, event: "version.retired" },
      ...{ schoolId: null, organisationId: organisation.id, subjectId: version.id },
      ...{ subjectKind: "questionnaire-version", data: { number: version.number } },
    });
    return true;
  });
}
