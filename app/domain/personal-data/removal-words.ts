import { ok, refused, type Result } from "~/domain/result";
import { REMOVED_MARK } from "./removal";

/** Longest phrase, in UTF-16 code units: a name, an address, a sentence. */
export const WORDS_MAX = 200;

export type WordsProblem = { code: "words-missing" } | { code: "words-short" | "words-long" };

/** What was found in one text, and what it reads afterwards. `found` 0: `text` is as it was. */
export type Cleaned = { text: string; found: number };

/** Takes words out of a text. */
export type Cleaner = (text: string) => Cleaned;

/**
 * The words to take out, as they are compared: at least two letters or figures. Typed with a capital or without,
 * with any kind of apostrophe and space, they are the same.
 */
export function readWords(typed: string): Result<string, WordsProblem> {
  // Before it is looked through: what is folded takes the square of a run of marks.
  if (typed.length > WORDS_MAX) return refused({ code: "words-long" });
  const words = folded(typed).text.trim();
  const signs = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (words === "") return refused({ code: "words-missing" });
  if (signs < 2) return refused({ code: "words-short" });
  return ok(words);
}

/**
 * Takes out whole words as `readWords` gave them: "Sam" is not taken out of "same", but is out of "Sam's". Case,
 * the way accents are stored, curly or straight marks, and how much space or how many line ends stand between do
 * not matter.
 */
export function wordsCleaner(words: string): Cleaner {
  return cleanerOf((seen) => spansOf(seen, words));
}

/**
 * The same for earlier versions, which are saved while somebody types: a name that was half typed goes too, from the
 * first letter of its second word on ("Jamie S"), or, of one word, from its fourth letter at the end of the text.
 */
export function versionCleaner(words: string): Cleaner {
  return cleanerOf((seen) => withoutOverlaps([...spansOf(seen, words), ...begunIn(seen, words)]));
}

type Finder = (seen: string) => Span[];

function cleanerOf(find: Finder): Cleaner {
  return (text) => {
    // What an earlier removal left is no text to look in.
    const parts = text.split(REMOVED_MARK).map((part) => cleaned(part, find));
    return {
      text: parts.map((part) => part.text).join(REMOVED_MARK),
      found: parts.reduce((sum, { found }) => sum + found, 0),
    };
  };
}

function cleaned(text: string, find: Finder): Cleaned {
  const { text: seen, at } = folded(text);
  const spans = find(seen);
  if (spans.length === 0) return { text, found: 0 };
  const ends = spans.map(({ end }) => at[end] ?? text.length);
  const kept = spans.map(({ start }, index) =>
    text.slice(index === 0 ? 0 : ends[index - 1], at[start] ?? 0),
  );
  return {
    text: kept.join(REMOVED_MARK) + REMOVED_MARK + text.slice(ends.at(-1)),
    found: spans.length,
  };
}

/** Takes out a text whole. */
export const wholeCleaner: Cleaner = (text) =>
  text.trim() === "" || text === REMOVED_MARK
    ? { text, found: 0 }
    : { text: REMOVED_MARK, found: 1 };

type Span = { start: number; end: number };

function spansOf(seen: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let start = seen.indexOf(words); start !== -1; start = seen.indexOf(words, start + 1)) {
    const end = start + words.length;
    const isFree = start >= (spans.at(-1)?.end ?? 0);
    if (isFree && !isJoined(seen, start) && !isJoined(seen, end)) spans.push({ start, end });
  }
  return spans;
}

const LETTERS_OF_ONE_WORD = 4;

/** Places where the words were begun and not finished. */
function begunIn(seen: string, words: string): Span[] {
  const firstSpace = words.indexOf(" ");
  const least = firstSpace === -1 ? LETTERS_OF_ONE_WORD : firstSpace + 2;
  const begun = words.slice(0, least);
  const spans: Span[] = [];
  if (begun.length < least) return spans;
  for (let start = seen.indexOf(begun); start !== -1; start = seen.indexOf(begun, start + 1)) {
    let end = start + least;
    while (end < seen.length && seen[end] === words[end - start]) end += 1;
    const isPlaced = firstSpace !== -1 || seen.slice(end).trim() === "";
    if (isPlaced && !isJoined(seen, start) && !isJoined(seen, end)) spans.push({ start, end });
  }
  return spans;
}

/** In order; of two that overlap the longer. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** Whether a place in a text is inside a word. */
function isJoined(text: string, at: number): boolean {
  const before = lastSign(text.slice(Math.max(0, at - 2), at));
  const after = text.slice(at, at + 2);
  return /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after);
}

const lastSign = (text: string): string => Array.from(text).at(-1) ?? "";

/** A text as it is compared; `at` says where in the original each of its code units starts, and the end last. */
type Folded = { text: string; at: number[] };

/** A base sign with the marks that belong to it, so that both ways of storing "é" fold to one. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
/** Signs that nobody sees: soft hyphen, joiners, direction marks, byte order mark. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/gu;

function folded(original: string): Folded {
  const at: number[] = [];
  let text = "";
  for (const match of original.matchAll(CLUSTER)) {
    const piece = foldedPiece(match[0]);
    if (piece === "" || (piece === " " && text.endsWith(" "))) continue;
    for (let unit = 0; unit < piece.length; unit += 1) at.push(match.index);
    text += piece;
  }
  return { text, at: [...at, original.length] };
}

function foldedPiece(piece: string): string {
  if (/^[\s\u2028\u2029]/u.test(piece)) return " ";
  return piece
    .replace(UNSEEN, "")
    .normalize("NFC")
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201A\u201B\u02BC\u2032\u0060\u00B4]/gu, "'")
    .replace(/[\u201C-\u201F\u2033]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, "-");
}
