import { describe, expect, it } from "vitest";
import { LOGO_MAX_BYTES, readLogo } from "~/services/organisation/read-logo.server";
import { aJpeg, aPng, pngChunk } from "~tests/support/files/pictures";

const read = (bytes: Uint8Array) => {
  const result = readLogo(bytes);
  return result.ok ? result.value.mediaType : result.problem;
};
const contentOf = (bytes: Uint8Array): Buffer => {
  const result = readLogo(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result.value.content;
};
const SECRET = "51.2362 N, Made with Secret 3";

describe("a logo", () => {
  it("is a PNG or a JPEG by its bytes, with its sides", () => {
    expect(readLogo(aPng({ width: 240, height: 60 }))).toMatchObject({
      ok: true,
      value: { mediaType: "image/png", width: 240, height: 60 },
    });
    expect(readLogo(aJpeg({ width: 240, height: 60 }))).toMatchObject({
      ok: true,
      value: { mediaType: "image/jpeg", width: 240, height: 60 },
    });
  });

  it("is written anew without what does not draw it, and read again as the same", () => {
    const png = aPng({ extra: [pngChunk("tEXt", Buffer.from(SECRET))] });
    const jpeg = aJpeg({ notes: SECRET });
    expect(png.includes(SECRET) && jpeg.includes(SECRET)).toBe(true);
    for (const sent of [png, jpeg]) {
      const kept = contentOf(sent);
      expect(kept.includes(SECRET)).toBe(false);
      expect(contentOf(kept).equals(kept)).toBe(true);
    }
  });

  it("loses whatever follows its end, as a page or an archive hidden there", () => {
    const tail = Buffer.from("<script>alert(1)</script>PK\u0003\u0004");
    for (const whole of [aPng(), aJpeg()]) {
      const kept = contentOf(Buffer.concat([whole, tail]));
      expect(kept.includes("script")).toBe(false);
      expect(kept.equals(contentOf(whole))).toBe(true);
    }
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty"],
    ["a picture with lines and scripts", Buffer.from("<svg xmlns='x'/>"), "kind"],
    ["a GIF", Buffer.from("GIF89a"), "kind"],
    ["a page that calls itself a picture", Buffer.from("<!doctype html>"), "kind"],
    ["more than 200 kB", Buffer.concat([aPng(), Buffer.alloc(LOGO_MAX_BYTES)]), "too-large"],
    ["a PNG's first bytes alone", aPng().subarray(0, 8), "broken"],
    ["a PNG cut short", aPng().subarray(0, -20), "broken"],
    ["a PNG with a wrong check sum", flipped(aPng(), 40), "broken"],
    ["fewer rows than the head says", aPng({ rows: 39 }), "broken"],
    ["more rows than the head says", aPng({ rows: 41 }), "broken"],
    ["a bomb: rows without end", aPng({ rows: 90_000 }), "broken"],
    ["an interlaced PNG", aPng({ interlace: 1 }), "broken"],
    ["two heads", aPng({ extra: [pngChunk("IHDR", Buffer.alloc(13))] }), "broken"],
    [
      "something critical that is not known",
      aPng({ extra: [pngChunk("ABCD", Buffer.alloc(1))] }),
      "broken",
    ],
    ["a JPEG's first bytes alone", aJpeg().subarray(0, 4), "broken"],
    ["a JPEG without its end", aJpeg({ end: false }), "broken"],
    ["a side of 23 pixels", aPng({ height: 23 }), "too-small"],
    ["a side of 2,001 pixels", aPng({ width: 2001, height: 30 }), "too-wide"],
    ["a JPEG of 65,535 pixels", aJpeg({ width: 65_535, height: 30 }), "too-wide"],
  ])("is refused: %s", (_what, bytes, problem) => {
    expect(read(bytes)).toBe(problem);
  });

  it("of any cut or flipped bytes is read or refused, and never throws", () => {
    for (const whole of [aPng({ width: 30, height: 30 }), aJpeg({ width: 30, height: 30 })]) {
      for (let at = 0; at < whole.length; at += 1) {
        expect(typeof read(whole.subarray(0, at))).toBe("string");
        expect(typeof read(flipped(whole, at))).toBe("string");
      }
    }
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 0xff;
  return other;
}
