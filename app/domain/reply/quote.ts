import type { SnapshotItem } from "~/domain/submission/snapshot";

/** Shorter pieces are no sentence worth quoting. */
const LEAST = 3;

/** The sentences of a text, in order, without the white space around them. */
export function sentencesOf(text: string): string[] {
  const pieces = text.split(/(?<=[.!?])\s+|\n+/u);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.length >= LEAST);
}

/** What of a statement can be quoted: what the school wrote about it, sentence by sentence. */
export function quotable({ commentary, dutyNote }: Pick<SnapshotItem, "commentary" | "dutyNote">) {
  return [...sentencesOf(commentary), ...sentencesOf(dutyNote)];
}

/** A sentence with its statement, put at the end of what is written: `C5: “The list is checked each term.”`. */
export function withQuote(
  text: string,
  { key, sentence }: { key: string; sentence: string },
): string {
  const quote = `${key}: “${sentence}”`;
  return text.trim() === "" ? `${quote}\n` : `${text.trimEnd()}\n${quote}\n`;
}
