import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk of a PNG with its check sum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

type PngOptions = {
  width?: number;
  height?: number;
  /** Rows drawn, where they are not as many as the head says. */
  rows?: number;
  /** Chunks between the head and the picture. */
  extra?: Buffer[];
  interlace?: number;
};

/** A PNG of one colour, in grey of 8 bits. */
export function aPng(options: PngOptions = {}): Buffer {
  const { width = 120, height = 40, rows = height, extra = [], interlace = 0 } = options;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, interlace], 8);
  const pixels = Buffer.alloc(rows * (width + 1), 0);
  return Buffer.concat([
    SIGNATURE,
    pngChunk("IHDR", head),
    ...extra,
    pngChunk("IDAT", deflateSync(pixels)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

type JpegOptions = { width?: number; height?: number; notes?: string; end?: boolean };

/** The frame of a JPEG with a scan of arbitrary bits: to be walked over, not to be drawn. */
export function aJpeg({ width = 120, height = 40, notes, end = true }: JpegOptions = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(notes === undefined ? [] : [segment(0xe1, Buffer.from(notes))]),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(19)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    ...(end ? [Buffer.from([0xff, 0xd9])] : []),
  ]);
}
