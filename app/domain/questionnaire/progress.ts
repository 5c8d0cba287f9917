import type { AppliedSection } from "~/domain/questionnaire/applicability";
import type { Item, Section } from "~/domain/questionnaire/definition";
import { headlineLevels } from "~/domain/questionnaire/definition-lookup";
import { hasWords, wordsAskedOf } from "~/domain/questionnaire/needs-words";
import {
  answerTo,
  chosenLevel,
  needsDutyAnswer,
  neededItems,
  summaryOf,
  type SelfReview,
} from "~/domain/questionnaire/self-review";

/** What a statement still lacks. */
export type ItemLack = "level" | "commentary" | "duty" | "dutyNote" | "to-confirm";
/** What a section's summing-up still lacks. */
export type SummaryLack = "headline" | "commentary" | "to-confirm";
export type ItemState = "done" | "started" | "empty";

/**
 * What a statement lacks, in the order it is asked. It is done when nothing is lacking: the level, the words the
 * level asks for, the duty's answer and its words, and it is not still to confirm (design.md section 5).
 */
export function lacksOf(review: SelfReview, section: Section, item: Item): ItemLack[] {
  const answer = answerTo(review, item.key);
  const lacks: ItemLack[] = [];
  if (chosenLevel(review, section, item) === null) lacks.push("level");
  if (needsDutyAnswer(review, section, item) && answer.duty === null) lacks.push("duty");
  const unwritten = wordsAskedOf(review, section, item).filter((words) => !words.written);
  lacks.push(...unwritten.map((words) => words.box));
  if (answer.toConfirm || review.lookAgain.has(item.key)) lacks.push("to-confirm");
  return lacks;
}

/** Empty: nothing was put there. Started: something was, and something is lacking. */
export function itemState(review: SelfReview, section: Section, item: Item): ItemState {
  if (lacksOf(review, section, item).length === 0) return "done";
  const { level, duty, commentary, dutyNote, whereSeen } = answerTo(review, item.key);
  const touched = level !== null || duty !== null || hasWords(commentary + dutyNote + whereSeen);
  return touched ? "started" : "empty";
}

/**
 * Whether a section is to be summed up: where the questionnaire asks for it, something applies, and not every
 * statement is outside the count (a headline over nothing but "Ready" would say nothing).
 */
export function asksSummary(review: SelfReview, applied: AppliedSection): boolean {
  return (
    review.definition.settings.sectionSummary &&
    applied.items.some((item) => chosenLevel(review, applied.section, item)?.counts !== false)
  );
}

/** What the summing-up of a section lacks: a headline that counts, and "How do you know?". */
export function summaryLacks(review: SelfReview, applied: AppliedSection): SummaryLack[] {
  if (!asksSummary(review, applied)) return [];
  const summary = summaryOf(review, applied.section);
  const lacks: SummaryLack[] = [];
  if (!headlineLevels(review.definition).some((level) => level.code === summary.level))
    lacks.push("headline");
  if (!hasWords(summary.commentary)) lacks.push("commentary");
  if (summary.toConfirm) lacks.push("to-confirm");
  return lacks;
}

/** How far one section is. `done` and `total` count the statements that are needed. */
export type SectionProgress = {
  key: string;
  title: string;
  done: number;
  total: number;
  summed: boolean;
  completed: boolean;
};

/** Each chosen section in order. A section where nothing applies is complete, with a total of 0. */
export function sectionProgress(review: SelfReview): SectionProgress[] {
  return review.sections.map((applied) => {
    const { section } = applied;
    const needed = neededItems(review, applied);
    const done = needed.filter((item) => itemState(review, section, item) === "done").length;
    const summed = summaryLacks(review, applied).length === 0;
    const completed = summed && done === needed.length;
    return {
      key: section.key,
      title: section.title,
      done,
      total: needed.length,
      summed,
      completed,
    };
  });
}
