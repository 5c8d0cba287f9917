import type { TemplateProblem } from "~/domain/questionnaire/problems";
import { headingOf, looksLikeHeading, type SheetName, type SheetProblem } from "./sheet";

/** Where each part of a definition came from, by its path: `sections[2].items[0]` stands in row 14 of Statements. */
export type Places = ReadonlyMap<string, { sheet: SheetName; row: number }>;

/** Turns a fault of a definition into one of a spreadsheet, where a person finds it. */
export function placeOf({ path, message }: TemplateProblem, places: Places): SheetProblem {
  const parts = path.match(/\[\d+\]|[^.[\]]+/g) ?? [];
  for (let length = parts.length; length > 0; length -= 1) {
    const known = places.get(joined(parts.slice(0, length)));
    if (known === undefined) continue;
    return { ...known, column: columnOf(known.sheet, parts.slice(length)), message };
  }
  return { sheet: "Questionnaire", row: 1, column: path, message };
}

const joined = (parts: readonly string[]): string =>
  parts.reduce(
    (path, part) => (path === "" || part.startsWith("[") ? path + part : `${path}.${part}`),
    "",
  );

function columnOf(sheet: SheetName, [field, second]: readonly string[]): string {
  if (sheet === "Questionnaire") return "Value";
  if (field === undefined) return "";
  if (field === "descriptors") return looksLikeHeading(second ?? "");
  return headingOf(sheet, field);
}
