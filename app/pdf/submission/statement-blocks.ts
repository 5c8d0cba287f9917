import { drawnBlock } from "../engine/box-blocks";
import { breakLines, textWidth } from "../engine/break-lines";
import type { Line } from "../engine/break-lines";
import type { Block, Spot } from "../engine/flow";
import { drawMark } from "../engine/level-mark";
import { COLOUR, RULE, STYLE, TEXT_WIDTH } from "../engine/paper";
import type { TextStyle } from "../engine/paper";
import { addNode } from "../engine/structure-tree";
import type { StructureNode } from "../engine/structure-tree";
import { drawLines, heightOfLines, plain, textBlock } from "../engine/text-blocks";
import type { Snapshot, SnapshotItem } from "~/domain/submission/snapshot";
import { dutyAnswer, dutyKind, levelName, levelOf, markOf } from "./printed-words";
import type { Level } from "./printed-words";

const CODE = 34;
const SIDE = 132;
const MARK = 13;
const ABOVE = 8;

/** A statement with its level, the school's words, and the duties that stand on it. Nothing is cut. */
export function statementBlocks(snapshot: Snapshot, item: SnapshotItem): Block[] {
  const blocks = [
    statementHead(item, levelOf(snapshot, item.level)),
    ...written(item.commentary, null),
    ...written(item.whereSeen, "Where could someone see this?"),
    ...dutyBlocks(snapshot, item),
    ...written(
      item.dutyNote,
      item.duty === null ? "About the duty" : "What the school says about the duty",
    ),
    ...(item.helpWanted ? [indented("The school would like help with this.", STYLE.strong)] : []),
  ];
  return blocks.map((block, index) => ({
    ...block,
    // The head never stands alone at the foot of a page; a lone head carries nothing with it.
    keepWithNext: index === 0 ? blocks.length > 1 : block.keepWithNext,
  }));
}

function statementHead(item: SnapshotItem, level: Level | null): Block {
  const code = breakLines([{ text: item.key, style: STYLE.h3 }], CODE - 4);
  const statement = breakLines(
    [{ text: item.statement, style: STYLE.h3 }],
    TEXT_WIDTH - CODE - SIDE - 14,
  );
  const word = breakLines([{ text: levelName(level), style: STYLE.strong }], SIDE - 20);
  const heights = [code, statement, word].map(heightOfLines);
  const height = ABOVE + Math.max(MARK + 2, ...heights);
  return drawnBlock(
    height,
    (spot, parent) => {
      ruleAbove(spot);
      const inside = { ...spot, top: spot.top + ABOVE };
      drawHeading({ code, statement }, inside, addNode(parent, "H3"));
      drawLevel(level, word, inside, addNode(parent, "P"));
    },
    { before: 9 },
  );
}

function ruleAbove({ canvas, x, top }: Spot): void {
  canvas.artifact(() =>
    canvas.rule(x, top, TEXT_WIDTH, { stroke: COLOUR.line, width: RULE.table }),
  );
}

function drawHeading(
  lines: { code: Line[]; statement: Line[] },
  spot: Spot,
  node: StructureNode,
): void {
  spot.canvas.tagged(node, () => {
    drawLines(lines.code, spot);
    drawLines(lines.statement, { ...spot, x: spot.x + CODE });
  });
}

function drawLevel(level: Level | null, word: Line[], spot: Spot, node: StructureNode): void {
  const x = spot.x + TEXT_WIDTH - SIDE;
  spot.canvas.artifact(() => drawMark(markOf(level), MARK, { ...spot, x, top: spot.top + 1.1 }));
  spot.canvas.tagged(node, () => drawLines(word, { ...spot, x: x + MARK + 6 }));
}

/** What the school wrote, under a label where it needs one. */
function written(text: string, label: string | null): Block[] {
  if (text.trim() === "") return [];
  const body = indented(text.trim(), STYLE.body, label === null ? 3 : 0);
  if (label === null) return [body];
  const title = textBlock(plain(label, { ...STYLE.small, weight: "semibold" }), {
    indent: CODE,
    before: 5,
    keepWithNext: true,
  });
  return [title, body];
}

function indented(text: string, style: TextStyle, before = 4): Block {
  return textBlock(plain(text, style), { indent: CODE, before });
}

/** What the law, guidance or the owner expects, each with its source; a duty that was asked has its answer. */
function dutyBlocks(snapshot: Snapshot, item: SnapshotItem): Block[] {
  const asked = item.duties.findIndex(({ kind }) => kind === "must");
  const blocks = item.duties.map((duty, index) => {
    const source = duty.checked ? duty.source : `${duty.source} (reference to be checked)`;
    const answer = index === asked && item.duty !== null ? dutyAnswer(item.duty) : null;
    return sourceLine(dutyKind(snapshot, duty.kind), source, answer);
  });
  if (asked >= 0 || item.duty === null) return blocks;
  return [...blocks, sourceLine("Legal duty", "", dutyAnswer(item.duty))];
}

function sourceLine(kind: string, source: string, answer: string | null): Block {
  const lines = breakLines(
    [
      { text: kind, style: STYLE.smallStrong },
      { text: source === "" ? "" : `: ${source}`, style: STYLE.small },
    ],
    TEXT_WIDTH - CODE - (answer === null ? 0 : SIDE + 14),
  );
  const height = Math.max(heightOfLines(lines), answer === null ? 0 : 17);
  return drawnBlock(
    height,
    (spot, parent) => {
      const x = spot.x + CODE;
      const top = spot.top + (answer !== null && lines.length === 1 ? 2 : 0);
      spot.canvas.tagged(addNode(parent, "P"), () => drawLines(lines, { ...spot, x, top }));
      if (answer !== null) drawAnswer(answer, { ...spot, x: spot.x + TEXT_WIDTH - SIDE }, parent);
    },
    { before: 5 },
  );
}

/** A duty's answer: a word in a violet-edged box, never a mark and never a fill. */
function drawAnswer(answer: string, { canvas, x, top }: Spot, parent: StructureNode): void {
  const style = STYLE.tableStrong;
  const width = textWidth(answer, style) + 14;
  canvas.artifact(() =>
    canvas.rounded(
      x,
      top + 0.5,
      { width, height: 16, radius: 3 },
      { fill: null, stroke: COLOUR.dutyEdge, width: 1.2 },
    ),
  );
  const lines = breakLines([{ text: answer, style }], width);
  canvas.tagged(addNode(parent, "P"), () => drawLines(lines, { canvas, x: x + 7, top: top + 1.4 }));
}
