import { formatDate } from "~/domain/calendar/format";
import { assertNever } from "~/domain/result";
import type { Nearness } from "./availability";
import { phaseWords, questionWords } from "./availability-words";
import type { OfPair, PairQuestion, PairReason } from "./describe-pair";
import type { PairConflict } from "./pair-rules";

/** What speaks for a pair; `questionnaire` is its title. */
export function pairReasonWords(reason: PairReason, questionnaire: string): string {
  switch (reason.code) {
    case "knowledge":
      return knowledgeWords(reason, questionnaire);
    case "nothing-shared":
      return named(reason.of, "no shared trust, federation or governor");
    case "no-swap":
      return `Their schools and ${reason.school} do not visit each other this round`;
    case "never-visited":
      return reason.of === "both"
        ? `Have not visited ${reason.school} before`
        : `${reason.of.name} has not visited ${reason.school} before`;
    case "districts":
      return districtWords(reason.first, reason.second);
    case "accredited":
      return `Both accredited until ${formatDate(reason.until)} or later`;
    case "may-lead":
      return reason.of === "both" ? "Both may lead" : `${reason.of.name} may lead`;
    default:
      return assertNever(reason);
  }
}

/** What to ask or think about before the pair is chosen. */
export function pairQuestionWords(question: PairQuestion): string {
  if (question.code === "trust-of-both") return `Both work in the same trust, ${question.trust}`;
  if (question.code === "nobody-may-lead") {
    return "Neither may lead a visit: choose somebody who may in place of one";
  }
  return questionWords(question);
}

/** Why two people do not go together. */
export function pairConflictWords(conflict: PairConflict): string {
  switch (conflict.code) {
    case "same-home-school":
      return `Both work at ${conflict.homeSchool}`;
    case "same-pair-last-time":
      return `The same two visited last time, on ${formatDate(conflict.on)}`;
    case "nobody-knows-phase":
      return "Neither knows this kind of school";
    default:
      return assertNever(conflict);
  }
}

type Knowledge = Extract<PairReason, { code: "knowledge" }>;

function knowledgeWords({ known, phases }: Knowledge, questionnaire: string): string {
  const both = `Both know ${questionnaire}`;
  switch (known) {
    case "both":
      return `${both} and ${phaseWords(phases)}`;
    case "one":
      return `${both}, one knows ${phaseWords(phases)}`;
    case "between":
      return `${both}, and between them every phase here: ${phaseWords(phases)}`;
    case "not-asked":
      return both;
    default:
      return assertNever(known);
  }
}

function named(of: OfPair, words: string): string {
  return of === "both"
    ? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
    : `${of.name}: ${words}`;
}

function districtWords(first: Nearness, second: Nearness): string {
  const both = [first, second];
  const count = (nearness: Nearness) => both.filter((one) => one === nearness).length;
  if (count("same") === 2) return "Both visit this district";
  if (count("same") === 1 && count("next") === 1) return "One visits this district, one the next";
  if (count("same") === 1) return "One visits this district";
  return count("next") === 2
    ? "Both visit the districts beside it"
    : "One visits the next district";
}
