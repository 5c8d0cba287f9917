import type { Actor } from "~/domain/policy/actor";
import { parseAnswerKey } from "~/domain/response/answer";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import type { Definition } from "~/domain/questionnaire/definition";
import type { App } from "~/platform/app.server";
import { listSavesOfOthers } from "~db/queries/answers";
import type { Loaded } from "./load-response.server";
import type { OtherPersonView } from "./views";

/** How long someone counts as being in a section after a save. */
const HERE_MS = 10 * 60_000;

/** Other people who saved something lately, once for each section, the latest first. */
export async function othersHere(
  app: App,
  actor: Actor,
  { row, definition }: Loaded,
): Promise<OtherPersonView[]> {
  const since = new Date(app.clock.now().getTime() - HERE_MS);
  const scope = { schoolId: row.schoolId, responseId: row.id, since, userId: actor.userId };
  const saves = await listSavesOfOthers(app.db.read, scope);
  const seen = new Map<string, OtherPersonView>();
  for (const { userId, name, key, at } of saves) {
    const section = sectionOf(definition, key);
    const place = `${userId} ${section}`;
    if (!seen.has(place)) seen.set(place, { id: userId, name, section, at });
  }
  return [...seen.values()];
}

/** The section an answer key stands in; empty for the fields beside the statements. */
export function sectionOf(definition: Definition, key: string): string {
  const named = parseAnswerKey(key);
  switch (named.kind) {
    case "item":
      return findItem(definition, named.item)?.section.key ?? "";
    case "section":
      return named.section;
    case "field":
      return "";
  }
}
