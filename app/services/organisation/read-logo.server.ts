import { ok, refused, type Result } from "~/domain/result";
import { readJpeg } from "./read-jpeg.server";
import { readPng } from "./read-png.server";

/** Bytes of a logo as sent. */
export const LOGO_MAX_BYTES = 200 * 1024;
/** Pixels of either side. */
export const LOGO_MIN_SIDE = 24;
export const LOGO_MAX_SIDE = 2000;

/** A picture drawn anew from what was sent, with nothing in it but what draws it. Sides in pixels. */
export type Logo = {
  mediaType: "image/png" | "image/jpeg";
  width: number;
  height: number;
  content: Buffer;
};

/** `kind`: neither PNG nor JPEG. `broken`: one that cannot be read to its end. */
export type LogoProblem = "empty" | "too-large" | "kind" | "broken" | "too-small" | "too-wide";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * Reads a logo by its first bytes, whatever its name or type said, and writes it anew: what stands beside the picture
 * (places, names of programs, hidden files) is left out.
 */
export function readLogo(bytes: Uint8Array): Result<Logo, LogoProblem> {
  const sent = Buffer.from(bytes);
  if (sent.length === 0) return refused("empty");
  if (sent.length > LOGO_MAX_BYTES) return refused("too-large");
  const isPng = sent.subarray(0, PNG.length).equals(PNG);
  if (!isPng && !sent.subarray(0, JPEG.length).equals(JPEG)) return refused("kind");
  const read = isPng ? readPng(sent) : readJpeg(sent);
  if (read === null) return refused("broken");
  const { width, height } = read;
  if (Math.min(width, height) < LOGO_MIN_SIDE) return refused("too-small");
  if (Math.max(width, height) > LOGO_MAX_SIDE) return refused("too-wide");
  return ok({ mediaType: isPng ? "image/png" : "image/jpeg", ...read });
}
