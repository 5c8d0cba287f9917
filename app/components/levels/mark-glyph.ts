import type { LevelSign } from "./level-sign";

const BAR = { width: 3, gap: 0.9, first: 4, rise: 3.2, baseline: 18.6, left: 4.65 };
const STEPS = [1, 2, 3, 4] as const;
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

/** Bars of the steps reached; the steps above are short lines on the base. */
const BARS = [0, 1, 2, 3, 4].map((steps) => STEPS.map((step) => bar(step, step <= steps)).join(""));

function bar(step: number, reached: boolean): string {
  const height = reached ? BAR.first + BAR.rise * (step - 1) : 1;
  const x = (BAR.left + (step - 1) * (BAR.width + BAR.gap)).toFixed(2);
  const place = `x="${x}" y="${(BAR.baseline - height).toFixed(2)}"`;
  const className = reached ? "ir-mark-glyph" : "ir-mark-glyph ir-mark-rest";
  return `<rect class="${className}" ${place} width="${BAR.width}" height="${height.toFixed(2)}"/>`;
}

/**
 * The shape inside a mark's box, as markup of our own. A page shows some hundred marks: drawn shape by shape they
 * were a third of its elements.
 */
export function markGlyph(level: LevelSign): string {
  return level.mark === "steps" ? (BARS[level.steps] ?? "") : SHAPES[level.mark];
}
