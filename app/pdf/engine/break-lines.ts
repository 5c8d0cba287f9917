import { cleanText } from "./clean-text";
import type { TextStyle } from "./paper";
import { shapeWord } from "./shape-word";
import type { Glyph } from "./shape-word";

/** Text in one style. A string of spans makes a paragraph. */
export type Span = { text: string; style: TextStyle };

/** Glyphs of one style beside one another; `width` in points. */
export type Stretch = { style: TextStyle; glyphs: Glyph[]; width: number };

export type Line = { stretches: Stretch[]; width: number; height: number };

/** What may be parted from its neighbours: a word, a space or a line end. */
type Token = { kind: "word" | "space" | "end"; text: string; style: TextStyle };

/**
 * Sets spans in lines no wider than `width` points. A word wider than the line is parted between glyphs,
 * so nothing is ever cut. Line ends in the text are kept; an empty text gives one empty line.
 */
export function breakLines(spans: readonly Span[], width: number): Line[] {
  const setter = new LineSetter(width);
  for (const token of spans.flatMap(tokensOf)) setter.take(token);
  return setter.finish(spans[0]?.style);
}

const TOKEN = /\n| +|[^ \n]+?(?:[-\u2013\u2014/](?=[\p{L}\p{N}])|(?=[ \n]|$))/gu;

function tokensOf(span: Span): Token[] {
  return Array.from(cleanText(span.text).matchAll(TOKEN), ([text]) => ({
    kind: text === "\n" ? "end" : text.startsWith(" ") ? "space" : "word",
    text,
    style: span.style,
  }));
}

/** The width of text on one line, in points. */
export function textWidth(text: string, style: TextStyle): number {
  return (shapeWord(style.weight, cleanText(text)).width * style.size) / 1000;
}

class LineSetter {
  readonly #width: number;
  readonly #lines: Line[] = [];
  #line: Stretch[] = [];
  #used = 0;
  #space: Token | null = null;

  constructor(width: number) {
    this.#width = width;
  }

  take(token: Token): void {
    if (token.kind === "end") this.#endLine(token.style);
    else if (token.kind === "space") this.#space = this.#line.length > 0 ? token : null;
    else this.#takeWord(token);
  }

  finish(style: TextStyle | undefined): Line[] {
    if (style !== undefined && (this.#line.length > 0 || this.#lines.length === 0)) {
      this.#endLine(style);
    }
    return this.#lines;
  }

  #takeWord(token: Token): void {
    const { glyphs, width } = shapeWord(token.style.weight, token.text);
    const points = (width * token.style.size) / 1000;
    const gap = this.#space === null ? 0 : textWidth(" ", this.#space.style);
    if (this.#line.length > 0 && this.#used + gap + points > this.#width) {
      this.#closeWithSpace();
      this.#endLine(token.style);
    } else if (this.#space !== null) {
      this.#add(shapeWord(this.#space.style.weight, " ").glyphs, this.#space.style);
    }
    this.#space = null;
    if (points <= this.#width) this.#add(glyphs, token.style);
    else this.#addParted(glyphs, token.style);
  }

  /** A space where a line ends between words, so that the text layer keeps them apart. It takes no room. */
  #closeWithSpace(): void {
    const last = this.#line.at(-1);
    if (this.#space === null || last === undefined) return;
    last.glyphs.push(...shapeWord(last.style.weight, " ").glyphs);
  }

  #addParted(glyphs: readonly Glyph[], style: TextStyle): void {
    for (const glyph of glyphs) {
      const points = (glyph.advance * style.size) / 1000;
      if (this.#used + points > this.#width && this.#line.length > 0) this.#endLine(style);
      this.#add([glyph], style);
    }
  }

  #add(glyphs: readonly Glyph[], style: TextStyle): void {
    const points = glyphs.reduce((sum, glyph) => sum + (glyph.advance * style.size) / 1000, 0);
    const last = this.#line.at(-1);
    if (last?.style === style) {
      last.glyphs.push(...glyphs);
      last.width += points;
    } else {
      this.#line.push({ style, glyphs: [...glyphs], width: points });
    }
    this.#used += points;
  }

  #endLine(style: TextStyle): void {
    const styles = this.#line.length > 0 ? this.#line.map((stretch) => stretch.style) : [style];
    const height = Math.max(...styles.map(({ size, leading }) => size * leading));
    this.#lines.push({ stretches: this.#line, width: this.#used, height });
    this.#line = [];
    this.#used = 0;
    this.#space = null;
  }
}
