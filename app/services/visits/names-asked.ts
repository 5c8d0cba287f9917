import { namesQuestion } from "~/domain/people/names-question";
import { namesProblems, type AskingNames } from "~/domain/visit/asked-names";
import type { VisitProblemView } from "./views";

/** Asks about words that may name a child, field by field, once nothing else is wrong (design.md decision 11). */
export function namesAsked(
  texts: Readonly<Record<string, string>>,
  asking: AskingNames,
): VisitProblemView[] {
  return namesProblems(texts, asking).map(({ field, names }) => ({
    field,
    message: namesQuestion(names),
    asks: "names",
  }));
}
