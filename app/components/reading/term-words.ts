import { termName } from "~/domain/calendar/terms";

type Spot = "table" | "sentence";

/** A term as it is stored, "2026-27 Term 4": in a table with its year, in a sentence as "the end of Term 4". */
export function termWords(stored: string, spot: Spot): string {
  const [, year = "", term = ""] = /^(\d{4}-\d{2}) Term ([1-6])$/.exec(stored) ?? [];
  if (term === "") return stored;
  return spot === "sentence" ? `the end of Term ${term}` : termName({ year, term: Number(term) });
}
