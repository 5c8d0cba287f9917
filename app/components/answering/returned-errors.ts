import { answerId } from "~/forms/answers";
import type { SummaryError } from "../form/error-summary";
import { answerNoun } from "./answer-words";
import type { ReturnedAnswer } from "./open-answers";

/** The lines of the summary for answers that came back, each leading to its box. */
export function returnedErrors(returned: readonly ReturnedAnswer[]): SummaryError[] {
  return returned.map(({ key, refusal, theirs }) => {
    if (theirs !== null) {
      const text = `${answerNoun(key)}: choose which version to keep`;
      return { fieldId: `${answerId(key, "base")}-versions`, text };
    }
    const part = refusal?.part ?? null;
    const fieldId = part === null ? `${answerId(key, "value")}-kept` : answerId(key, part);
    return { fieldId, text: refusal?.summary ?? answerNoun(key) };
  });
}
