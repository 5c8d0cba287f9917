import type { NamedPair } from "~/domain/matching/describe-pair";
import type { ReviewerForMatching } from "~/domain/matching/facts";
import { pairQuestionWords, pairReasonWords } from "~/domain/matching/pair-words";
import { visitsLeftWords } from "~/domain/reviewer/visits-offered";
import type { RegisteredReviewer } from "./load-facts.server";

/** A reviewer as a pair shows one (look/15-matching). */
export type PairPersonView = {
  reviewerId: string;
  name: string;
  /** "Quarry Hill Academy, headteacher". */
  from: string;
  left: string;
};

export type PairView = {
  people: [PairPersonView, PairPersonView];
  reasons: string[];
  questions: string[];
};

type Of = {
  registered: ReadonlyMap<string, RegisteredReviewer>;
  questionnaireTitle: string;
};

/** A pair with its reasons in words. `order`: lead first, where somebody has chosen. */
export function pairView(
  pair: NamedPair,
  { registered, questionnaireTitle }: Of,
  order: readonly [ReviewerForMatching, ReviewerForMatching] = pair.reviewers,
): PairView {
  const [lead, second] = order;
  return {
    people: [personView(lead, registered), personView(second, registered)],
    reasons: pair.reasons.map((one) => pairReasonWords(one, questionnaireTitle)),
    questions: pair.questions.map(pairQuestionWords),
  };
}

export function personView(
  one: ReviewerForMatching,
  registered: ReadonlyMap<string, RegisteredReviewer>,
): PairPersonView {
  const { reviewerId = "", post = "" } = registered.get(one.userId) ?? {};
  return {
    reviewerId,
    name: one.name,
    from: [one.homeSchoolName, post].filter((part) => part !== "").join(", "),
    left: visitsLeftWords({ offered: one.visitsOffered, taken: one.visitsTaken }),
  };
}

export const byUserId = (all: readonly RegisteredReviewer[]): Map<string, RegisteredReviewer> =>
  new Map(all.map((one) => [one.userId, one]));
