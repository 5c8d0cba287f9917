import { parseReference } from "~/domain/submission/reference";

/** References a hostile file may make us look up. */
const MOST = 3;
/** Things that look like references, mistyped ones and all, that are read before giving up. */
const MOST_READ = 50;

/**
 * References that stand readable in a file: in its title, its metadata, or the words beside a seal. A file
 * printed or saved again by an editor often keeps them when the seal is gone. Time grows with the size only.
 */
export function referencesIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const found = new Set<string>();
  for (const written of [...plainIn(text), ...hexIn(text)]) {
    const parsed = parseReference(written);
    if (parsed.ok) found.add(parsed.value.reference);
    if (found.size === MOST) break;
  }
  return [...found];
}

const PLAIN = /\b[A-Z]{2,4}\d{2}-\d{6}-\d{1,3}-[2-9A-Z]{4}\b/g;

function plainIn(text: string): string[] {
  return first(text.matchAll(PLAIN)).map(([written]) => written);
}

/** Text strings of a PDF may stand as UTF-16 in hexadecimal. */
function hexIn(text: string): string[] {
  return first(text.matchAll(/<FEFF([0-9A-Fa-f]{40,2000})>/g)).flatMap(([, hex = ""]) => {
    const bytes = Buffer.from(hex, "hex");
    const words = bytes.length % 2 === 0 ? bytes.swap16().toString("utf16le") : "";
    return plainIn(words);
  });
}

function first(matches: Iterable<RegExpExecArray>): RegExpExecArray[] {
  const taken: RegExpExecArray[] = [];
  for (const match of matches) {
    if (taken.push(match) === MOST_READ) break;
  }
  return taken;
}
