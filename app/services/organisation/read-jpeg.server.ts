type Picture = { width: number; height: number; content: Buffer };

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** What draws a picture (ITU T.81, table B.1): frames, Huffman and other tables, restart interval. */
const TABLES = new Set([0xc4, 0xdb, 0xdd]);
/** Frames that browsers draw: baseline, extended and progressive, with Huffman codes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Adobe's note of how colours are meant, 14 bytes and its name: without it some logos change colour. */
const ADOBE = 0xee;
const ADOBE_LENGTH = 14;

type Segment = { marker: number; bytes: Buffer };

/**
 * Reads a JPEG from marker to marker to its end and writes it anew without notes, places and whatever follows it; null
 * where it is not whole. The picture's own bits are walked over and not drawn: no decoder is at hand.
 */
export function readJpeg(bytes: Buffer): Picture | null {
  const segments = segmentsOf(bytes);
  if (segments === null) return null;
  const frames = segments.filter(({ marker }) => FRAMES.has(marker));
  const [frame] = frames;
  const hasScan = segments.some(({ marker }) => marker === SCAN);
  if (frame === undefined || frames.length !== 1 || frame.bytes.length < 10 || !hasScan)
    return null;
  const height = frame.bytes.readUInt16BE(5);
  const width = frame.bytes.readUInt16BE(7);
  if (width < 1 || height < 1) return null;
  const head = Buffer.from([0xff, START]);
  const foot = Buffer.from([0xff, END]);
  return {
    width,
    height,
    content: Buffer.concat([head, ...segments.map((one) => one.bytes), foot]),
  };
}

/** The segments that draw it, each scan with its bits; null where one is cut, unknown, or the end is missing. */
function segmentsOf(bytes: Buffer): Segment[] | null {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === END) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === END) return segments;
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const dataEnd = at + 2 + length;
    if (length < 2 || dataEnd > bytes.length) return null;
    const end = marker === SCAN ? endOfScan(bytes, dataEnd) : dataEnd;
    if (isDrawing(marker, bytes.subarray(at + 2, end)))
      segments.push({ marker, bytes: bytes.subarray(at, end) });
    else if (!isNote(marker)) return null;
    at = end;
  }
  return null;
}

function isDrawing(marker: number, data: Buffer): boolean {
  if (marker === ADOBE) {
    return data.length === ADOBE_LENGTH && data.toString("latin1", 2, 7) === "Adobe";
  }
  return TABLES.has(marker) || FRAMES.has(marker) || marker === SCAN;
}

/** Notes of programs, and comments. */
const isNote = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Where the next marker stands after the bits of a scan; a zero after 0xff, and a restart, belong to them. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    const isBits = next === 0 || (next >= 0xd0 && next <= 0xd7) || next === 0xff;
    if (!isBits) return at;
  }
  return bytes.length;
}
