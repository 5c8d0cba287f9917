import { drawnBlock } from "../engine/box-blocks";
import type { Block } from "../engine/flow";
import { COLOUR, RULE } from "../engine/paper";
import { plain, textBlock, type TextOptions } from "../engine/text-blocks";
import { bookmarkAs, type Bookmarks } from "../submission/headings";
import type { RecordLook } from "./record-look";

/** A second-level heading in the size of the look. */
export function recordHeading(
  text: string,
  look: RecordLook,
  options: { before?: number; bookmarks?: Bookmarks; width?: number } = {},
): Block {
  const { before = look.gap, bookmarks, width } = options;
  const onPlace = bookmarkAs(text, bookmarks);
  const style = look.heading;
  return textBlock(plain(text, style), { type: "H2", before, keepWithNext: true, onPlace, width });
}

/** Words in the size of the look. */
export const words = (text: string, look: RecordLook, options: TextOptions = {}): Block =>
  textBlock(plain(text, look.body), { before: look.step, ...options });

/** "What we saw: …": a label and its words in one paragraph. */
export function labelled(
  label: string,
  text: string,
  { look, ...options }: { look: RecordLook } & TextOptions,
): Block {
  const spans = [
    { text: `${label}: `, style: look.strong },
    { text, style: look.body },
  ];
  return textBlock(spans, { before: look.step, ...options });
}

/** A thin line across the page, between findings. */
export function ruleBlock(before: number): Block {
  return drawnBlock(
    1,
    ({ canvas, x, top, width }) =>
      canvas.artifact(() => canvas.rule(x, top, width, { stroke: COLOUR.line, width: RULE.table })),
    { before, keepWithNext: true },
  );
}
