/** Shorter words are too near to each other ("now" and "not") to take a slip for granted. */
const SHORTEST = 5;

/**
 * Whether a change of wording looks like a typing error put right: nothing but capitals, stops and blanks, or words of
 * five letters and more in which one letter is put in, taken out, changed or swapped with its neighbour. A figure that
 * changes never looks so. It is a proposal: the author says whether it is one.
 */
export function looksLikeTypingError(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length !== now.length) return old.join("") === now.join("");
  return old.every((word, place) => isSlip(word, now[place] ?? ""));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function isSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\p{N}/u.test(one + other) || Math.min(one.length, other.length) < SHORTEST) return false;
  return isOneStepApart(one, other);
}

function isOneStepApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const [restOfShort, restOfLong] = [short.slice(start), long.slice(start)];
  if (long.length > short.length) return restOfShort === restOfLong.slice(1);
  if (restOfShort.slice(1) === restOfLong.slice(1)) return true;
  const swapped = `${restOfShort[1] ?? ""}${restOfShort[0] ?? ""}${restOfShort.slice(2)}`;
  return swapped === restOfLong;
}
