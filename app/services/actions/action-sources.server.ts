import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { visibleResponses } from "~/domain/policy/scopes";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import type { App } from "~/platform/app.server";
import { listVisibleResponses, type ResponseRow } from "~db/queries/responses";
import { responseFacts } from "../answering/load-response.server";
import { publishedDefinition } from "../answering/published-definition.server";
import { layoutOf, titleOf } from "../answering/response-header";
import type { PlanPlace } from "./school-of-plan.server";
import type { StatementLayout } from "./views";

/** A response as lines of a plan name it: its title, its layout and the section of its statements. */
export type Source = {
  title: string;
  layout: StatementLayout;
  sectionOf: (key: string) => string | null;
};
export type Sources = ReadonlyMap<string, Source>;

/** The school's self-reviews that the reader may open, oldest first. */
export async function openableResponses(
  app: App,
  actor: Actor,
  { school, facts: { today } }: PlanPlace,
): Promise<ResponseRow[]> {
  const visible = visibleResponses(actor, today);
  const openable: ResponseRow[] = [];
  for (const row of await listVisibleResponses(app.db.read, { schoolId: school.id, visible })) {
    const facts = await responseFacts(app, actor, { row, today });
    if (can(actor, "response.view-draft", facts).allowed) openable.push(row);
  }
  return openable;
}

/** The responses that lines of a plan name, those only that the reader may open. */
export async function actionSources(app: App, actor: Actor, place: PlanPlace): Promise<Sources> {
  const sources = new Map<string, Source>();
  for (const row of await openableResponses(app, actor, place)) {
    const version = { versionId: row.versionId, sha256: row.definitionSha256 };
    const definition = await publishedDefinition(app, version);
    const sectionOf = (key: string) => findItem(definition, key)?.section.key ?? null;
    const title = titleOf(row, definition);
    sources.set(row.id, { title, layout: layoutOf(definition), sectionOf });
  }
  return sources;
}
