import type { PlacedItem } from "~/domain/submission/snapshot-digest";

/** What can be offered for a statement, in one line: "course on SEN lists, Tuesday 26 January, online". */
export type OfferLine = { itemKey: string; text: string };

/**
 * What "we can offer" begins with: a line for each statement the school wants help with, and beside it what is there
 * for it. Empty where it wants none.
 */
export function offerBegins(
  wanted: readonly PlacedItem[],
  offers: readonly OfferLine[] = [],
): string {
  return wanted
    .map(({ item }) => {
      const found = offers.filter(({ itemKey }) => itemKey === item.key).map(({ text }) => text);
      return `${item.key}, ${lowerFirst(item.short)}: ${found.join("; ")}`.trimEnd();
    })
    .join("\n");
}

/** "An accurate SEN list" in the middle of a line; a name or an abbreviation stays as it is. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) || /^(A|I) /.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
