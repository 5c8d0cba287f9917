import { findUpn } from "~/domain/people/upn";

/** Longest text that goes with a postponement or a cancellation, in UTF-16 code units. */
export const WORDS_TO_TELL_MAX = 500;

/** What is wrong with words that others of the visit will read; null when nothing is. */
export function wordsProblem(text: string): string | null {
  if (text.trim() === "") return "Say why in a line, so that the others know";
  if (text.length > WORDS_TO_TELL_MAX) return `Use ${WORDS_TO_TELL_MAX} characters or fewer`;
  return findUpn(text).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}
