import { printsAsBox } from "./clean-text";
import { fallbackFace } from "./font-files.server";
import type { Face } from "./font-files.server";
import type { Weight } from "./paper";

/**
 * One glyph in its place. Lengths are thousandths of the text size. `text` is what the glyph stands for;
 * `actual` is set on a box only and holds the characters the box stands in for.
 */
export type Glyph = {
  face: Face;
  id: number;
  natural: number;
  advance: number;
  dx: number;
  dy: number;
  text: string;
  actual: string | null;
};

export type ShapedWord = { glyphs: readonly Glyph[]; width: number };

const BOX = 0x25a1;
const FACES = 3;
const CACHE_LIMIT = 20_000;
const cache = new Map<string, ShapedWord>();
const segmenter = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/**
 * Shapes text without line ends: kerning and marks by the font, fallback by cluster, and a box for what no
 * font can print. Results are kept per process; they depend on the arguments alone.
 */
export function shapeWord(weight: Weight, word: string): ShapedWord {
  const key = `${weight}|${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const glyphs = runsOf(weight, word).flatMap(shapeRun);
  const shaped = { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, shaped);
  return shaped;
}

type Run = { face: Face; text: string; boxed: boolean };

function runsOf(weight: Weight, word: string): Run[] {
  const first = fallbackFace(weight, 0);
  if (first !== null && covers(first, word)) return [{ face: first, text: word, boxed: false }];
  const runs: Run[] = [];
  for (const { segment } of segmenter.segment(word)) {
    const face = faceFor(weight, segment);
    const last = runs.at(-1);
    if (face !== null && last !== undefined && !last.boxed && last.face === face) {
      last.text += segment;
    } else if (face !== null) {
      runs.push({ face, text: segment, boxed: false });
    } else {
      runs.push({ face: boxFace(weight), text: segment, boxed: true });
    }
  }
  return runs;
}

function faceFor(weight: Weight, text: string): Face | null {
  for (let index = 0; index < FACES; index += 1) {
    const face = fallbackFace(weight, index);
    if (face !== null && covers(face, text)) return face;
  }
  return null;
}

function covers(face: Face, text: string): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (printsAsBox(codePoint) || !face.font.hasGlyphForCodePoint(codePoint)) return false;
  }
  return true;
}

function boxFace(weight: Weight): Face {
  const face = fallbackFace(weight, FACES - 1);
  if (face === null) throw new Error("No face to draw a box with");
  return face;
}

function shapeRun(run: Run): Glyph[] {
  const { face } = run;
  const shown = run.boxed ? String.fromCodePoint(BOX) : run.text;
  const { glyphs, positions } = face.font.layout(shown, { liga: false, dlig: false });
  const typed = textsOf(face, shown, glyphs);
  return glyphs.map((glyph, index) => {
    const natural = glyph.advanceWidth * face.unit;
    const position = positions[index];
    return {
      face,
      id: glyph.id,
      natural,
      advance: position === undefined ? natural : position.xAdvance * face.unit,
      dx: (position?.xOffset ?? 0) * face.unit,
      dy: (position?.yOffset ?? 0) * face.unit,
      text: typed[index] ?? "",
      actual: run.boxed ? wellFormed(run.text) : null,
    };
  });
}

/**
 * What each glyph stands for. fontkit's own record of it is not used: it depends on which texts the font has
 * met before, and a copy must not depend on the copies made before it.
 */
function textsOf(face: Face, shown: string, glyphs: readonly { id: number }[]): string[] {
  const characters = Array.from(shown);
  if (characters.length === glyphs.length) return characters;
  const byId = new Map(
    characters.map((character) => [
      face.font.glyphForCodePoint(character.codePointAt(0) ?? 0).id,
      character,
    ]),
  );
  return glyphs.map(({ id }) => byId.get(id) ?? face.font.stringsForGlyph(id)[0] ?? "");
}

/** A lone half of a surrogate pair is not text: it is given back as the replacement character. */
function wellFormed(text: string): string {
  return Array.from(text, (character) =>
    /^[\uD800-\uDFFF]$/.test(character) ? "\uFFFD" : character,
  ).join("");
}
