import {
  itemsThatApply,
  type Applicability,
  type AppliedSection,
} from "~/domain/questionnaire/applicability";
import type { Definition, Item, Level, Section } from "~/domain/questionnaire/definition";
import { levelIn } from "~/domain/questionnaire/definition-lookup";
import { dutiesByItem, type Duty } from "~/domain/questionnaire/duties";
import { EMPTY_ANSWER, sectionKey, type AnswerContent } from "~/domain/response/answer";

/**
 * A questionnaire with one school's answers: what progress, what still needs words and the summaries are
 * worked out from. `duties` are those in force, by statement. Answers to what does not apply may be there;
 * nothing counts them.
 */
export type SelfReview = {
  definition: Definition;
  sections: AppliedSection[];
  duties: ReadonlyMap<string, Duty[]>;
  answers: ReadonlyMap<string, AnswerContent>;
  /** Statements whose duty has changed since they were answered, and that nobody has looked at again. */
  lookAgain: ReadonlySet<string>;
};

/** Puts a self-review together. `answers` may come in any order; a key given twice counts once, the last. */
export function selfReview(input: {
  definition: Definition;
  applicability: Applicability;
  duties: readonly Duty[];
  /** "YYYY-MM-DD" in London. */
  today: string;
  answers: readonly (AnswerContent & { key: string })[];
  lookAgain?: readonly string[];
}): SelfReview {
  const { definition, applicability, today } = input;
  return {
    definition,
    sections: itemsThatApply(definition, applicability),
    duties: dutiesByItem(input.duties, { today, types: applicability.types }),
    answers: new Map(input.answers.map((answer) => [answer.key, answer])),
    lookAgain: new Set(input.lookAgain ?? []),
  };
}

/** The answer under a key; empty when there is none. */
export function answerTo(review: SelfReview, key: string): AnswerContent {
  return review.answers.get(key) ?? EMPTY_ANSWER;
}

/** The headline and "How do you know?" of a section. */
export function summaryOf(review: SelfReview, section: Section): AnswerContent {
  return answerTo(review, sectionKey(section.key));
}

/** The choice made for a statement, as the scale has it; null for none and for one that is not open there. */
export function chosenLevel(review: SelfReview, section: Section, item: Item): Level | null {
  return levelIn(review.definition, section, answerTo(review, item.key).level);
}

/** Duties in force on a statement. */
export function dutiesOn(review: SelfReview, item: Item): Duty[] {
  return review.duties.get(item.key) ?? [];
}

/** Whether Yes / Partly / No stands beside a statement: a legal duty in force, unless the scale itself asks so. */
export function asksDuty(review: SelfReview, item: Item): boolean {
  return (
    review.definition.settings.askDuties &&
    dutiesOn(review, item).some((duty) => duty.kind === "must")
  );
}

/**
 * Whether the duty has to be answered. It has not where the choice is outside the count: for a school that says
 * "Does not apply to us" or "Ready, no current need" there is nothing to do in full or in part.
 */
export function needsDutyAnswer(review: SelfReview, section: Section, item: Item): boolean {
  return asksDuty(review, item) && chosenLevel(review, section, item)?.counts !== false;
}

/** Statements that must be done before the head can sign: all, or the starred ones (asthma). */
export function neededItems(review: SelfReview, applied: AppliedSection): Item[] {
  if (review.definition.settings.needed === "all") return applied.items;
  return applied.items.filter((item) => item.starter);
}
