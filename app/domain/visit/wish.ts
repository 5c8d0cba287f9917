import { termWords } from "~/domain/action/action-words";
import { findUpn } from "~/domain/people/upn";

/** Longest line why a school would like a visit, in UTF-16 code units. */
export const WISH_MAX = 300;

/** Terms that would suit, as they are kept: one a line. */
export const termsToStore = (terms: readonly string[]): string => terms.join("\n");
export const storedTerms = (stored: string): string[] =>
  stored.split("\n").filter((term) => term !== "");

/** "Term 4, 2026 to 2027 or Term 5, 2026 to 2027 would suit", or that any would. */
export function wishedTermsWords(terms: readonly string[]): string {
  if (terms.length === 0) return "Any term would suit";
  return `${terms.map(termWords).join(" or ")} would suit`;
}

/** What is wrong with the line; null when nothing is. It need not be there. */
export function wishProblem(text: string): string | null {
  if (text.length > WISH_MAX) return `Use ${WISH_MAX} characters or fewer`;
  return findUpn(text).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}
