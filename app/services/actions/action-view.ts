import { movesFrom } from "~/domain/action/lifecycle";
import type { ActionRow } from "~db/queries/actions";
import type { ActionView, StatementLayout } from "./views";

/** A response as lines of a plan name it: its title, its layout and the section of its statements. */
export type Source = {
  title: string;
  layout: StatementLayout;
  sectionOf: (key: string) => string | null;
};
export type Sources = ReadonlyMap<string, Source>;

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
  const { title, layout, sectionOf } = source;
  return { responseId, title, layout, key: itemKey, section: sectionOf(itemKey) };
}
