import type { Applicability } from "~/domain/questionnaire/applicability";
import type { Definition } from "~/domain/questionnaire/definition";
import { templateDuties, type Duty } from "~/domain/questionnaire/duties";
import { selfReview, type SelfReview } from "~/domain/questionnaire/self-review";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";

export const TODAY = "2026-11-22";

export const PRIMARY: Applicability = {
  phases: ["EY", "P"],
  types: ["maintained"],
  sections: null,
};

export type KeyedAnswer = AnswerContent & { key: string };

export function anAnswer(key: string, content: Partial<AnswerContent> = {}): KeyedAnswer {
  return { ...EMPTY_ANSWER, ...content, key };
}

/** A questionnaire's own duties as rows. */
export function dutyRows(definition: Definition): Duty[] {
  return templateDuties(definition).map((duty, i) => ({ ...duty, id: `duty-${i}` }));
}

/** A self-review of a maintained primary school with the questionnaire's own duties. */
export function aReview(
  definition: Definition,
  answers: readonly KeyedAnswer[] = [],
  applicability: Applicability = PRIMARY,
): SelfReview {
  return selfReview({
    definition,
    applicability,
    duties: dutyRows(definition),
    today: TODAY,
    answers,
  });
}

/** Answers that make everything that applies done: level 3, duties Yes, sections summed up. */
export function fullAnswers(definition: Definition): KeyedAnswer[] {
  return definition.sections.flatMap((section) => [
    ...section.items.map((item) => anAnswer(item.key, { level: "3", duty: "yes" })),
    anAnswer(`section:${section.key}`, { level: "3", commentary: "Read in ten plans, July." }),
  ]);
}
