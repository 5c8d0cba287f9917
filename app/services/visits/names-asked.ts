import { namesQuestion } from "~/domain/people/names-question";
import { newLikelyNames } from "~/domain/people/new-likely-names";
import type { VisitProblemView } from "./views";

type Asking = {
  /** What stood before; words of it are not asked about again. */
  before?: Readonly<Record<string, string>>;
  /** The writer has said that the words name no child. */
  namesConfirmed: boolean;
};

/** Asks about words that may name a child, field by field, once nothing else is wrong (design.md decision 11). */
export function namesAsked(
  texts: Readonly<Record<string, string>>,
  { before = {}, namesConfirmed }: Asking,
): VisitProblemView[] {
  if (namesConfirmed) return [];
  return Object.entries(texts).flatMap(([field, text]): VisitProblemView[] => {
    const names = newLikelyNames(text, { before: before[field] ?? "" });
    return names.length === 0 ? [] : [{ field, message: namesQuestion(names), asks: "names" }];
  });
}
