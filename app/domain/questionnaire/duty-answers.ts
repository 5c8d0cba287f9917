import type { Item, Section } from "~/domain/questionnaire/definition";
import type { Duty } from "~/domain/questionnaire/duties";
import {
  answerTo,
  dutiesOn,
  needsDutyAnswer,
  type SelfReview,
} from "~/domain/questionnaire/self-review";
import type { DutyAnswer } from "~/domain/response/answer";

/** A statement with the duties in force on it and what the school answered. */
export type DutyLine = {
  section: Section;
  item: Item;
  duties: Duty[];
  /** Yes / Partly / No stands beside the statement and has to be answered. */
  asked: boolean;
  /** Null where it is not asked, whatever was chosen before. */
  answer: DutyAnswer | null;
  note: string;
};

export type DutyCounts = { yes: number; partly: number; no: number; unanswered: number };

/** Every statement that applies and has a duty in force, in the order of the questionnaire. */
export function dutyLines(review: SelfReview): DutyLine[] {
  return review.sections.flatMap(({ section, items }) =>
    items
      .filter((item) => dutiesOn(review, item).length > 0)
      .map((item) => dutyLine(review, section, item)),
  );
}

/** How the legal duties that are asked were answered. They never cap or colour a headline (domain.md 4.1). */
export function countDutyAnswers(review: SelfReview): DutyCounts {
  const asked = dutyLines(review).filter((line) => line.asked);
  const count = (answer: DutyAnswer | null) =>
    asked.filter((line) => line.answer === answer).length;
  return { yes: count("yes"), partly: count("partly"), no: count("no"), unanswered: count(null) };
}

function dutyLine(review: SelfReview, section: Section, item: Item): DutyLine {
  const { duty, dutyNote } = answerTo(review, item.key);
  const asked = needsDutyAnswer(review, section, item);
  return {
    section,
    item,
    duties: dutiesOn(review, item),
    asked,
    answer: asked ? duty : null,
    note: asked ? dutyNote : "",
  };
}
