import { fieldOf } from "./invitation";

export type TypedWish = { round: string; terms: string[]; words: string; namesConfirmed: boolean };

/** A school's wish for a visit, as posted. */
export function readWishForm(form: FormData): TypedWish {
  return {
    round: fieldOf(form, "round"),
    terms: form.getAll("terms").flatMap((value) => (typeof value === "string" ? [value] : [])),
    words: fieldOf(form, "words"),
    namesConfirmed: form.has("namesConfirmed"),
  };
}
