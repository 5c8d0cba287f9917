import type { Definition } from "~/domain/questionnaire/definition";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import type { VisitRow } from "~db/queries/visits";
import type { FocusView } from "./views";

type Focus = { key: string; kind: FocusView["kind"] };

/** What the visit looks at, with the words of the questionnaire. */
export async function focusLabels(
  app: App,
  { versionId, definitionSha256: sha256 }: VisitRow,
  focus: readonly Focus[],
): Promise<FocusView[]> {
  if (focus.length === 0) return [];
  const definition = await publishedDefinition(app, { versionId, sha256 });
  return focus.map(({ key, kind }) => ({ key, kind, title: titleOf(definition, key) }));
}

/** Title of a section, or the statement in short; the key where neither is there. */
export function titleOf({ sections }: Definition, key: string): string {
  const section = sections.find((one) => one.key === key);
  if (section !== undefined) return section.title;
  const items = sections.flatMap(({ items: held }) => held);
  return items.find((one) => one.key === key)?.short ?? key;
}
