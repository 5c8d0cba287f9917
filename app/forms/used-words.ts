import type { AnswerContent } from "~/domain/response/answer";

/** Words of another answer of the school's, put into an answer with "Use it". */
export type UsedWords = { key: string; words: string };

/** The value of a "Use it" button in a form without JavaScript. */
export const usedWordsValue = ({ key, words }: UsedWords): string => `${key}=${words}`;

/** Reads the button that was pressed; null where it was another. A form sends line breaks as CRLF. */
export function readUsedWords(value: FormDataEntryValue | null): UsedWords | null {
  if (typeof value !== "string") return null;
  const [, key = "", words = ""] = /^([\w.:-]{1,60})=(.+)$/s.exec(value) ?? [];
  return key === "" ? null : { key, words: words.replaceAll("\r\n", "\n") };
}

/** The answer with the words under what it says already. */
export function withWords(content: AnswerContent, words: string): AnswerContent {
  const before = content.commentary.trim();
  return { ...content, commentary: before === "" ? words : `${before}\n\n${words}` };
}

/** Whether an answer holds the words as they stand elsewhere. */
export const hasWords = (content: AnswerContent, words: string): boolean =>
  content.commentary.replaceAll("\r\n", "\n").includes(words.trim());
