import type { LikelyName } from "~/domain/people/names-guard";
import { newLikelyNames } from "~/domain/people/new-likely-names";

/** Words in a box that may name a child: a question to the writer, who takes them out or says that they do not. */
export type NamesProblem = { field: string; code: "names"; names: readonly LikelyName[] };

export type AskingNames = {
  /** What stood before; words of it are not asked about again. */
  before?: Readonly<Record<string, string>>;
  /** The writer has said that the words name no child. */
  namesConfirmed: boolean;
};

/** Asks about words that may name a child, box by box (design.md decision 11). */
export function namesProblems(
  texts: Readonly<Record<string, string>>,
  { before = {}, namesConfirmed }: AskingNames,
): NamesProblem[] {
  if (namesConfirmed) return [];
  return Object.entries(texts).flatMap(([field, text]): NamesProblem[] => {
    const names = newLikelyNames(text, { before: before[field] ?? "" });
    return names.length === 0 ? [] : [{ field, code: "names", names }];
  });
}
