import { drawnBlock } from "../engine/box-blocks";
import { breakLines, textWidth } from "../engine/break-lines";
import type { Block, Spot } from "../engine/flow";
import { markColours } from "../engine/level-mark";
import { PAPER, STYLE } from "../engine/paper";
import type { TextStyle } from "../engine/paper";
import { addNode } from "../engine/structure-tree";
import type { Snapshot, SnapshotItem } from "~/domain/submission/snapshot";
import { levelCounts, markOf, spreadInWords } from "./printed-words";

const ROW = 17.4;
const BAR = 13;

type Bar = { label: string; count: number; fill: string; edge: string };

/** A small bar chart of how many statements stand at each level, most steps first. */
export function levelChart(
  snapshot: Snapshot,
  items: readonly SnapshotItem[],
  width: number,
): Block {
  const bars = barsOf(snapshot, items);
  const height = bars.length * ROW;
  return drawnBlock(
    height,
    (spot, parent) => {
      const bottom = PAPER.height - spot.top - height;
      const figure = addNode(parent, "Figure", {
        alt: `Bar chart of all statements: ${spreadInWords(snapshot, items)}.`,
        box: [spot.x, bottom, spot.x + width, bottom + height],
      });
      spot.canvas.tagged(figure, () => drawBars(bars, { ...spot, width }));
    },
    { before: 4 },
  );
}

function barsOf(snapshot: Snapshot, items: readonly SnapshotItem[]): Bar[] {
  const open = items.filter(
    (item) => !snapshot.levels.some(({ code }) => code === item.level),
  ).length;
  const unanswered = markColours({ kind: "unanswered", steps: 0 });
  return [
    ...levelCounts(snapshot, items)
      .filter(({ level, count }) => level.counts || count > 0)
      .map(({ level, count }) => ({ label: level.name, count, ...markColours(markOf(level)) })),
    ...(open > 0 ? [{ label: "Not answered", count: open, ...unanswered }] : []),
  ];
}

function drawBars(bars: readonly Bar[], spot: Spot): void {
  const label = Math.max(62, ...bars.map((bar) => textWidth(bar.label, STYLE.table))) + 5;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const longest = spot.width - label - 28;
  bars.forEach((bar, index) => {
    const top = spot.top + index * ROW;
    const width = (bar.count / most) * longest;
    drawWords(bar.label, STYLE.table, { ...spot, top: top + 1 });
    if (bar.count > 0) {
      const size = { width, height: BAR };
      spot.canvas.rectangle(spot.x + label, top + 2, size, {
        fill: bar.fill,
        stroke: bar.edge,
        width: 0.8,
      });
    }
    const beside = spot.x + label + (bar.count > 0 ? width + 6 : 0);
    drawWords(`${bar.count}`, STYLE.tableHead, { ...spot, x: beside, top: top + 1 });
  });
}

function drawWords(text: string, style: TextStyle, spot: Spot): void {
  const [line] = breakLines([{ text, style }], spot.width);
  if (line !== undefined) spot.canvas.line(line, spot.x, spot.top);
}
