import type { ModeratedView } from "~/domain/visit/states";
import type { Spot } from "../engine/flow";
import { COLOUR } from "../engine/paper";

/** Colours of the moderated view (look/README.md section 3); its word always stands beside it. */
const FURTHER = "#56348c";
const NOT_YET = "#8a4b08";

/** Draws the mark of a view, `size` points wide: a triangle up, two lines, a triangle down, a dashed ring. */
export function drawViewMark(
  view: ModeratedView,
  size: number,
  { canvas, x, top }: Pick<Spot, "canvas" | "x" | "top">,
): void {
  const at = (left: number, down: number) => [x + left * size, top + down * size] as const;
  switch (view) {
    case "further-on":
      canvas.path([at(0.5, 0.1), at(0.95, 0.9), at(0.05, 0.9)], { fill: FURTHER, stroke: null });
      return;
    case "not-there-yet":
      canvas.path([at(0.05, 0.1), at(0.95, 0.1), at(0.5, 0.9)], { fill: NOT_YET, stroke: null });
      return;
    case "about-there": {
      const bar = { width: size * 0.9, height: size * 0.16 };
      const paint = { fill: COLOUR.ink, stroke: null };
      canvas.rectangle(x + size * 0.05, top + size * 0.28, bar, paint);
      canvas.rectangle(x + size * 0.05, top + size * 0.6, bar, paint);
      return;
    }
    case "not-looked-at": {
      const dash = [size * 0.2, size * 0.14];
      const ring = { fill: null, stroke: COLOUR.control, width: 0.9, dash };
      canvas.circle(...at(0.5, 0.5), size * 0.42, ring);
    }
  }
}
