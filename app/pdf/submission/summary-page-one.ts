import type { Block } from "../engine/flow";
import { columnWidth } from "../engine/box-blocks";
import { fitPage, sentencesThatFit, shortened } from "./fit-page";
import { headlineTable, pair } from "./headline-table";
import { heading, note, paragraph } from "./headings";
import type { Bookmarks } from "./headings";
import { levelChart } from "./level-chart";
import {
  counted,
  dayWritten,
  firstSentence,
  itemsOf,
  highestLevel,
  listed,
  sentence,
  termWritten,
} from "./printed-words";
import { signatureBoxes } from "./signature-boxes";
import type { SubmissionInput } from "./submission-input";
import { COLUMN_GAP, summaryHead } from "./summary-head";
import type { Snapshot } from "~/domain/submission/snapshot";

/** `tight` closes up rows and headings; `most` is the longest section title or name, in characters. */
type Budget = {
  lines: number;
  declaration: number;
  sections: number;
  most: number;
  tight: boolean;
};

const ROOMY: Budget = { lines: 9, declaration: 6, sections: 40, most: 90, tight: false };

const BUDGETS: readonly Budget[] = [
  ROOMY,
  { ...ROOMY, lines: 6, declaration: 4 },
  { ...ROOMY, lines: 5, declaration: 3 },
  { ...ROOMY, lines: 5, declaration: 3, tight: true },
  { ...ROOMY, lines: 4, declaration: 2, tight: true },
  { ...ROOMY, lines: 3, declaration: 2, tight: true, most: 60 },
  { lines: 2, declaration: 2, sections: 14, most: 48, tight: true },
  { lines: 2, declaration: 1, sections: 10, most: 44, tight: true },
  { lines: 2, declaration: 1, sections: 6, most: 40, tight: true },
];

const WIDTH = columnWidth(2, COLUMN_GAP);

/** Page 1 of the summary. No duty stands here (look/README.md section 3). */
export function summaryPageOne(
  input: SubmissionInput,
  room: number,
  bookmarks: Bookmarks,
): Block[] {
  const head = summaryHead(input, []);
  const blocks = fitPage(BUDGETS, room, (budget) => [...head, ...pageOneBody(input, budget)]);
  // Measuring places nothing, but the head that is drawn is the one that keeps bookmarks.
  return [...summaryHead(input, bookmarks), ...blocks.slice(head.length)];
}

function pageOneBody(input: SubmissionInput, budget: Budget): Block[] {
  const { snapshot, signOffs } = input;
  const shown = snapshot.sections.slice(0, budget.sections);
  const left = snapshot.sections.length - shown.length;
  const gap = budget.tight ? 7 : 13;
  const rest = left > 0 ? ` ${counted(left, "more section")} there.` : "";
  return [
    heading("Headline by section", { before: budget.tight ? 9 : 15 }),
    headlineTable(snapshot, shown, budget),
    note(
      `Headlines are the school’s own judgement, not an average. Words for every statement follow from page 3.${rest}`,
    ),
    pair(
      [
        heading("All statements together", { width: WIDTH }),
        levelChart(snapshot, itemsOf(snapshot), WIDTH),
      ],
      changes(snapshot, budget),
      gap,
    ),
    pair(shares(snapshot, budget), works(snapshot, budget), gap),
    heading("Signed by", { before: gap }),
    ...(signOffs.length === 0
      ? [note("Nobody has signed yet.")]
      : signatureBoxes(signOffs, { lines: budget.declaration, most: budget.most })),
    note("Legal duties, actions and who may see this are on page 2."),
  ];
}

function changes(snapshot: Snapshot, budget: Budget): Block[] {
  const { changes: since } = snapshot;
  const title = heading("Since the last signed copy", { width: WIDTH });
  if (since === null)
    return [
      title,
      words("This is the first signed copy, so there is nothing to set beside it.", budget),
    ];
  const { furtherOn, back, same } = since;
  const counts = `${counted(furtherOn.length, "statement")} further on, ${back.length} back, ${same.length} the same.`;
  return [
    title,
    words(`Last signed ${dayWritten(since.since)}: ${counts}`, budget),
    ...named("Further on", namesOf(snapshot, furtherOn), budget),
    ...named("Back", namesOf(snapshot, back), budget),
  ];
}

function named(label: string, names: string, budget: Budget): Block[] {
  return names === "" ? [] : [words(`${label}: ${names}.`, budget)];
}

function namesOf(snapshot: Snapshot, keys: readonly string[]): string {
  const names = itemsOf(snapshot)
    .filter(({ key }) => keys.includes(key))
    .map(({ key, short }) => `${key} ${lowered(short)}`);
  return names.length > 6
    ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more`
    : listed(names);
}

/** "Clear communication" within a sentence; an abbreviation such as "SEN list" keeps its capitals. */
const lowered = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

function shares(snapshot: Snapshot, budget: Budget): Block[] {
  const highest = highestLevel(snapshot);
  const items = itemsOf(snapshot).filter(({ level }) => level === highest?.code);
  const said = items.map(({ key, short, commentary }) => {
    const own = firstSentence(commentary, 130);
    return own === "" ? `${short} (${key}).` : `${own.slice(0, -1)} (${key}).`;
  });
  const limits = { width: WIDTH, lines: budget.lines, one: "statement", many: "statements" };
  const none = "Nothing yet: no statement stands at the highest level.";
  return [
    heading("What the school would share", { width: WIDTH }),
    words(said.length === 0 ? none : sentencesThatFit(said, limits), budget),
  ];
}

function works(snapshot: Snapshot, budget: Budget): Block[] {
  const said = snapshot.actions.map(({ title, itemKey, term }) => {
    const about = itemKey === null ? "" : ` (${itemKey})`;
    const by = term === "" ? "" : `, by ${termWritten(term, "sentence")}`;
    return sentence(`${shortened(title, 120).replace(/\.$/, "")}${about}${by}`);
  });
  const limits = { width: WIDTH, lines: budget.lines, one: "action", many: "actions" };
  return [
    heading("What the school will work on", { width: WIDTH }),
    words(said.length === 0 ? "No action is written yet." : sentencesThatFit(said, limits), budget),
  ];
}

function words(text: string, budget: Budget): Block {
  const limit = {
    lines: Math.max(2, budget.lines),
    more: "The rest is in the full part, from page 3.",
  };
  return paragraph(text, { width: WIDTH, limit });
}
