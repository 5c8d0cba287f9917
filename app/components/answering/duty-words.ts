import type { DutyAnswer } from "~/domain/response/answer";
import type { Choice } from "../form/choice";

const WORDS: Record<DutyAnswer, string> = { yes: "Yes", partly: "Partly", no: "No" };

export const dutyAnswerWord = (answer: DutyAnswer | null): string =>
  answer === null ? "Not answered" : WORDS[answer];

/** Yes, Partly, No, in this order everywhere; the first letters are their keys. */
export const DUTY_CHOICES: readonly Choice[] = (["yes", "partly", "no"] as const).map((value) => ({
  value,
  label: WORDS[value],
}));

export const dutyAsksWords = (answer: DutyAnswer | null): boolean =>
  answer === "partly" || answer === "no";
