import type { LevelSign } from "./level-sign";

/** Four bars, or five lower and narrower ones, in the same place of the box. */
const FOURTHS = { width: 3, gap: 0.9, first: 4, rise: 3.2, left: 4.65, of: 4 };
const FIFTHS = { width: 2.4, gap: 0.7, first: 3.4, rise: 2.55, left: 4.6, of: 5 };
const BASELINE = 18.6;
/** 45 degree lines within the box, for Ready. */
const HATCH = "M3 8L8 3M3 14.500L14.5 3M3 21L21 3M9.5 21L21 9.500M16 21L21 16";

const HALF = "M12 5.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 1.600a4.9 4.9 0 0 0 0 9.800z";

const path = (className: string, d: string) => `<path class="${className}" d="${d}"/>`;

const SHAPES = {
  tick: path("ir-mark-glyph-line", "M6 12.500l4 4 8-8.5"),
  cross: path("ir-mark-glyph-line", "M7.5 7.500l9 9M16.5 7.500l-9 9"),
  half: `<path class="ir-mark-glyph" fill-rule="evenodd" d="${HALF}"/>`,
  ready: `${path("ir-mark-hatch", HATCH)}<circle class="ir-mark-open" cx="12" cy="12" r="5"/>`,
  none: '<rect class="ir-mark-glyph" x="7" y="10.7" width="10" height="2.6" rx="0.5"/>',
} as const;

/** Bars of the steps reached, by how many; the steps above are short lines on the base. */
const BARS = { steps: barsOf(FOURTHS), fifths: barsOf(FIFTHS) } as const;

function barsOf(shape: typeof FOURTHS): string[] {
  const places = Array.from({ length: shape.of }, (_, place) => place + 1);
  return [0, ...places].map((reached) =>
    places.map((step) => bar(shape, { step, reached: step <= reached })).join(""),
  );
}

function bar(shape: typeof FOURTHS, { step, reached }: { step: number; reached: boolean }): string {
  const height = reached ? shape.first + shape.rise * (step - 1) : 1;
  const x = (shape.left + (step - 1) * (shape.width + shape.gap)).toFixed(2);
  const place = `x="${x}" y="${(BASELINE - height).toFixed(2)}"`;
  const className = reached ? "ir-mark-glyph" : "ir-mark-glyph ir-mark-rest";
  return `<rect class="${className}" ${place} width="${shape.width}" height="${height.toFixed(2)}"/>`;
}

/**
 * The shape inside a mark's box, as markup of our own. A page shows some hundred marks: drawn shape by shape they
 * were a third of its elements.
 */
export function markGlyph(level: LevelSign): string {
  return level.mark === "steps" || level.mark === "fifths"
    ? (BARS[level.mark][level.steps] ?? "")
    : SHAPES[level.mark];
}
