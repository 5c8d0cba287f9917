import { heightOf } from "./flow";
import type { Block, Piece, Spot } from "./flow";
import { TEXT_WIDTH } from "./paper";
import { addNode } from "./structure-tree";
import type { StructureNode } from "./structure-tree";

/** Blocks side by side, never parted: each column is read to its end before the next. */
export function columnsBlock(
  columns: readonly (readonly Block[])[],
  { gap, before }: { gap: number; before: number },
): Block {
  const height = Math.max(0, ...columns.map(heightOf));
  return {
    before,
    keepWithNext: false,
    lead: 1,
    heights: [height],
    open: (parent) => ({
      head: null,
      pieces: [{ height, draw: (spot) => drawColumns(columns, { spot, gap, parent }) }],
    }),
  };
}

/** The width of one of `count` columns with `gap` between them. */
export function columnWidth(count: number, gap: number, width: number = TEXT_WIDTH): number {
  return (width - gap * (count - 1)) / count;
}

function drawColumns(
  columns: readonly (readonly Block[])[],
  { spot, gap, parent }: { spot: Spot; gap: number; parent: StructureNode },
): void {
  const width = columnWidth(columns.length, gap, spot.width);
  columns.forEach((blocks, index) =>
    drawInPlace(blocks, { ...spot, x: spot.x + index * (width + gap), width }, parent),
  );
}

/** Draws blocks below one another from a spot on, without breaking pages. */
export function drawInPlace(blocks: readonly Block[], spot: Spot, parent: StructureNode): void {
  let top = spot.top;
  blocks.forEach((block, index) => {
    if (index > 0) top += block.before;
    block.onPlace?.(spot.canvas.index, top);
    for (const piece of block.open(parent).pieces) {
      piece.draw({ ...spot, top });
      top += piece.height;
    }
  });
}

/** Something drawn whole, with a structure element of its own making. */
export function drawnBlock(
  height: number,
  draw: (spot: Spot, parent: StructureNode) => void,
  options: { before?: number; keepWithNext?: boolean } = {},
): Block {
  return {
    before: options.before ?? 0,
    keepWithNext: options.keepWithNext ?? false,
    lead: 1,
    heights: [height],
    open: (parent) => ({
      head: null,
      pieces: [{ height, draw: (spot: Spot) => draw(spot, parent) }],
    }),
  };
}

/** A list: each item is a text block of its own, with a drawn bullet in front of its first line. */
export function listBlock(
  items: readonly Block[],
  { before = 0, gap = 3, indent = 12 }: { before?: number; gap?: number; indent?: number } = {},
): Block {
  const heights = items.flatMap((item, index) => {
    const [first = 0, ...rest] = item.heights;
    return [first + (index === 0 ? 0 : gap), ...rest];
  });
  return {
    before,
    keepWithNext: false,
    lead: 1,
    heights,
    open: (parent) => {
      const list = addNode(parent, "L");
      const pieces = items.flatMap((item, index) =>
        itemPieces(item, { list, indent, gap: index === 0 ? 0 : gap }),
      );
      return { head: null, pieces };
    },
  };
}

function itemPieces(
  item: Block,
  { list, indent, gap }: { list: StructureNode; indent: number; gap: number },
): Piece[] {
  const body = addNode(addNode(list, "LI"), "LBody");
  return item.open(body).pieces.map((piece, index) => {
    const space = index === 0 ? gap : 0;
    return {
      height: piece.height + space,
      draw: (spot) => {
        const top = spot.top + space;
        if (index === 0) drawBullet({ ...spot, top });
        piece.draw({ ...spot, x: spot.x + indent, top, width: spot.width - indent });
      },
    };
  });
}

function drawBullet({ canvas, x, top }: Spot): void {
  canvas.artifact(() => canvas.circle(x + 3, top + 7.9, 1.6, { fill: "#62727c", stroke: null }));
}

/** Space and nothing else. */
export function gapBlock(height: number): Block {
  return {
    before: 0,
    keepWithNext: true,
    lead: 1,
    heights: [height],
    open: () => ({ head: null, pieces: [{ height, draw: () => undefined }] }),
  };
}

/** A panel with an edge around blocks, never parted. */
export function panelBlock(
  blocks: readonly Block[],
  options: { edge: string; padding: number; before?: number; height?: number },
): Block {
  const height = options.height ?? heightOf(blocks) + 2 * options.padding;
  return drawnBlock(
    height,
    (spot, parent) => {
      const { padding, edge } = options;
      const size = { width: spot.width, height, radius: 3 };
      spot.canvas.artifact(() =>
        spot.canvas.rounded(spot.x, spot.top, size, { fill: null, stroke: edge, width: 0.9 }),
      );
      const inside = {
        ...spot,
        x: spot.x + padding,
        top: spot.top + padding,
        width: spot.width - 2 * padding,
      };
      drawInPlace(blocks, inside, parent);
    },
    { before: options.before },
  );
}
