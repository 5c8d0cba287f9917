import { parseAnswerKey } from "~/domain/response/answer";

/** What an answer is called in a message: "C5", "Section C"; a field has its own label. */
export function answerNoun(key: string): string {
  const named = parseAnswerKey(key);
  return named.kind === "section" ? `Section ${named.section}` : key;
}

/** "Tom's", and for a name that ends in s, "James’". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

/** The first of someone's names, for buttons. */
export const firstName = (name: string): string => name.split(" ")[0] ?? name;

/** "1 statement", "5 statements". */
export const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : `${noun}s`}`;
