type Logo = { mediaType: string; content: Buffer; version: string };

/** A year, the most a browser keeps anything. Seconds. */
const YEAR = 365 * 24 * 60 * 60;

/**
 * A picture, and nothing else it could be taken for: its type is said and not to be guessed, and opened by itself it
 * may load and run nothing. Kept for good where the address asked for this very picture.
 */
export function logoResponse(
  { mediaType, content, version }: Logo,
  asked: string | null,
): Response {
  const isThis = asked === version;
  return new Response(Buffer.from(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(content.byteLength),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": isThis ? `public, max-age=${YEAR}, immutable` : "no-cache",
    },
  });
}
