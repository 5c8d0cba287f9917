import type { Actor } from "~/domain/policy/actor";
import { findAnswerable, nameOf, type Answerable } from "~/domain/response/answerable";
import { contentOf } from "~/domain/response/answer-content";
import { groupSittings, restoreVersion as restored } from "~/domain/response/history";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listAnswersUnder, listRevisions, type RevisionRow } from "~db/queries/answers";
import { answerView } from "./answer-view";
import { loadResponse, type Loaded } from "./load-response.server";
import { responseHeader } from "./response-header";
import { saveAnswer } from "./save-answers.server";
import type { SaveOutcome } from "./saves";
import type { VersionsView } from "./views";

type Where = { urn: string; responseId: string; key: string };

/** Earlier versions of one answer, newest first, by person and sitting. Throws `not-found` for an unknown key. */
export async function viewVersions(app: App, actor: Actor, input: Where): Promise<VersionsView> {
  const { loaded, answerable } = await load(app, actor, input);
  const rows = await revisionsOf(app, { loaded, key: input.key });
  const [current] = await listAnswersUnder(app.db.read, { ...scopeOf(loaded), keys: [input.key] });
  const sittings = groupSittings(rows.map(toVersion));
  return {
    response: responseHeader(actor, loaded),
    key: input.key,
    title: nameOf(answerable),
    text: textOf(answerable),
    section: answerable.kind === "field" ? "" : answerable.section.key,
    current: answerView(current),
    sittings: sittings.map(({ by, from, to, saves }) => ({
      by,
      from,
      to,
      saves: saves.map(({ revision, savedAt, content }) => ({
        revision,
        savedAt,
        levelName: levelName(loaded, content.level),
        content,
        current: revision === current?.revision,
      })),
    })),
  };
}

/**
 * Puts an earlier version back as a new save, made from `base`, the save that the page showed as standing; what
 * was saved since stays in the history, and someone else's newer save is told as a conflict.
 */
export async function restoreVersion(
  app: App,
  actor: Actor,
  input: Where & { revision: number; base: number; saveId: string },
): Promise<SaveOutcome> {
  const { key, base, saveId, urn, responseId } = input;
  const { loaded } = await load(app, actor, input);
  const rows = await revisionsOf(app, { loaded, key });
  const row = rows.find(({ revision }) => revision === input.revision);
  if (row === undefined) throw new AppError("not-found");
  const { content } = restored(toVersion(row), null);
  const again = { key, content, base, saveId, namesConfirmed: true };
  return saveAnswer(app, actor, { urn, responseId, ...again });
}

async function load(app: App, actor: Actor, { urn, responseId, key }: Where) {
  const action = "response.view-history";
  const loaded = await loadResponse(app, actor, { urn, responseId, action });
  const answerable = findAnswerable(loaded.definition, key);
  if (answerable === null) throw new AppError("not-found");
  return { loaded, answerable };
}

function scopeOf({ row }: Loaded) {
  return { schoolId: row.schoolId, responseId: row.id };
}

async function revisionsOf(app: App, { loaded, key }: { loaded: Loaded; key: string }) {
  return listRevisions(app.db.read, { ...scopeOf(loaded), key });
}

function toVersion(row: RevisionRow) {
  const { revision, savedAt, savedById, savedByName } = row;
  return { revision, savedAt, by: { id: savedById, name: savedByName }, content: contentOf(row) };
}

function levelName({ definition }: Loaded, code: string | null): string | null {
  return definition.scale.levels.find((level) => level.code === code)?.name ?? null;
}

/** What was asked, in full. */
function textOf(answerable: Answerable): string {
  switch (answerable.kind) {
    case "item":
      return answerable.item.statement;
    case "section":
      return answerable.section.title;
    case "field":
      return answerable.field.label;
  }
}
