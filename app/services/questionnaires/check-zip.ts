import { inflateRawSync } from "node:zlib";
import { ok, refused, type Result } from "~/domain/result";

/** More than any spreadsheet of a questionnaire; a file that unfolds into more is not looked into. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_ENTRIES = 200;

/**
 * Whether a ZIP file unfolds into no more than we read. What the file says of its own sizes is not believed: each part
 * is unfolded against what is left of the limit, and thrown away.
 */
export function checkZip(bytes: Uint8Array): Result<null, "not-a-zip" | "too-large"> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file);
  if (entries === null) return refused("not-a-zip");
  if (entries.length > MOST_ENTRIES) return refused("too-large");
  let left = MOST_BYTES;
  for (const { method, data } of entries) {
    const size = method === 0 ? data.length : unfoldedSize(data, left);
    if (size === null) return refused("not-a-zip");
    left -= size;
    if (left < 0) return refused("too-large");
  }
  return ok(null);
}

/** How large a part is unfolded; more than `most` when it is too large, null when it is broken. */
function unfoldedSize(data: Buffer, most: number): number | null {
  try {
    return inflateRawSync(data, { maxOutputLength: most + 1 }).length;
  } catch (thrown) {
    const isTooLarge = thrown instanceof RangeError;
    return isTooLarge ? most + 1 : null;
  }
}

type Entry = { method: number; data: Buffer };

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;

/** Every part named in the directory at the end of the file. */
function entriesOf(file: Buffer): Entry[] | null {
  const end = findEnd(file);
  if (end === null) return null;
  const count = file.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(file, at);
    if (entry === null) return null;
    entries.push({ method: entry.method, data: entry.data });
    at = entry.next;
  }
  return entries;
}

function findEnd(file: Buffer): number | null {
  const earliest = Math.max(0, file.length - 65_557);
  for (let at = file.length - 22; at >= earliest; at -= 1)
    if (file.readUInt32LE(at) === END) return at;
  return null;
}

function entryAt(file: Buffer, at: number): (Entry & { next: number }) | null {
  if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY) return null;
  const method = file.readUInt16LE(at + 10);
  const size = file.readUInt32LE(at + 20);
  const lengths = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
  const start = file.readUInt32LE(at + 42);
  if (start + 30 > file.length) return null;
  const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
  if (from + size > file.length || (method !== 0 && method !== 8)) return null;
  const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0);
  return { method, data: file.subarray(from, from + size), next };
}
