import { assertNever } from "~/domain/result";
import { conflictWords } from "./availability-words";
import type { LineProblem } from "./check-lines";
import { pairConflictWords } from "./pair-words";

/** Why a chosen visit came back; `questionnaire` is its title. */
export function lineProblemWords(problem: LineProblem, questionnaire: string): string {
  switch (problem.code) {
    case "no-response":
      return "This school is not in the review round";
    case "has-a-visit":
      return "Has a visit this round already";
    case "not-in-register":
      return "Somebody of this pair is not in the register any more";
    case "twice-the-same":
      return "Choose two different reviewers";
    case "asked-before":
      return `${problem.name} was asked for this visit before`;
    case "conflict":
      return `${problem.name}: ${conflictWords(problem.conflict, questionnaire)}`;
    case "pair":
      return pairConflictWords(problem.conflict);
    default:
      return assertNever(problem);
  }
}
