import type { SectionView, StatementView } from "~/services/answering/views";

/** What the levels view draws of a statement: no descriptors, help or evidence, so that the page stays light. */
export type LevelsItem = Pick<
  StatementView,
  "key" | "short" | "statement" | "asksDuty" | "answer" | "related" | "support" | "asked"
>;
export type LevelsView = Omit<SectionView, "items"> & { items: LevelsItem[] };

export function levelsView(view: SectionView): LevelsView {
  return { ...view, items: view.items.map(levelsItem) };
}

function levelsItem({
  key,
  short,
  statement,
  asksDuty,
  answer,
  related,
  support,
  asked,
}: StatementView): LevelsItem {
  return { key, short, statement, asksDuty, answer, related, support, asked };
}
