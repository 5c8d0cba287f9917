import { breakLines, textWidth } from "../engine/break-lines";
import type { Flow, Spot } from "../engine/flow";
import type { PageCanvas } from "../engine/page-canvas";
import { COLOUR, PAPER, RULE, STYLE, TEXT_WIDTH } from "../engine/paper";
import type { TextStyle } from "../engine/paper";
import { addNode } from "../engine/structure-tree";
import type { StructureNode } from "../engine/structure-tree";

/** What the heads and feet of a document's pages say. `draft`: the words across the head of each, or null. */
export type Furniture = {
  /** Right of the first page's head: a line, and under it the reference. */
  first: { above: string; below: string };
  /** The head of the later pages. */
  later: { left: string; right: string };
  foot: string;
  draft: string | null;
};

const NAME: TextStyle = { ...STYLE.h2, leading: 1.3 };
const REFERENCE: TextStyle = { ...STYLE.body, weight: "bold" };
const DRAFT: TextStyle = { ...STYLE.body, weight: "bold", colour: COLOUR.ink };
const RIGHT = PAPER.width - PAPER.right;

/** The head of the first page: the service, and which signed copy this is, under its reference. */
export function drawFirstHead(page: PageCanvas, root: StructureNode, says: Furniture): void {
  drawDraftBand(page, says);
  page.artifact(() => drawLogo(page, PAPER.left, 21));
  page.tagged(addNode(root, "P"), () =>
    drawText(page, "Inclusion Review", NAME, { x: PAPER.left + 39, top: 22.5 }),
  );
  const { above, below } = says.first;
  if (above !== "") {
    page.tagged(addNode(root, "P"), () => drawRight(page, above, STYLE.muted, 18.5));
  }
  page.tagged(addNode(root, "P"), () => drawRight(page, below, REFERENCE, 33.5));
  page.artifact(() =>
    page.rule(PAPER.left, 58, TEXT_WIDTH, { stroke: COLOUR.harbour, width: RULE.head }),
  );
}

/** Heads of the later pages and the foot of every page, once the number of pages is known. */
export function drawFurniture(flow: Flow, says: Furniture): void {
  for (const page of flow.pages) {
    if (page.index > 0) page.furniture("Header", () => drawLaterHead(page, says));
    page.furniture("Footer", () => drawFoot(page, says, flow.pages.length));
  }
}

function drawLaterHead(page: PageCanvas, { later, draft }: Furniture): void {
  if (draft !== null) drawBand(page, draft);
  const { left, right } = later;
  const room = TEXT_WIDTH - textWidth(right, STYLE.small) - 24;
  drawText(page, oneLine(left, STYLE.small, room), STYLE.small, { x: PAPER.left, top: 26 });
  drawRight(page, right, { ...STYLE.small, weight: "semibold" }, 26);
  page.rule(PAPER.left, 43, TEXT_WIDTH, { stroke: COLOUR.harbour, width: 1.1 });
}

/** Text on one line no wider than `width`; a longer one ends in an ellipsis (it stands whole on page 1). */
function oneLine(text: string, style: TextStyle, width: number): string {
  if (textWidth(text, style) <= width) return text;
  const characters = Array.from(text.slice(0, 200));
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, style) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

function drawFoot(page: PageCanvas, says: Furniture, pages: number): void {
  const top = PAPER.height - 42;
  page.rule(PAPER.left, top, TEXT_WIDTH, { stroke: COLOUR.line, width: RULE.table });
  const right = `Page ${page.index + 1} of ${pages}`;
  const room = TEXT_WIDTH - textWidth(right, STYLE.small) - 18;
  const left = oneLine(says.foot, STYLE.small, room);
  drawText(page, left, STYLE.small, { x: PAPER.left, top: top + 5 });
  drawRight(page, right, STYLE.small, top + 5);
}

function drawDraftBand(page: PageCanvas, { draft }: Furniture): void {
  if (draft !== null) page.furniture("Header", () => drawBand(page, draft));
}

function drawBand(page: PageCanvas, words: string): void {
  page.rectangle(0, 0, { width: PAPER.width, height: 17 }, { fill: "#f8e5b4", stroke: null });
  const width = textWidth(words, DRAFT);
  drawText(page, words, DRAFT, { x: Math.max(PAPER.left, (PAPER.width - width) / 2), top: 0.8 });
}

function drawText(
  page: PageCanvas,
  text: string,
  style: TextStyle,
  at: Pick<Spot, "x" | "top">,
): void {
  const [line] = breakLines([{ text, style }], PAPER.width);
  if (line !== undefined) page.line(line, at.x, at.top);
}

function drawRight(page: PageCanvas, text: string, style: TextStyle, top: number): void {
  drawText(page, text, style, { x: RIGHT - textWidth(text, style), top });
}

/** Two circles that overlap: the school's own review and the second view. */
function drawLogo(page: PageCanvas, x: number, top: number): void {
  const radius = 9.4;
  const centre = top + 10.3;
  const [left, right] = [x + 10.3, x + 20];
  const size = { width: 2 * radius, height: 2 * radius, radius };
  page.clipped(left - radius, centre - radius, size, () =>
    page.circle(right, centre, radius, { fill: COLOUR.harbour, stroke: null }),
  );
  page.circle(right, centre, radius, { fill: null, stroke: COLOUR.pine, width: 1.9 });
  page.circle(left, centre, radius, { fill: null, stroke: COLOUR.harbour, width: 1.9 });
}
