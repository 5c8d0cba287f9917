import { columnWidth } from "../engine/box-blocks";
import type { Block } from "../engine/flow";
import { STYLE } from "../engine/paper";
import { tableBlock } from "../engine/table-block";
import { plain } from "../engine/text-blocks";
import { entryPoints } from "~/domain/submission/entry-points";
import type { Snapshot, SnapshotItem } from "~/domain/submission/snapshot";
import { fitPage, shortened } from "./fit-page";
import { levelCell, pair } from "./headline-table";
import { heading, note, paragraph } from "./headings";
import type { Bookmarks } from "./headings";
import { levelChart } from "./level-chart";
import { counted, itemsOf, levelOf, listed, spreadInWords } from "./printed-words";
import { sharesTable } from "./numbers-blocks";
import { signatureBoxes } from "./signature-boxes";
import type { SubmissionInput } from "./submission-input";
import { COLUMN_GAP, summaryHead } from "./summary-head";

type Budget = { declaration: number; rows: number; chart: boolean };

const BUDGETS: readonly Budget[] = [
  { declaration: 5, rows: 20, chart: true },
  { declaration: 3, rows: 14, chart: true },
  { declaration: 2, rows: 12, chart: false },
  { declaration: 1, rows: 6, chart: false },
  { declaration: 1, rows: 4, chart: false },
];

const WIDTH = columnWidth(2, COLUMN_GAP);

/** Page 1 where the questionnaire has no section headlines: six points, the twelve, going further, shares. */
export function asthmaPageOne(input: SubmissionInput, room: number, bookmarks: Bookmarks): Block[] {
  const head = summaryHead(input, []);
  const blocks = fitPage(BUDGETS, room, (budget) => [...head, ...body(input, budget)]);
  return [...summaryHead(input, bookmarks), ...blocks.slice(head.length)];
}

function body({ snapshot, signOffs }: SubmissionInput, budget: Budget): Block[] {
  const items = itemsOf(snapshot);
  const entry = items.filter((item) => item.entry);
  const further = items.filter((item) => !item.entry && !item.starter);
  const starters = items.filter((item) => item.starter && !item.entry);
  return [
    heading(pointsTitle(snapshot), { before: 15 }),
    pair(
      answersTable(snapshot, entry.slice(0, budget.rows), "The points"),
      answersTable(snapshot, starters.slice(0, budget.rows), "Also starred"),
      2,
    ),
    note(`${starredSentence(snapshot, items)} Words for every statement follow from page 3.`),
    ...shareBlocks(snapshot, budget),
    ...furtherBlocks(snapshot, further, budget),
    heading("Signed by", { before: 13 }),
    ...(signOffs.length === 0
      ? [note("Nobody has signed yet.")]
      : signatureBoxes(signOffs, { lines: budget.declaration, most: budget.chart ? 90 : 40 })),
    note("Legal duties, actions and who may see this are on page 2."),
  ];
}

/** "Six points met", or which are missing. */
export function pointsTitle(snapshot: Snapshot): string {
  const { total: count, missing } = entryPoints(snapshot);
  if (count === 0) return "The answers";
  const total = NUMBERS[count] ?? `${count}`;
  if (missing.length === 0) return `${total} points met`;
  const named = missing.map(({ key, short }) => `${key} ${short}`);
  const shown =
    named.length > 3
      ? `${named.slice(0, 3).join(", ")} and ${named.length - 3} more`
      : listed(named);
  return `${count - missing.length} of ${total.toLowerCase()} points met. Missing: ${shown}`;
}

const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];

function answersTable(snapshot: Snapshot, items: readonly SnapshotItem[], title: string): Block[] {
  if (items.length === 0) return [];
  const columns = [
    { width: WIDTH - 84, heading: plain(title, STYLE.tableHead) },
    { width: 84, heading: plain("Answer", STYLE.tableHead) },
  ];
  const rows = items.map((item) => [
    { spans: plain(`${item.key} ${shortened(item.short, 60)}`, STYLE.table) },
    levelCell(levelOf(snapshot, item.level)),
  ]);
  return [tableBlock({ columns, rows, width: WIDTH })];
}

function starredSentence(snapshot: Snapshot, items: readonly SnapshotItem[]): string {
  const starred = items.filter((item) => item.starter);
  const open = starred.filter((item) => levelOf(snapshot, item.level) === null).length;
  return `Of ${counted(starred.length, "starred statement")}, ${starred.length - open} are answered: ${spreadInWords(snapshot, starred)}.`;
}

function shareBlocks(snapshot: Snapshot, budget: Budget): Block[] {
  if (snapshot.derived.length === 0) return [];
  return [heading("Numbers", { before: 13 }), sharesTable(snapshot, budget.rows)];
}

function furtherBlocks(
  snapshot: Snapshot,
  further: readonly SnapshotItem[],
  budget: Budget,
): Block[] {
  if (further.length === 0) return [];
  const words = `${counted(further.length, "statement")} go further: ${spreadInWords(snapshot, further)}. They are not needed to sign.`;
  const left = [heading("Going further", { width: WIDTH }), paragraph(words, { width: WIDTH })];
  if (!budget.chart) return [heading("Going further", { before: 13 }), paragraph(words)];
  const items = itemsOf(snapshot);
  const right = [
    heading("All statements together", { width: WIDTH }),
    levelChart(snapshot, items, WIDTH),
  ];
  return [pair(left, right, 13)];
}
