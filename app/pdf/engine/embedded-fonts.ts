import { PDFString } from "pdf-lib";
import type { PDFContext, PDFRef } from "pdf-lib";
import type { Subset } from "fontkit";

import type { Face } from "./font-files.server";
import { hex4 } from "./pdf-syntax";
import type { Glyph } from "./shape-word";

type Embedded = { face: Face; subset: Subset; codes: Map<number, number>; glyphs: Glyph[] };

/** The glyphs a document uses, gathered while drawing and embedded as subsets at the end. */
export class EmbeddedFonts {
  readonly #used = new Map<string, Embedded>();

  /** The four hexadecimal digits that show this glyph, in the face it names. */
  codeOf(glyph: Glyph): string {
    const embedded = this.#embedded(glyph.face);
    let code = embedded.codes.get(glyph.id);
    if (code === undefined) {
      // The subset numbers glyphs from 1 in the order they are included; 0 is the missing glyph.
      code = embedded.codes.size + 1;
      embedded.subset.includeGlyph(glyph.face.font.getGlyph(glyph.id));
      embedded.codes.set(glyph.id, code);
      embedded.glyphs[code] = glyph;
    }
    return hex4(code);
  }

  /** Writes every used font into the document; gives the resource dictionary's entries. */
  embed(context: PDFContext): Record<string, PDFRef> {
    return Object.fromEntries(
      Array.from(this.#used, ([key, embedded]) => [key, embedFont(context, embedded)]),
    );
  }

  #embedded(face: Face): Embedded {
    const known = this.#used.get(face.key);
    if (known !== undefined) return known;
    const fresh = { face, subset: face.font.createSubset(), codes: new Map(), glyphs: [] };
    this.#used.set(face.key, fresh);
    return fresh;
  }
}

function embedFont(context: PDFContext, embedded: Embedded): PDFRef {
  const file = embedded.subset.encode();
  const name = `${subsetTag(file)}+${embedded.face.font.postscriptName}`;
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      CIDToGIDMap: "Identity",
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFString.of("Adobe"),
        Ordering: PDFString.of("Identity"),
        Supplement: 0,
      },
      FontDescriptor: embedDescriptor(context, { face: embedded.face, file, name }),
      W: [1, widths(embedded)],
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(unicodeMap(embedded))),
    }),
  );
}

function embedDescriptor(
  context: PDFContext,
  { face, file, name }: { face: Face; file: Uint8Array; name: string },
): PDFRef {
  const { font, unit } = face;
  const { minX, minY, maxX, maxY } = font.bbox;
  const scaled = (value: number) => Math.round(value * unit);
  return context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: name,
      // Symbolic: the codes are glyph numbers, not a standard encoding.
      Flags: 4,
      FontBBox: [minX, minY, maxX, maxY].map(scaled),
      ItalicAngle: 0,
      Ascent: scaled(font.ascent),
      Descent: scaled(font.descent),
      // DejaVu's table is of an age that does not give these two.
      CapHeight: scaled(font.capHeight || 0.72 * font.unitsPerEm),
      XHeight: scaled(font.xHeight || 0.52 * font.unitsPerEm),
      StemV: name.includes("Bold") ? 140 : 80,
      FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
    }),
  );
}

/** Six capitals that differ with the subset, as ISO 32000-1 9.6.4 asks, from its bytes alone. */
function subsetTag(file: Uint8Array): string {
  // 32-bit FNV-1a: spread is all that is wanted here.
  let hash = 0x811c9dc5;
  for (const byte of file) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  let tag = "";
  for (let place = 0; place < 6; place += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

function widths(embedded: Embedded): number[] {
  return embedded.glyphs.slice(1).map((glyph) => Math.round(glyph.natural * 100) / 100);
}

function unicodeMap(embedded: Embedded): string {
  const entries = embedded.glyphs.flatMap((glyph, code) =>
    code === 0 ? [] : [`<${hex4(code)}> <${utf16Units(glyph.text)}>`],
  );
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, "endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

function utf16Units(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index))).join("");
}
