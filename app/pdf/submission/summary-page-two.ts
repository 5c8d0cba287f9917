import { listBlock } from "../engine/box-blocks";
import type { Block } from "../engine/flow";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import { tableBlock } from "../engine/table-block";
import { plain, textBlock } from "../engine/text-blocks";
import type { Snapshot, SnapshotItem } from "~/domain/submission/snapshot";
import { actionTable } from "./action-table";
import { fitPage, shortened } from "./fit-page";
import { heading, note, paragraph } from "./headings";
import type { Bookmarks } from "./headings";
import {
  counted,
  dutyAnswer,
  itemsOf,
  levelName,
  levelOf,
  listed,
  termWritten,
} from "./printed-words";
import type { SubmissionInput } from "./submission-input";

type Budget = {
  duties: number;
  actions: number;
  words: number;
  sentences: number;
  names: boolean;
};

const BUDGETS: readonly Budget[] = [
  { duties: 40, actions: 40, words: 400, sentences: 20, names: true },
  { duties: 40, actions: 40, words: 400, sentences: 20, names: false },
  { duties: 16, actions: 14, words: 200, sentences: 12, names: false },
  { duties: 10, actions: 10, words: 140, sentences: 10, names: false },
  { duties: 8, actions: 7, words: 100, sentences: 8, names: false },
  { duties: 6, actions: 5, words: 80, sentences: 6, names: false },
  { duties: 3, actions: 3, words: 60, sentences: 4, names: false },
];

/** Page 2 of the summary: legal duties with their actions, the action plan, who may see this copy. */
export function summaryPageTwo(
  input: SubmissionInput,
  room: number,
  bookmarks: Bookmarks,
): Block[] {
  return fitPage(BUDGETS, room, (budget) => [
    ...legalDuties(input.snapshot, budget, bookmarks),
    ...actionPlan(input.snapshot, budget, bookmarks),
    ...whoMaySee(input.snapshot, budget, bookmarks),
  ]);
}

/** Statements with a duty that was asked, or that stands on one in law. */
const withDuty = (snapshot: Snapshot): SnapshotItem[] =>
  itemsOf(snapshot).filter(
    ({ duty, duties }) => duty !== null || duties.some(({ kind }) => kind === "must"),
  );

function legalDuties(snapshot: Snapshot, budget: Budget, bookmarks: Bookmarks): Block[] {
  const title = heading("Legal duties", { before: 0, bookmarks });
  const items = withDuty(snapshot);
  if (items.length === 0)
    return [title, paragraph("No legal duty in force stands on these statements.")];
  if (items.every(({ duty }) => duty === null)) {
    return [title, ...standingOn(snapshot, items, budget)];
  }
  const open = items.filter(({ duty }) => duty !== "yes");
  const shown = open.slice(0, budget.duties);
  const rest = open.length - shown.length;
  return [
    title,
    paragraph(dutySentence(items)),
    ...(shown.length === 0 ? [] : [dutyTable(snapshot, shown, budget)]),
    ...(rest > 0
      ? [
          note(
            `${counted(rest, "more duty", "more duties")} to act on: each stands with its statement, from page 3.`,
          ),
        ]
      : []),
    ...answeredYes(items, budget),
    note("Legal duties stand beside the levels. They do not cap or change a headline."),
  ];
}

/** Where duties are not asked apart: the statements that stand on one, with their own answers. */
function standingOn(snapshot: Snapshot, items: readonly SnapshotItem[], budget: Budget): Block[] {
  const shown = items.slice(0, budget.duties);
  const rest = items.length - shown.length;
  return [
    paragraph(`${counted(items.length, "statement rests", "statements rest")} on a legal duty.`),
    dutyTable(snapshot, shown, budget),
    ...(rest > 0 ? [note(`${rest} more stand with their statements, from page 3.`)] : []),
  ];
}

function dutySentence(items: readonly SnapshotItem[]): string {
  const answered = (answer: SnapshotItem["duty"]) =>
    items.filter(({ duty }) => duty === answer).length;
  const parts = [`${answered("yes")} Yes`, `${answered("partly")} Partly`, `${answered("no")} No`];
  const open = answered(null);
  if (open > 0) parts.push(`${open} not answered`);
  const apply = items.length === 1 ? "duty applies" : "duties apply";
  return `${items.length} legal ${apply} to this school: ${parts.join(", ")}.`;
}

/** By name while there is room, else by code. */
function answeredYes(items: readonly SnapshotItem[], budget: Budget): Block[] {
  const yes = items.filter(({ duty }) => duty === "yes");
  if (yes.length === 0) return [];
  const names = yes.map(({ key, short }) => (budget.names ? `${key} ${short}` : key));
  const limit = {
    lines: budget.names ? 9 : 4,
    more: "The others stand with their statements, from page 3.",
  };
  const words = `Answered Yes: ${listed(names)}.`;
  return [textBlock(plain(words, STYLE.table), { before: 6, limit })];
}

function dutyTable(snapshot: Snapshot, items: readonly SnapshotItem[], budget: Budget): Block {
  const columns = [
    { width: 128, heading: plain("Statement", STYLE.tableHead) },
    { width: 182, heading: plain("Legal duty", STYLE.tableHead) },
    { width: 72, heading: plain("Answer", STYLE.tableHead) },
    { width: TEXT_WIDTH - 382, heading: plain("Action", STYLE.tableHead) },
  ];
  const rows = items.map((item) => [
    { spans: plain(`${item.key} ${shortened(item.short, 80)}`, STYLE.tableStrong) },
    { spans: plain(shortened(sourcesOf(item), budget.words), STYLE.table) },
    { spans: plain(answerOf(snapshot, item), STYLE.tableStrong) },
    { spans: plain(actionsFor(snapshot, item, budget), STYLE.table) },
  ]);
  return tableBlock({ columns, rows, before: 4 });
}

/** The duty's own answer, or the statement's where its scale is itself Yes, Partly, No. */
function answerOf(snapshot: Snapshot, item: SnapshotItem): string {
  const isScale = snapshot.levels.some(({ mark }) => mark === "tick");
  return isScale ? levelName(levelOf(snapshot, item.level)) : dutyAnswer(item.duty);
}

function sourcesOf({ duties }: SnapshotItem): string {
  return duties
    .filter(({ kind }) => kind === "must")
    .map(({ source, checked }) => (checked ? source : `${source} (reference to be checked)`))
    .join("; ");
}

function actionsFor(snapshot: Snapshot, item: SnapshotItem, budget: Budget): string {
  const actions = snapshot.actions.filter(({ itemKey }) => itemKey === item.key);
  if (actions.length === 0) return answerOf(snapshot, item) === "Yes" ? "–" : "No action yet";
  const words = actions.map(({ title, term }) =>
    term === "" ? title : `${title}, by ${termWritten(term, "sentence")}`,
  );
  return shortened(words.join("; "), budget.words);
}

function actionPlan(snapshot: Snapshot, budget: Budget, bookmarks: Bookmarks): Block[] {
  const title = heading("Action plan", { bookmarks });
  const { actions } = snapshot;
  if (actions.length === 0) return [title, paragraph("No action is written yet.")];
  const shown = actions
    .slice(0, budget.actions)
    .map((action) => ({ ...action, title: shortened(action.title, budget.words) }));
  const rest = actions.length - shown.length;
  return [
    title,
    actionTable(shown),
    ...(rest > 0 ? [note(`${counted(rest, "more action")} in the full part, from page 3.`)] : []),
  ];
}

function whoMaySee(snapshot: Snapshot, budget: Budget, bookmarks: Bookmarks): Block[] {
  const shown = snapshot.visibility.slice(0, budget.sentences);
  const limit = { lines: Math.max(2, Math.ceil(budget.words / 50)), more: "In full at the end." };
  const indent = 12;
  const items = shown.map((text) =>
    textBlock(plain(text, STYLE.body), { width: TEXT_WIDTH - indent, limit }),
  );
  const rest = snapshot.visibility.length - shown.length;
  return [
    heading("Who may see this copy", { bookmarks }),
    ...(items.length === 0
      ? [paragraph("Only people at the school.")]
      : [listBlock(items, { before: 4, indent })]),
    ...(rest > 0 ? [note("The rest stands at the end of the full part.")] : []),
  ];
}
