import type { Item, Section } from "~/domain/questionnaire/definition";
import { DUTY_QUESTION } from "~/domain/questionnaire/duties";
import {
  answerTo,
  chosenLevel,
  needsDutyAnswer,
  type SelfReview,
} from "~/domain/questionnaire/self-review";
import type { DutyAnswer } from "~/domain/response/answer";

/** Words that a choice asks for: which box, under which question, and whether something stands there. */
export type WordsAsked = {
  key: string;
  short: string;
  section: string;
  box: "commentary" | "dutyNote";
  question: string;
  /** The choice that asks, for the commentary; null for a duty. */
  levelName: string | null;
  /** The answer that asks, for a duty; null for a level. */
  duty: DutyAnswer | null;
  written: boolean;
};

/** Whether a text says anything: blanks alone do not. */
export function hasWords(text: string): boolean {
  return text.trim() !== "";
}

/**
 * The words one statement asks for: the level's own question (Sharing, Ready, Does not apply, Partly), and the
 * duty's where it is answered Partly or No (design.md section 5). Written ones are in the list too.
 */
export function wordsAskedOf(review: SelfReview, section: Section, item: Item): WordsAsked[] {
  const answer = answerTo(review, item.key);
  const level = chosenLevel(review, section, item);
  const at = { key: item.key, short: item.short, section: section.key };
  const asked: WordsAsked[] = [];
  if (level?.asks != null)
    asked.push({
      ...at,
      box: "commentary",
      question: level.asks,
      levelName: level.name,
      duty: null,
      written: hasWords(answer.commentary),
    });
  if (needsDutyAnswer(review, section, item) && (answer.duty === "partly" || answer.duty === "no"))
    asked.push({
      ...at,
      box: "dutyNote",
      question: DUTY_QUESTION,
      levelName: null,
      duty: answer.duty,
      written: hasWords(answer.dutyNote),
    });
  return asked;
}

/** All words asked for, in the order of the questionnaire; of one section when its key is given. */
export function wordsAsked(review: SelfReview, sectionKey?: string): WordsAsked[] {
  return review.sections
    .filter(({ section }) => sectionKey === undefined || section.key === sectionKey)
    .flatMap(({ section, items }) => items.flatMap((item) => wordsAskedOf(review, section, item)));
}
