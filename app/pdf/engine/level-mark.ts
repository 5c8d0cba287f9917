import type { Spot } from "./flow";
import type { PageCanvas } from "./page-canvas";

/** What a mark shows: the shape a level names, or nothing answered. */
export type Mark = {
  kind: "steps" | "fifths" | "tick" | "half" | "cross" | "ready" | "none" | "unanswered";
  steps: number;
};

type Colours = { fill: string; glyph: string; edge: string };

/** Fills of the four steps (look/tokens.json, `level`), from sand to harbour. */
const STEPS: readonly Colours[] = [
  { fill: "#f8e5b4", glyph: "#14212b", edge: "#7a6a34" },
  { fill: "#8bc09c", glyph: "#14212b", edge: "#3d6b4c" },
  { fill: "#2b7f82", glyph: "#ffffff", edge: "#2b7f82" },
  { fill: "#123c56", glyph: "#ffffff", edge: "#123c56" },
];
const READY: Colours = { fill: "#ffffff", glyph: "#14212b", edge: "#14212b" };
const NONE: Colours = { fill: "#e6ebed", glyph: "#34424c", edge: "#62727c" };
const UNANSWERED: Colours = { fill: "#ffffff", glyph: "#62727c", edge: "#62727c" };

/** The colours of a mark; also those of its bar in the chart. */
export function markColours(mark: Mark): Colours {
  switch (mark.kind) {
    case "ready":
      return READY;
    case "none":
      return NONE;
    case "unanswered":
      return UNANSWERED;
    case "steps":
    case "tick":
    case "half":
    case "cross":
      return STEPS[mark.steps - 1] ?? NONE;
    case "fifths":
      // Five bars share the four fills; the bars tell the two highest apart.
      return STEPS[Math.min(mark.steps, 4) - 1] ?? NONE;
  }
}

/** Draws a mark `size` points wide with its top left corner at the spot. Tokens are in a box of 24. */
export function drawMark(mark: Mark, size: number, { canvas, x, top }: Spot): void {
  const scale = size / 24;
  const colours = markColours(mark);
  const square = { width: size - 1.5 * scale, height: size - 1.5 * scale, radius: 3 * scale };
  const [left, up] = [x + 0.75 * scale, top + 0.75 * scale];
  const dash = mark.kind === "unanswered" ? [3.4 * scale, 2.6 * scale] : [];
  const edge = { stroke: colours.edge, width: Math.max(0.6, 1.5 * scale), dash };
  canvas.rounded(left, up, square, { fill: colours.fill, ...edge });
  if (mark.kind === "ready") {
    canvas.clipped(left, up, square, () => drawHatch(canvas, { x, top, size }));
    canvas.rounded(left, up, square, { fill: null, ...edge });
  }
  drawGlyph(mark, { canvas, x, top, scale, glyph: colours.glyph });
}

type GlyphPlace = { canvas: PageCanvas; x: number; top: number; scale: number; glyph: string };

function drawGlyph(mark: Mark, place: GlyphPlace): void {
  const { canvas, x, top, scale, glyph } = place;
  const at = (left: number, down: number) => [x + left * scale, top + down * scale] as const;
  const pen = { fill: null, stroke: glyph, width: 2.4 * scale };
  switch (mark.kind) {
    case "steps":
      drawBars(mark.steps, FOURTHS, place);
      return;
    case "fifths":
      drawBars(mark.steps, FIFTHS, place);
      return;
    case "tick":
      canvas.path([at(6.5, 12.5), at(10.4, 16.4), at(17.6, 8)], pen);
      return;
    case "cross":
      canvas.path([at(8, 8), at(16, 16)], pen);
      canvas.path([at(16, 8), at(8, 16)], pen);
      return;
    case "half":
      drawHalfDisc(place);
      return;
    case "ready":
      canvas.circle(...at(12, 12), 5 * scale, { fill: "#ffffff", stroke: glyph, width: 2 * scale });
      return;
    case "none":
      canvas.rectangle(
        ...at(7, 10.8),
        { width: 10 * scale, height: 2.4 * scale },
        { fill: glyph, stroke: null },
      );
      return;
    case "unanswered":
      return;
  }
}

/** Bars in a box of 24, as on screen. */
const FOURTHS = { of: 4, width: 3, gap: 0.9, first: 4, rise: 3.2 };
const FIFTHS = { of: 5, width: 2.4, gap: 0.7, first: 3.4, rise: 2.55 };

/** Rising bars, one for each step; a low foot stands where the others would be. */
function drawBars(steps: number, bars: typeof FOURTHS, place: GlyphPlace): void {
  const { canvas, x, top, scale, glyph } = place;
  const first = (24 - (bars.of * bars.width + (bars.of - 1) * bars.gap)) / 2;
  for (let bar = 0; bar < bars.of; bar += 1) {
    const height = bar < steps ? bars.first + bars.rise * bar : 1;
    const left = x + (first + bar * (bars.width + bars.gap)) * scale;
    const size = { width: bars.width * scale, height: height * scale };
    canvas.rectangle(left, top + (18.6 - height) * scale, size, { fill: glyph, stroke: null });
  }
}

function drawHalfDisc({ canvas, x, top, scale, glyph }: GlyphPlace): void {
  const [middle, centre, radius] = [x + 12 * scale, top + 12 * scale, 5.6 * scale];
  canvas.circle(middle, centre, radius, { fill: null, stroke: glyph, width: 1.6 * scale });
  const points = Array.from({ length: 13 }, (_, step) => {
    const angle = Math.PI / 2 + (Math.PI * step) / 12;
    return [middle + radius * Math.cos(angle), centre + radius * Math.sin(angle)] as const;
  });
  canvas.path(points, { fill: glyph, stroke: null });
}

function drawHatch(
  canvas: PageCanvas,
  { x, top, size }: { x: number; top: number; size: number },
): void {
  const scale = size / 24;
  for (let start = -24; start < 24; start += 5) {
    canvas.path(
      [
        [x + start * scale, top + size],
        [x + (start + 24) * scale, top],
      ],
      { fill: null, stroke: "#62727c", width: 1.7 * scale },
    );
  }
}
