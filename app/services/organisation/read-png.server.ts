import { crc32, inflateSync } from "node:zlib";

type Picture = { width: number; height: number; content: Buffer };
type Chunk = { type: string; data: Buffer; whole: Buffer };

/** What draws a picture (PNG, third edition, 11.2 and 11.3); text, times and places are left out. */
const KEPT = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "pHYs", "IDAT", "IEND"]);
const SIGNATURE_BYTES = 8;
/** Length and type before the data of a chunk, a check sum after it. */
const FRAME_BYTES = 12;
/** Samples of a pixel by colour type, and bits they may have. */
const COLOURS: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};
/** Larger ones are refused by their sides, before anything is unpacked. */
const MOST_SIDE = 2000;

/**
 * Reads a PNG to its last pixel and writes it anew without what does not draw it; null where it is not whole.
 * Interlaced ones are not taken: logos need none, and they would be read another way.
 */
export function readPng(bytes: Buffer): Picture | null {
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (chunks === null || head?.type !== "IHDR" || head.data.length !== 13) return null;
  const width = head.data.readUInt32BE(0);
  const height = head.data.readUInt32BE(4);
  if (width < 1 || height < 1) return null;
  if (Math.max(width, height) > MOST_SIDE) return { width, height, content: Buffer.alloc(0) };
  const rowBytes = rowBytesOf(head.data, width);
  if (rowBytes === null || !isOrdered(chunks, head.data[9] ?? 0)) return null;
  if (!isDrawn(chunks, { height, rowBytes })) return null;
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ whole }) => whole);
  return { width, height, content: Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), ...kept]) };
}

/** Every chunk up to IEND, check sums proved; null where one is cut or wrong. What follows IEND is dropped. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at + FRAME_BYTES <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) return null;
    const data = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    const type = bytes.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data, whole: bytes.subarray(at, end) });
    if (type === "IEND") return chunks;
    at = end;
  }
  return null;
}

function rowBytesOf(head: Buffer, width: number): number | null {
  const [depth = 0, colour = 0, packing, filter, interlace] = head.subarray(8);
  const kind = COLOURS[colour];
  if (kind === undefined || !kind.depths.includes(depth)) return null;
  if (packing !== 0 || filter !== 0 || interlace !== 0) return null;
  return 1 + Math.ceil((width * kind.samples * depth) / 8);
}

/** One head, one end, a palette before the picture where its colours need one, nothing critical that is not known. */
function isOrdered(chunks: readonly Chunk[], colour: number): boolean {
  const types = chunks.map(({ type }) => type);
  const count = (wanted: string) => types.filter((type) => type === wanted).length;
  const isKnown = types.every((type) => KEPT.has(type) || /^[a-z]/.test(type));
  const palette = types.indexOf("PLTE");
  const hasPalette = palette !== -1 && palette < types.indexOf("IDAT");
  return isKnown && count("IHDR") === 1 && count("PLTE") <= 1 && (colour !== 3 || hasPalette);
}

/** Unpacks the rows, never more than the head speaks of, and looks at the filter of each. */
function isDrawn(
  chunks: readonly Chunk[],
  { height, rowBytes }: { height: number; rowBytes: number },
): boolean {
  const packed = Buffer.concat(
    chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data),
  );
  const size = height * rowBytes;
  try {
    const rows = inflateSync(packed, { maxOutputLength: size + 1 });
    if (rows.length !== size) return false;
    for (let row = 0; row < height; row += 1) {
      if ((rows[row * rowBytes] ?? 5) > 4) return false;
    }
    return true;
  } catch {
    return false;
  }
}
