import { namesQuestion } from "./names-question";
import { newLikelyNames } from "./new-likely-names";

type Asking<Field extends string> = {
  field: Field;
  text: string;
  /** What stood before: words of it are not asked about again. */
  before?: string;
  /** The writer has said that no child is named. */
  confirmed: boolean;
};

/** A question at a field, which the writer may confirm. */
export type NamesAsked<Field extends string> = { field: Field; message: string; asks: "names" };

/** Asks about what may name a child in a box (design.md decision 11): one question at its field, or none. */
export function askedAboutNames<Field extends string>({
  field,
  text,
  before = "",
  confirmed,
}: Asking<Field>): NamesAsked<Field>[] {
  const names = confirmed ? [] : newLikelyNames(text, { before });
  return names.length === 0 ? [] : [{ field, message: namesQuestion(names), asks: "names" }];
}
