import { USUAL_LETTER, type LetterFields } from "~/domain/chasing/letter-words";
import type { ReturnsFilter } from "~/domain/returns/list-returns";
import { z } from "~/domain/zod";
import { textOf } from "./action";
import { textsOf } from "./chasing";
import { readReturnsQuery } from "./returns-filter";

/** Which schools an address or a form chooses. */
export type ChosenSchools = {
  roundId: string;
  chosen: { ids: string[] } | { filter: ReturnsFilter };
};

/** `?round=…&chosen=…&chosen=…`, or `&all=1` with a filter for all that it leaves. */
export function readChosen(query: URLSearchParams): ChosenSchools {
  const { roundId, filter } = readReturnsQuery(query);
  const chosen = query.has("all") ? { filter } : { ids: query.getAll("chosen") };
  return { roundId: roundId ?? "", chosen };
}

export type LettersForm = ChosenSchools & {
  chosen: { ids: string[] };
  fields: LetterFields;
  batchId: string;
};

/** The letter as typed, for the schools that were looked at. */
export function readLettersForm(form: FormData): LettersForm {
  return {
    roundId: textOf(form, "round"),
    chosen: { ids: textsOf(form, "chosen") },
    fields: { subject: textOf(form, "subject"), text: textOf(form, "text") },
    batchId: z.uuid().catch("").parse(textOf(form, "batch")),
  };
}

export const usualLetter = (): LetterFields => ({ ...USUAL_LETTER });
