import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { visibleResponses } from "~/domain/policy/scopes";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import type { App } from "~/platform/app.server";
import { listVisibleResponses } from "~db/queries/responses";
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

/** The responses that lines of a plan name, those only that the reader may open. */
export async function actionSources(
  app: App,
  actor: Actor,
  { school, facts }: PlanPlace,
): Promise<Sources> {
  const rows = await listVisibleResponses(app.db.read, {
    schoolId: school.id,
    visible: visibleResponses(actor, facts.today),
  });
  const sources = new Map<string, Source>();
  for (const row of rows) {
    const seen = await responseFacts(app, actor, { row, today: facts.today });
    if (!can(actor, "response.view-draft", seen).allowed) continue;
    const version = { versionId: row.versionId, sha256: row.definitionSha256 };
    const definition = await publishedDefinition(app, version);
    const sectionOf = (key: string) => findItem(definition, key)?.section.key ?? null;
    const title = titleOf(row, definition);
    sources.set(row.id, { title, layout: layoutOf(definition), sectionOf });
  }
  return sources;
}
