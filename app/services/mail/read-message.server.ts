/** A message as a mail program shows it. */
export type ReadMessage = {
  from: string;
  to: string;
  subject: string;
  messageId: string;
  /** The List-Unsubscribe header, empty where there is none. */
  stop: string;
  text: string;
  html: string;
};

type Part = { headers: Map<string, string>; body: string };

/**
 * Reads a message that this service wrote: one text and one HTML part, quoted-printable or base64, UTF-8. With a file
 * attached the two stand a level further in.
 */
export function readMessage(source: string): ReadMessage {
  const whole = partOf(source.replaceAll("\r\n", "\n"));
  const parts = leavesOf(whole);
  const header = (name: string): string => decodeWords(whole.headers.get(name) ?? "");
  return {
    from: header("from"),
    to: header("to"),
    subject: header("subject"),
    messageId: header("message-id"),
    stop: header("list-unsubscribe"),
    text: bodyOf(parts, "text/plain"),
    html: bodyOf(parts, "text/html"),
  };
}

function partOf(source: string): Part {
  const end = source.indexOf("\n\n");
  const head = (end === -1 ? source : source.slice(0, end)).replace(/\n[ \t]+/g, " ");
  const headers = new Map(
    head.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { headers, body: end === -1 ? "" : source.slice(end + 2) };
}

function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(part.headers.get("content-type") ?? "")?.[1];
  return boundary === undefined ? [part] : partsBetween(part.body, boundary).flatMap(leavesOf);
}

function partsBetween(body: string, boundary: string): Part[] {
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => partOf(part.replace(/^\n/, "")));
}

function bodyOf(parts: readonly Part[], type: string): string {
  const part = parts.find(({ headers }) => headers.get("content-type")?.startsWith(type));
  if (part === undefined) return "";
  const encoding = part.headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(part.body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? decodeQuoted(part.body) : part.body;
}

/** Quoted-printable (RFC 2045): `=E2=80=99`, and lines that end in `=` go on. */
function decodeQuoted(text: string): string {
  const joined = text.replace(/=\n/g, "");
  const bytes = joined.replace(/=([\dA-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Words of a header beyond ASCII (RFC 2047): `=?UTF-8?Q?caf=C3=A9?=`. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : decodeQuoted(word.replaceAll("_", " ")),
    );
}
