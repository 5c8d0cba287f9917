import { findLikelyChildName, type LikelyName } from "./names-guard";

/** What may name a child in a text and did not stand in it before: words are asked about once (design.md decision 11). */
export function newLikelyNames(
  text: string,
  { before }: { before: string },
): readonly LikelyName[] {
  const known = findLikelyChildName(before).map(({ words }) => words);
  return findLikelyChildName(text).filter(({ words }) => !known.includes(words));
}
