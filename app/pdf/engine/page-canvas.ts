import type { Line, Stretch } from "./break-lines";
import type { EmbeddedFonts } from "./embedded-fonts";
import { COLOUR, PAPER } from "./paper";
import { colourOf, number, utf16Hex } from "./pdf-syntax";
import type { Glyph } from "./shape-word";
import type { StructureNode } from "./structure-tree";

/** How a shape is painted. Lengths in points, colours as #rrggbb; null leaves that part out. */
export type Paint = {
  fill: string | null;
  stroke: string | null;
  width?: number;
  dash?: readonly number[];
};

/**
 * One page being drawn. Places are given from the top left corner, downwards, in points. Everything
 * drawn belongs either to an element of the structure or to an artifact.
 */
export class PageCanvas {
  readonly index: number;
  /** The element each piece of marked content belongs to, by its number: the page's part of the parent tree. */
  readonly owners: StructureNode[] = [];
  readonly #fonts: EmbeddedFonts;
  readonly #body: string[] = [];
  readonly #furniture: string[] = [];
  #target: string[] = this.#body;

  constructor(index: number, fonts: EmbeddedFonts) {
    this.index = index;
    this.#fonts = fonts;
  }

  /** Draws content that belongs to `node`. */
  tagged(node: StructureNode, draw: () => void): void {
    const mcid = this.owners.length;
    this.owners.push(node);
    node.kids.push({ page: this.index, mcid });
    this.#target.push(`/${node.type} <</MCID ${mcid}>> BDC`);
    draw();
    this.#target.push("EMC");
  }

  /** Draws content that says nothing by itself: rules, boxes, marks beside their word. */
  artifact(draw: () => void): void {
    this.#target.push("/Artifact BMC");
    draw();
    this.#target.push("EMC");
  }

  /** Draws the head or foot of the page, which screen readers skip. It comes first in the page. */
  furniture(kind: "Header" | "Footer", draw: () => void): void {
    this.#target = this.#furniture;
    this.#target.push(`/Artifact <</Type /Pagination /Subtype /${kind}>> BDC`);
    draw();
    this.#target.push("EMC");
    this.#target = this.#body;
  }

  /** Draws a line of text with its line box's top left corner at (x, top). */
  line(line: Line, x: number, top: number): void {
    const size = Math.max(0, ...line.stretches.map(({ style }) => style.size));
    const baseline = top + (line.height - 1.3 * size) / 2 + 0.984 * size;
    let left = x;
    for (const stretch of line.stretches) {
      this.#stretch(stretch, left, baseline);
      left += stretch.width;
    }
  }

  rectangle(x: number, top: number, size: { width: number; height: number }, paint: Paint): void {
    const bottom = this.#up(top + size.height);
    this.#paint(`${number(x)} ${bottom} ${number(size.width)} ${number(size.height)} re`, paint);
  }

  rounded(
    x: number,
    top: number,
    size: { width: number; height: number; radius: number },
    paint: Paint,
  ): void {
    this.#paint(this.#roundedPath(x, top, size), paint);
  }

  /** A path through points, closed when filled. */
  path(points: readonly (readonly [number, number])[], paint: Paint): void {
    const steps = points.map(
      ([x, y], index) => `${number(x)} ${this.#up(y)} ${index === 0 ? "m" : "l"}`,
    );
    this.#paint(steps.join(" ") + (paint.fill === null ? "" : " h"), paint);
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    const size = { width: 2 * radius, height: 2 * radius, radius };
    this.#paint(this.#roundedPath(x - radius, y - radius, size), paint);
  }

  rule(x: number, top: number, width: number, paint: { stroke: string; width: number }): void {
    this.path(
      [
        [x, top],
        [x + width, top],
      ],
      { fill: null, ...paint, stroke: paint.stroke },
    );
  }

  /** Draws inside a rounded box only. */
  clipped(
    x: number,
    top: number,
    size: { width: number; height: number; radius: number },
    draw: () => void,
  ): void {
    this.#target.push("q", `${this.#roundedPath(x, top, size)} W n`);
    draw();
    this.#target.push("Q");
  }

  /** The page's content stream: furniture first, then the body. */
  content(): string {
    return [...this.#furniture, ...this.#body].join("\n");
  }

  #up(top: number): string {
    return number(PAPER.height - top);
  }

  #paint(path: string, paint: Paint): void {
    const { fill, stroke, width = 1, dash = [] } = paint;
    const verb = fill !== null && stroke !== null ? "B" : fill !== null ? "f" : "S";
    const setUp = [
      fill === null ? "" : `${colourOf(fill)} rg`,
      stroke === null ? "" : `${colourOf(stroke)} RG ${number(width)} w`,
      dash.length === 0 ? "" : `[${dash.map(number).join(" ")}] 0 d`,
    ];
    this.#target.push(["q", ...setUp.filter((part) => part !== ""), path, verb, "Q"].join(" "));
  }

  #roundedPath(
    x: number,
    top: number,
    size: { width: number; height: number; radius: number },
  ): string {
    const { width, height, radius } = size;
    const pull = radius * 0.4477;
    const [right, bottom] = [x + width, top + height];
    const at = (left: number, down: number) => `${number(left)} ${this.#up(down)}`;
    return [
      `${at(x + radius, top)} m ${at(right - radius, top)} l`,
      `${at(right - pull, top)} ${at(right, top + pull)} ${at(right, top + radius)} c`,
      `${at(right, bottom - radius)} l`,
      `${at(right, bottom - pull)} ${at(right - pull, bottom)} ${at(right - radius, bottom)} c`,
      `${at(x + radius, bottom)} l`,
      `${at(x + pull, bottom)} ${at(x, bottom - pull)} ${at(x, bottom - radius)} c`,
      `${at(x, top + radius)} l`,
      `${at(x, top + pull)} ${at(x + pull, top)} ${at(x + radius, top)} c h`,
    ].join(" ");
  }

  #stretch(stretch: Stretch, x: number, baseline: number): void {
    if (stretch.glyphs.length === 0) return;
    const { size, colour } = stretch.style;
    const parts = [`BT ${colourOf(colour)} rg ${number(x)} ${this.#up(baseline)} Td`];
    let shown: Glyph[] = [];
    const show = () => {
      if (shown.length > 0) parts.push(this.#show(shown, size));
      shown = [];
    };
    for (const glyph of stretch.glyphs) {
      const last = shown.at(-1);
      if (
        last !== undefined &&
        (last.face !== glyph.face ||
          last.dy !== glyph.dy ||
          last.actual !== null ||
          glyph.actual !== null)
      )
        show();
      shown.push(glyph);
    }
    show();
    this.#target.push([...parts, "ET"].join("\n"));
  }

  /** Glyphs of one face at one height, as one TJ. */
  #show(glyphs: readonly Glyph[], size: number): string {
    const [first] = glyphs;
    if (first === undefined) return "";
    let array = "";
    for (const glyph of glyphs) {
      const code = this.#fonts.codeOf(glyph);
      const after = glyph.natural - glyph.advance + glyph.dx;
      array += glyph.dx === 0 ? `<${code}>` : `${number(-glyph.dx)}<${code}>`;
      if (Math.abs(after) > 0.01) array += number(after);
    }
    const text = `[${array.replaceAll("><", "")}] TJ`;
    const raised = first.dy === 0 ? text : `${number((first.dy * size) / 1000)} Ts ${text} 0 Ts`;
    const set = `/${first.face.key} ${number(size)} Tf ${raised}`;
    return first.actual === null
      ? set
      : `/Span <</ActualText <${utf16Hex(first.actual)}>>> BDC ${set} EMC`;
  }
}

/** Paint for a plain line between rows. */
export const HAIRLINE = { stroke: COLOUR.line, width: 0.75 } as const;
