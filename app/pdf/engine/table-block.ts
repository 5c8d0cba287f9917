import type { Line, Span } from "./break-lines";
import { breakLines } from "./break-lines";
import { sum } from "./flow";
import type { Block, Piece, Spot } from "./flow";
import { COLOUR, PAPER, RULE, TEXT_WIDTH } from "./paper";
import { addNode } from "./structure-tree";
import type { StructureNode } from "./structure-tree";
import { drawLines, heightOfLines } from "./text-blocks";

/** What a cell draws besides its words, such as a mark, left of them. `width` is kept free for it. */
export type CellDrawing = {
  width: number;
  height: number;
  /** Set when the drawing says something the words do not: it becomes a figure. */
  alt: string | null;
  draw: (spot: Spot) => void;
};

export type Cell = { spans: readonly Span[]; drawing?: CellDrawing };

export type Column = { width: number; heading: readonly Span[]; right?: boolean };

export type TableOptions = {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  before?: number;
  width?: number;
  /** Space above and below the words of a row. */
  padding?: number;
};

type Row = { cells: readonly Cell[]; lines: readonly Line[][]; height: number };

const GAP = 12;
/** A row taller than this is parted, so that no page is left half empty. */
const WHOLE_ROW = (PAPER.height - PAPER.top - PAPER.bottom) / 2;
const PARTED_LINES = 8;

/** A table with lines between rows only; its header row stands again on each page. */
export function tableBlock(options: TableOptions): Block {
  const { columns, padding = 3 } = options;
  const heading = rowOf(
    columns.map(({ heading: spans }) => ({ spans })),
    columns,
    padding,
  );
  const rows = options.rows.map((cells) => rowOf(cells, columns, padding));
  const parts = rows.map((row) => partsOf(row, padding));
  return {
    before: options.before ?? 0,
    keepWithNext: false,
    lead: Math.min(2, 1 + rows.length),
    heights: [heading.height, ...parts.flat().map(({ height }) => height)],
    open: (parent) => {
      const table = addNode(parent, "Table");
      const context = { columns, padding, width: options.width ?? TEXT_WIDTH };
      const head = headPiece(heading, addNode(addNode(table, "THead"), "TR"), context);
      const body = addNode(table, "TBody");
      const pieces = parts.flatMap((ofRow) => rowPieces(ofRow, addNode(body, "TR"), context));
      return { head: headPiece(heading, null, context), pieces: [head, ...pieces] };
    },
  };
}

type Context = { columns: readonly Column[]; padding: number; width: number };

function rowOf(cells: readonly Cell[], columns: readonly Column[], padding: number): Row {
  const lines = cells.map((cell, index) => {
    const last = index === cells.length - 1;
    const width = (columns[index]?.width ?? 0) - (cell.drawing?.width ?? 0) - (last ? 0 : GAP);
    return breakLines(cell.spans, width);
  });
  return { cells, lines, height: heightOfRow(cells, lines) + 2 * padding };
}

function heightOfRow(cells: readonly Cell[], lines: readonly Line[][]): number {
  return Math.max(...lines.map(heightOfLines), ...cells.map(({ drawing }) => drawing?.height ?? 0));
}

/** A row as it is; a very tall one as parts of a few lines each. */
function partsOf(row: Row, padding: number): Row[] {
  if (row.height <= WHOLE_ROW) return [row];
  const count = Math.ceil(Math.max(...row.lines.map(({ length }) => length)) / PARTED_LINES);
  return Array.from({ length: count }, (_, part) => {
    const lines = row.lines.map((cell) =>
      cell.slice(part * PARTED_LINES, (part + 1) * PARTED_LINES),
    );
    const cells = part === 0 ? row.cells : row.cells.map(({ spans }) => ({ spans }));
    const edges = (part === 0 ? padding : 0) + (part === count - 1 ? padding : 0);
    return { cells, lines, height: heightOfRow(cells, lines) + edges };
  });
}

function headPiece(row: Row, node: StructureNode | null, context: Context): Piece {
  const nodes = context.columns.map(() =>
    node === null ? null : addNode(node, "TH", { scope: "Column" }),
  );
  return {
    height: row.height,
    draw: (spot) => {
      row.lines.forEach((lines, index) => {
        const height = heightOfLines(lines);
        const top = spot.top + row.height - context.padding - height;
        drawCellLines(lines, nodes[index] ?? null, { spot: { ...spot, top }, index, context });
      });
      ruleBelow(spot, row.height, {
        width: context.width,
        colour: COLOUR.ink,
        weight: RULE.tableHead,
      });
    },
  };
}

function rowPieces(parts: readonly Row[], row: StructureNode, context: Context): Piece[] {
  const nodes = context.columns.map((_, index) =>
    index === 0 ? addNode(row, "TH", { scope: "Row" }) : addNode(row, "TD"),
  );
  return parts.map((part, at) => ({
    height: part.height,
    draw: (spot) => {
      const top = spot.top + (at === 0 ? context.padding : 0);
      part.cells.forEach((cell, index) =>
        drawCell(cell, part.lines[index] ?? [], {
          nodes,
          spot: { ...spot, top },
          index,
          context,
          room: part.height - 2 * context.padding,
        }),
      );
      if (at === parts.length - 1) {
        ruleBelow(spot, part.height, {
          width: context.width,
          colour: COLOUR.line,
          weight: RULE.table,
        });
      }
    },
  }));
}

type CellPlace = { spot: Spot; index: number; context: Context };

function drawCell(
  cell: Cell,
  lines: readonly Line[],
  place: CellPlace & { nodes: readonly StructureNode[]; room: number },
): void {
  const { drawing } = cell;
  const node = place.nodes[place.index] ?? null;
  if (drawing !== undefined)
    drawBeside(drawing, node, { ...place, firstLine: lines[0]?.height ?? 0 });
  const x = place.spot.x + (drawing?.width ?? 0);
  const height = heightOfLines(lines);
  // A single line sits in the middle of the first line's height of a taller mark beside it.
  const down =
    lines.length === 1 && drawing !== undefined ? Math.max(0, (drawing.height - height) / 2) : 0;
  if (lines.some(({ stretches }) => stretches.length > 0)) {
    drawCellLines(lines, node, {
      ...place,
      spot: { ...place.spot, x, top: place.spot.top + down },
    });
  }
}

function drawBeside(
  drawing: CellDrawing,
  node: StructureNode | null,
  { spot, index, context, firstLine }: CellPlace & { firstLine: number },
): void {
  const x = spot.x + columnStart(context.columns, index);
  const top = spot.top + Math.max(0, (firstLine - drawing.height) / 2);
  const draw = () => drawing.draw({ ...spot, x, top });
  if (drawing.alt === null || node === null) {
    spot.canvas.artifact(draw);
    return;
  }
  const box = [
    x,
    PAPER.height - top - drawing.height,
    x + drawing.width,
    PAPER.height - top,
  ] as const;
  spot.canvas.tagged(addNode(node, "Figure", { alt: drawing.alt, box }), draw);
}

function drawCellLines(lines: readonly Line[], node: StructureNode | null, place: CellPlace): void {
  const { spot, index, context } = place;
  const column = context.columns[index];
  const start = spot.x + columnStart(context.columns, index);
  const draw = () => {
    let { top } = spot;
    for (const line of lines) {
      const x = column?.right === true ? start + column.width - GAP - line.width : start;
      drawLines([line], { canvas: spot.canvas, x, top });
      top += line.height;
    }
  };
  if (node === null) spot.canvas.artifact(draw);
  else spot.canvas.tagged(node, draw);
}

const columnStart = (columns: readonly Column[], index: number): number =>
  sum(columns.slice(0, index).map(({ width }) => width));

function ruleBelow(
  spot: Spot,
  height: number,
  { width, colour, weight }: { width: number; colour: string; weight: number },
): void {
  spot.canvas.artifact(() =>
    spot.canvas.rule(spot.x, spot.top + height - weight / 2, width, {
      stroke: colour,
      width: weight,
    }),
  );
}
