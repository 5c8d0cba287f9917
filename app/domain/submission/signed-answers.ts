import { EMPTY_ANSWER, fieldKey, sectionKey, type AnswerContent } from "~/domain/response/answer";
import type { Snapshot } from "./snapshot";

/** The answers of a signed copy by their answer keys (`C2`, `section:C`, `field:pupilsOnRoll`), as a self-review holds them. */
export function signedAnswers(snapshot: Snapshot): Map<string, AnswerContent> {
  const answers = new Map<string, AnswerContent>();
  for (const { key, headline, commentary, items } of snapshot.sections) {
    for (const item of items) {
      const { level, whereSeen, duty, dutyNote, helpWanted } = item;
      const words = { commentary: item.commentary, whereSeen, dutyNote };
      answers.set(item.key, { ...EMPTY_ANSWER, level, duty, helpWanted, ...words });
    }
    answers.set(sectionKey(key), { ...EMPTY_ANSWER, level: headline, commentary });
  }
  for (const { key, value } of snapshot.fields) {
    answers.set(fieldKey(key), { ...EMPTY_ANSWER, value });
  }
  return answers;
}
