import { movesFrom } from "~/domain/action/lifecycle";
import type { ActionRow } from "~db/queries/actions";
import type { ActionView } from "./views";

/** Where the lines of a plan came from: the title of each response and the section of its statements. */
export type Sources = ReadonlyMap<
  string,
  { title: string; sectionOf: (key: string) => string | null }
>;

export function actionView(row: ActionRow, sources: Sources): ActionView {
  return {
    id: row.id,
    title: row.title,
    leadRole: row.leadRole,
    term: row.term,
    priority: row.priority,
    howWeWillKnow: row.howWeWillKnow,
    state: row.state,
    progressNote: row.progressNote,
    from: fromOf(row, sources),
    updatedAt: row.updatedAt,
    version: row.version,
    moves: [...movesFrom(row.state)],
  };
}

function fromOf({ responseId, itemKey }: ActionRow, sources: Sources): ActionView["from"] {
  if (responseId === null || itemKey === null) return null;
  const source = sources.get(responseId);
  if (source === undefined) return null;
  return { responseId, title: source.title, key: itemKey, section: source.sectionOf(itemKey) };
}
