import { composedText } from "~/domain/composed-text";
import { EMPTY_ANSWER, type AnswerContent } from "./answer";
import { PARTS, type Answerable } from "./answerable";

type TextPart = "commentary" | "whereSeen" | "dutyNote" | "value";
export const TEXT_PARTS = [
  "commentary",
  "whereSeen",
  "dutyNote",
  "value",
] as const satisfies readonly TextPart[];

/**
 * Text as it is kept: line ends as one character (forms post two), letters composed, and no characters that
 * a database or JSON cannot hold. Two ways of typing the same words are then the same answer.
 */
export function tidyText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n\t]/gu, "");
  return composedText(plain);
}

/** The content as it is kept for this kind of answer: texts tidied, parts it does not have left empty. */
export function tidyContent(kind: Answerable["kind"], content: AnswerContent): AnswerContent {
  const kept: Partial<AnswerContent> = Object.fromEntries(
    PARTS[kind].map((part) => [part, content[part]]),
  );
  const whole = { ...EMPTY_ANSWER, ...kept };
  return {
    ...whole,
    commentary: tidyText(whole.commentary),
    whereSeen: tidyText(whole.whereSeen),
    dutyNote: tidyText(whole.dutyNote),
    value: tidyText(whole.value),
  };
}

/** The parts in which two contents differ, in the order they stand on screen. */
export function partsThatDiffer(
  one: AnswerContent,
  other: AnswerContent,
): readonly (keyof AnswerContent)[] {
  const parts: readonly (keyof AnswerContent)[] = [...PARTS.item, "value"];
  return parts.filter((part) => one[part] !== other[part]);
}

export function sameContent(one: AnswerContent, other: AnswerContent): boolean {
  return partsThatDiffer(one, other).length === 0;
}

/** Only the content of an answer, without its key, count and author. */
export function contentOf(answer: AnswerContent): AnswerContent {
  return {
    level: answer.level,
    commentary: answer.commentary,
    whereSeen: answer.whereSeen,
    duty: answer.duty,
    dutyNote: answer.dutyNote,
    helpWanted: answer.helpWanted,
    toConfirm: answer.toConfirm,
    value: answer.value,
  };
}
