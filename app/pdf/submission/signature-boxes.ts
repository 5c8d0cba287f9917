import { columnWidth, panelBlock } from "../engine/box-blocks";
import { breakLines } from "../engine/break-lines";
import { heightOf } from "../engine/flow";
import type { Block } from "../engine/flow";
import { COLOUR, STYLE } from "../engine/paper";
import { plain, textBlock } from "../engine/text-blocks";
import type { PrintedSignOff } from "~/domain/submission/snapshot";
import { shortened } from "./fit-page";
import { pair } from "./headline-table";
import { dayAndTimeOf, signOffVerb } from "./printed-words";
import { COLUMN_GAP } from "./summary-head";

const PADDING = 9;

/** At most so many lines for what was declared, and characters for a name. */
type Limits = { lines: number; most: number };

/** Signatures in boxes, two beside one another. */
export function signatureBoxes(signOffs: readonly PrintedSignOff[], limits: Limits): Block[] {
  const shown = signOffs.slice(0, 4).map((signOff) => wordsOf(signOff, limits));
  const rows: Block[] = [];
  for (let start = 0; start < shown.length; start += 2) {
    const row = shown.slice(start, start + 2);
    const height = Math.max(...row.map(heightOf)) + 2 * PADDING;
    const [left = [], right = []] = row.map((blocks) => [
      panelBlock(blocks, { edge: COLOUR.line, padding: PADDING, height }),
    ]);
    rows.push(pair(left, right, start === 0 ? 5 : 8));
  }
  return rows;
}

function wordsOf(signOff: PrintedSignOff, { lines, most }: Limits): Block[] {
  const width = columnWidth(2, COLUMN_GAP) - 2 * PADDING;
  const verb =
    signOff.kind === "signed" || signOff.kind === "countersigned"
      ? ""
      : `${signOffVerb(signOff.kind)}. `;
  const said = signOff.declaration === "" ? "" : ` “${signOff.declaration}”`;
  const when = `${verb}${dayAndTimeOf(signOff.signedAt)}.`;
  const style = STYLE.tableMuted;
  const whole = breakLines([{ text: `${when}${said}`, style }], width);
  const words =
    whole.length <= lines ? `${when}${said}` : `${when} What was declared is in the full part.`;
  return [
    textBlock(
      [
        { text: shortened(signOff.name, most), style: STYLE.strong },
        { text: `, ${shortened(signOff.title, Math.min(60, most))}`, style: STYLE.body },
      ],
      { width },
    ),
    textBlock(plain(words, style), { width, before: 3 }),
  ];
}
