import { breakLines } from "./break-lines";
import type { Line, Span } from "./break-lines";
import type { Block, Piece, Spot } from "./flow";
import { TEXT_WIDTH } from "./paper";
import type { TextStyle } from "./paper";
import { addNode } from "./structure-tree";
import type { StructureNode, StructureType } from "./structure-tree";

export type TextOptions = {
  width?: number;
  before?: number;
  indent?: number;
  keepWithNext?: boolean;
  type?: StructureType;
  /** At most so many lines; `more` then ends the last one, saying where the rest stands. */
  limit?: { lines: number; more: string };
  onPlace?: Block["onPlace"];
};

/** A paragraph or heading, parted between lines, but never so that one line stands alone. */
export function textBlock(spans: readonly Span[], options: TextOptions = {}): Block {
  const { width = TEXT_WIDTH, before = 0, indent = 0, keepWithNext = false, type = "P" } = options;
  const lines = limitedLines(spans, width - indent, options.limit);
  const groups = keepTogether(lines);
  return {
    before,
    keepWithNext,
    lead: 1,
    heights: groups.map(heightOfLines),
    onPlace: options.onPlace,
    open: (parent) => {
      const node = addNode(parent, type);
      return { head: null, pieces: groups.map((group) => linesPiece(group, node, indent)) };
    },
  };
}

/** Lines of text in one style, from one string. */
export function plain(text: string, style: TextStyle): Span[] {
  return [{ text, style }];
}

/** Lines as one unparted piece, `indent` points in, tagged as content of `node`. */
export function linesPiece(lines: readonly Line[], node: StructureNode, indent = 0): Piece {
  return {
    height: heightOfLines(lines),
    draw: (spot) =>
      spot.canvas.tagged(node, () => drawLines(lines, { ...spot, x: spot.x + indent })),
  };
}

/** Draws lines below one another. The caller says what they belong to. */
export function drawLines(lines: readonly Line[], spot: Omit<Spot, "width">): void {
  let top = spot.top;
  for (const line of lines) {
    spot.canvas.line(line, spot.x, top);
    top += line.height;
  }
}

export function heightOfLines(lines: readonly Line[]): number {
  return lines.reduce((total, line) => total + line.height, 0);
}

/** Breaks spans into lines; beyond the limit the last line gives way to words saying where the rest is. */
export function limitedLines(
  spans: readonly Span[],
  width: number,
  limit: TextOptions["limit"],
): Line[] {
  const lines = breakLines(spans, width);
  const style = spans[0]?.style;
  if (limit === undefined || style === undefined || lines.length <= limit.lines) return lines;
  const more = breakLines([{ text: limit.more, style }], width);
  return [...lines.slice(0, Math.max(0, limit.lines - more.length)), ...more];
}

/** Groups lines so that the first two and the last two are never parted. */
function keepTogether(lines: readonly Line[]): Line[][] {
  if (lines.length <= 3) return [[...lines]];
  const middle = lines.slice(2, -2).map((line) => [line]);
  return [lines.slice(0, 2), ...middle, lines.slice(-2)];
}
