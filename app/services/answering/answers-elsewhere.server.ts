import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Item } from "~/domain/questionnaire/definition";
import { findItem, readRelated } from "~/domain/questionnaire/definition-lookup";
import { hasWords } from "~/domain/questionnaire/needs-words";
import type { App } from "~/platform/app.server";
import { listAnswersElsewhere, type ElsewhereRow } from "~db/queries/answers";
import type { Loaded } from "./load-response.server";
import { publishedDefinition } from "./published-definition.server";
import type { EarlierAnswerView, RelatedAnswerView } from "./views";

/** What this school wrote in its other responses: the same question elsewhere, and last time here. */
export type Elsewhere = {
  related: (item: Item) => RelatedAnswerView[];
  lastTime: (key: string) => EarlierAnswerView | null;
};

type Told = ElsewhereRow & { levelName: string | null; section: string };

/** Reads, in one query, what stands elsewhere under these statements and keys. Newest first. */
export async function answersElsewhere(
  app: App,
  actor: Actor,
  { loaded, items, keys }: { loaded: Loaded; items: readonly Item[]; keys: readonly string[] },
): Promise<Elsewhere> {
  const { row } = loaded;
  const pairs = items.flatMap((item) => item.related.map(readRelated));
  const rows = await listAnswersElsewhere(app.db.read, {
    schoolId: row.schoolId,
    responseId: row.id,
    questionnaireKeys: [...new Set([row.questionnaireKey, ...pairs.map((p) => p.questionnaire)])],
    keys: [...new Set([...keys, ...pairs.map((pair) => pair.item)])],
  });
  const mine = rows.filter((found) => maySee(actor, { found, loaded }));
  const told = await Promise.all(mine.map((found) => tell(app, found)));
  return {
    related: (item) => relatedTo(told, item),
    lastTime: (key) => lastTime(told, { key, loaded }),
  };
}

function maySee(actor: Actor, { found, loaded }: { found: ElsewhereRow; loaded: Loaded }): boolean {
  const { roundOrganisationId: organisationId } = found;
  const round = organisationId === null ? null : { organisationId, sharedWith: [], open: true };
  return can(actor, "response.view-draft", {
    ...loaded.facts,
    questionnaireKey: found.questionnaireKey,
    state: found.state,
    round,
  }).allowed;
}

async function tell(app: App, found: ElsewhereRow): Promise<Told> {
  const version = { versionId: found.versionId, sha256: found.definitionSha256 };
  const definition = await publishedDefinition(app, version);
  const level = definition.scale.levels.find(({ code }) => code === found.level);
  const section = findItem(definition, found.key)?.section.key ?? "";
  return { ...found, levelName: level?.name ?? null, section };
}

function relatedTo(told: readonly Told[], item: Item): RelatedAnswerView[] {
  const marks = new Set(item.related);
  return told
    .filter(({ questionnaireKey, key }) => marks.has(`${questionnaireKey}/${key}`))
    .filter(({ commentary, whereSeen }) => hasWords(commentary + whereSeen))
    .map((found) => ({
      responseId: found.responseId,
      questionnaireTitle: found.questionnaireTitle,
      key: found.key,
      section: found.section,
      levelName: found.levelName,
      commentary: found.commentary,
      whereSeen: found.whereSeen,
      at: found.updatedAt,
      by: { id: found.updatedById, name: found.updatedByName },
    }));
}

function lastTime(
  told: readonly Told[],
  { key, loaded }: { key: string; loaded: Loaded },
): EarlierAnswerView | null {
  const { row } = loaded;
  const found = told.find(
    (one) =>
      one.questionnaireKey === row.questionnaireKey &&
      one.key === key &&
      one.responseCreatedAt < row.createdAt,
  );
  if (found === undefined) return null;
  const { roundTitle, questionnaireTitle, levelName, commentary, whereSeen, updatedAt } = found;
  return {
    title: roundTitle ?? questionnaireTitle,
    levelName,
    commentary,
    whereSeen,
    at: updatedAt,
  };
}
