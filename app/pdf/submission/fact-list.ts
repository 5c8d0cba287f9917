import { breakLines } from "../engine/break-lines";
import type { Line } from "../engine/break-lines";
import { drawnBlock } from "../engine/box-blocks";
import type { Block, Spot } from "../engine/flow";
import { STYLE } from "../engine/paper";
import { addNode } from "../engine/structure-tree";
import type { StructureNode } from "../engine/structure-tree";
import { drawLines, heightOfLines } from "../engine/text-blocks";

export type Fact = { label: string; value: string };

const LABEL = 97;
const ROW_GAP = 2;

/** Labels with their values beside them, as a list: each item's label and body are told apart. */
export function factList(
  facts: readonly Fact[],
  { width, before = 0 }: { width: number; before?: number },
): Block {
  const rows = facts.map(({ label, value }) => ({
    label: breakLines([{ text: label, style: STYLE.muted }], LABEL - 6),
    value: breakLines([{ text: value, style: STYLE.strong }], width - LABEL),
  }));
  const heights = rows.map(
    (row) => Math.max(heightOfLines(row.label), heightOfLines(row.value)) + ROW_GAP,
  );
  const height = heights.reduce((total, each) => total + each, 0);
  return drawnBlock(
    height,
    (spot, parent) => {
      const list = addNode(parent, "L");
      let { top } = spot;
      rows.forEach((row, index) => {
        drawFact(row, { ...spot, top }, addNode(list, "LI"));
        top += heights[index] ?? 0;
      });
    },
    { before },
  );
}

function drawFact(row: { label: Line[]; value: Line[] }, spot: Spot, item: StructureNode): void {
  spot.canvas.tagged(addNode(item, "Lbl"), () => drawLines(row.label, spot));
  const beside = { ...spot, x: spot.x + LABEL };
  spot.canvas.tagged(addNode(item, "LBody"), () => drawLines(row.value, beside));
}
