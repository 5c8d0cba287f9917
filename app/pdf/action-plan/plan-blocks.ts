import type { Block } from "../engine/flow";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import { tableBlock } from "../engine/table-block";
import { plain, textBlock } from "../engine/text-blocks";
import { factList } from "../submission/fact-list";
import { bookmarkAs, heading, paragraph, type Bookmarks } from "../submission/headings";
import { counted, dayAndTimeOf } from "../submission/printed-words";
import type { PlanInput, PrintedAction } from "./plan-input";

/** Whose plan it is and how it stood when it was printed. */
export function planHead(input: PlanInput, bookmarks: Bookmarks): Block[] {
  const { school, madeAt, terms } = input;
  const count = terms.reduce((total, { actions }) => total + actions.length, 0);
  const onPlace = bookmarkAs("Action plan", bookmarks);
  const facts = [
    { label: "URN", value: school.urn },
    { label: "As it stood", value: dayAndTimeOf(madeAt) },
    { label: "Actions", value: counted(count, "action") },
  ];
  return [
    textBlock(plain("Action plan", STYLE.muted), { keepWithNext: true }),
    textBlock(plain(school.name, STYLE.title), { type: "H1", keepWithNext: true, onPlace }),
    factList(facts, { width: TEXT_WIDTH, before: 8 }),
  ];
}

/** Everything on one table: what, who leads, how it stands. */
export function planOverview({ terms }: PlanInput, bookmarks: Bookmarks): Block[] {
  const title = heading("All actions", { bookmarks });
  if (terms.length === 0) return [title, paragraph("No action is written yet.")];
  const columns = [
    { width: TEXT_WIDTH - 314, heading: plain("Action", STYLE.tableHead) },
    { width: 112, heading: plain("Who leads", STYLE.tableHead) },
    { width: 120, heading: plain("By", STYLE.tableHead) },
    { width: 82, heading: plain("Stands at", STYLE.tableHead) },
  ];
  const rows = terms.flatMap(({ title: by, actions }) =>
    actions.map(({ title: what, leadRole, state }) => [
      { spans: plain(what, STYLE.tableStrong) },
      { spans: plain(leadRole, STYLE.table) },
      { spans: plain(by, STYLE.table) },
      { spans: plain(state, STYLE.table) },
    ]),
  );
  return [title, tableBlock({ columns, rows, before: 4 })];
}

/** Each action with all that it says, term by term. */
export function planInFull({ terms }: PlanInput, bookmarks: Bookmarks): Block[] {
  return terms.flatMap(({ title, actions }) => [
    heading(title, { before: 24, bookmarks }),
    ...actions.flatMap(actionBlocks),
  ]);
}

function actionBlocks({ title, leadRole, state, says }: PrintedAction): Block[] {
  return [
    textBlock(plain(title, STYLE.h3), { type: "H3", before: 12, keepWithNext: true }),
    textBlock(plain(`${leadRole}. ${state}`, STYLE.muted), { keepWithNext: says.length > 0 }),
    ...says.map(({ label, value }) =>
      textBlock(
        [
          { text: `${label}: `, style: STYLE.strong },
          { text: value, style: STYLE.body },
        ],
        { before: 3 },
      ),
    ),
  ];
}
