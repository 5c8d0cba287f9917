import { derivedShares, type DerivedShare } from "~/domain/questionnaire/shares";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import {
  answerTo,
  chosenLevel,
  neededItems,
  type SelfReview,
} from "~/domain/questionnaire/self-review";
import { lacksOf, summaryLacks } from "~/domain/questionnaire/progress";
import type { AppliedSection } from "~/domain/questionnaire/applicability";
import type { Item } from "~/domain/questionnaire/definition";
import { fieldMessage, itemMessage, shareMessage, SUMMARY_MESSAGES } from "./check-words";

/** What a check is made on. `sections` are those the school chose; `training` is the round's figure. */
export type CheckRequest = {
  review: SelfReview;
  /** The school has confirmed which parts apply. */
  confirmed: boolean;
  /** The school chooses at least this many sections; null: it does not choose. */
  chooseAtLeast: number | null;
  training: { threshold: number | null; gate: boolean };
};

export type CheckCode =
  | "confirm-first"
  | "choose-sections"
  | "level"
  | "commentary"
  | "duty"
  | "dutyNote"
  | "to-confirm"
  | "headline"
  | "field"
  | "share"
  | "training";

/** One thing left. `answerKey` and `section` say where its link goes; both null for the whole. */
export type ReadyProblem = {
  code: CheckCode;
  answerKey: string | null;
  section: string | null;
  message: string;
};

export type CheckOutcome = { ready: boolean; problems: ReadyProblem[] };

/**
 * Everything left before the answers can be marked ready, in the order of the questionnaire, numbers first
 * (design.md section 5). What applies must be confirmed before anything else is asked. In asthma only the starred
 * statements are needed, fields only where the questionnaire says so, and the training share is a gate only where
 * the round sets it.
 */
export function checkResponse(request: CheckRequest): CheckOutcome {
  const problems = readyProblems(request);
  return { ready: problems.length === 0, problems };
}

export function readyProblems(request: CheckRequest): ReadyProblem[] {
  if (!request.confirmed) {
    return [whole("confirm-first", "Confirm which parts apply to your school")];
  }
  return [
    ...choiceProblems(request),
    ...fieldProblems(request.review),
    ...shareProblems(request),
    ...request.review.sections.flatMap((applied) => sectionProblems(request.review, applied)),
  ];
}

function whole(code: CheckCode, message: string): ReadyProblem {
  return { code, answerKey: null, section: null, message };
}

function choiceProblems({ review, chooseAtLeast }: CheckRequest): ReadyProblem[] {
  if (chooseAtLeast === null || review.sections.length >= chooseAtLeast) return [];
  const sections = chooseAtLeast === 1 ? "1 section" : `${chooseAtLeast} sections`;
  return [whole("choose-sections", `Choose at least ${sections}`)];
}

function fieldProblems(review: SelfReview): ReadyProblem[] {
  return review.definition.fields
    .map((field) => ({ field, answer: answerTo(review, fieldKey(field.key)) }))
    .filter(({ field, answer }) => field.required && answer.value.trim() === "")
    .map(({ field }) => ({
      code: "field",
      answerKey: fieldKey(field.key),
      section: null,
      message: fieldMessage(field),
    }));
}

function shareProblems({ review, training }: CheckRequest): ReadyProblem[] {
  const shares = derivedShares(review.definition, review.answers, { training: training.threshold });
  return shares.flatMap((share) => {
    const isGate = training.gate && share.threshold !== null;
    if (!share.tooMany && !(isGate && isShort(share))) return [];
    return [
      {
        code: share.tooMany ? "share" : "training",
        answerKey: fieldKey(share.partField),
        section: null,
        message: shareMessage(share),
      } satisfies ReadyProblem,
    ];
  });
}

/** Not shown to be reached: too few, or a number is missing. */
function isShort({ short }: DerivedShare): boolean {
  return short === null || short > 0;
}

function sectionProblems(review: SelfReview, applied: AppliedSection): ReadyProblem[] {
  const { key } = applied.section;
  const items = neededItems(review, applied).flatMap((item) =>
    itemProblems(review, { applied, item }),
  );
  const summary = summaryLacks(review, applied).map((code) => ({
    code,
    answerKey: sectionKey(key),
    section: key,
    message: `Section ${key}: ${SUMMARY_MESSAGES[code]}`,
  }));
  return [...items, ...summary];
}

type Placed = { applied: AppliedSection; item: Item };

function itemProblems(review: SelfReview, { applied, item }: Placed): ReadyProblem[] {
  const { section } = applied;
  const words = {
    scale: review.definition.scale,
    level: chosenLevel(review, section, item),
    duty: answerTo(review, item.key).duty,
  };
  return lacksOf(review, section, item).map((code) => ({
    code,
    answerKey: item.key,
    section: section.key,
    message: `${item.key}: ${itemMessage(code, words)}`,
  }));
}
