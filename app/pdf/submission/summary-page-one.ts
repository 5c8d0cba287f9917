import type { Block } from "../engine/flow";
import { columnWidth } from "../engine/box-blocks";
import { fitPage, shortened } from "./fit-page";
import { headlineTable, pair } from "./headline-table";
import { heading, note, paragraph } from "./headings";
import type { Bookmarks } from "./headings";
import { levelChart } from "./level-chart";
import {
  counted,
  dayWritten,
  firstSentence,
  itemsOf,
  levelOf,
  listed,
  sentence,
} from "./printed-words";
import { signatureBoxes } from "./signature-boxes";
import type { SubmissionInput } from "./submission-input";
import { COLUMN_GAP, summaryHead } from "./summary-head";
import type { Snapshot } from "~/domain/submission/snapshot";

type Budget = { lines: number; declaration: number; sections: number; words: boolean };

const BUDGETS: readonly Budget[] = [
  { lines: 9, declaration: 6, sections: 40, words: true },
  { lines: 6, declaration: 4, sections: 40, words: true },
  { lines: 5, declaration: 3, sections: 40, words: true },
  { lines: 3, declaration: 2, sections: 40, words: false },
  { lines: 2, declaration: 2, sections: 14, words: false },
  { lines: 2, declaration: 1, sections: 10, words: false },
  { lines: 1, declaration: 1, sections: 7, words: false },
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
  const rest = left > 0 ? ` ${counted(left, "more section")} there.` : "";
  return [
    heading("Headline by section", { before: 15 }),
    headlineTable(snapshot, shown),
    note(
      `Headlines are the school’s own judgement, not an average. Words for every statement follow from page 3.${rest}`,
    ),
    pair(
      [
        heading("All statements together", { width: WIDTH }),
        levelChart(snapshot, itemsOf(snapshot), WIDTH),
      ],
      changes(snapshot, budget),
      13,
    ),
    pair(shares(snapshot, budget), works(snapshot, budget), 13),
    heading("Signed by", { before: 13 }),
    ...(signOffs.length === 0
      ? [note("Nobody has signed yet.")]
      : signatureBoxes(signOffs, budget.declaration)),
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
    ...(furtherOn.length === 0
      ? []
      : [words(`Further on: ${namesOf(snapshot, furtherOn)}.`, budget)]),
    ...(back.length === 0 ? [] : [words(`Back: ${namesOf(snapshot, back)}.`, budget)]),
  ];
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
  const items = itemsOf(snapshot).filter(({ level }) => levelOf(snapshot, level)?.steps === 4);
  const said = items.map(({ key, short, commentary }) => {
    const own = budget.words ? firstSentence(commentary, 130) : "";
    return own === "" ? `${short} (${key}).` : `${own.slice(0, -1)} (${key}).`;
  });
  const none = "Nothing yet: no statement stands at the highest level.";
  return [
    heading("What the school would share", { width: WIDTH }),
    words(said.length === 0 ? none : said.join(" "), budget),
  ];
}

function works(snapshot: Snapshot, budget: Budget): Block[] {
  const said = snapshot.actions.map(({ title, itemKey, term }) => {
    const about = itemKey === null ? "" : ` (${itemKey})`;
    const by = term === "" ? "" : `, by ${term}`;
    return sentence(`${shortened(title, 120).replace(/\.$/, "")}${about}${by}`);
  });
  return [
    heading("What the school will work on", { width: WIDTH }),
    words(said.length === 0 ? "No action is written yet." : said.join(" "), budget),
  ];
}

function words(text: string, budget: Budget): Block {
  const limit = {
    lines: Math.max(2, budget.lines),
    more: "The rest is in the full part, from page 3.",
  };
  return paragraph(text, { width: WIDTH, limit });
}
