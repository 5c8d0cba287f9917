import { checkDefinition } from "~/domain/questionnaire/check-definition";
import type { Definition } from "~/domain/questionnaire/definition";
import { upgradeDefinition } from "~/domain/questionnaire/upgrade-definition";
import { ok, refused, type Result } from "~/domain/result";
import { assemble } from "./assemble";
import { NEEDED_SHEETS, SHEET_NAMES, type Sheet, type SheetProblem } from "./sheet";
import { placeOf } from "./problem-places";
import { writeSheets } from "./write-sheets";

/**
 * Reads a definition from its sheets, every fault at once with sheet, row and column. `base`: the version before, from
 * which sheets that were left out are taken, so that a file with statements alone makes a new version; without it the
 * sheets Questionnaire, Scale, Sections and Statements are needed. The rules confirmed for an earlier version do not carry
 * over: Changes is never taken from `base`.
 */
export function readSheets(
  sheets: readonly Sheet[],
  base: Definition | null,
): Result<Definition, SheetProblem[]> {
  const missing = base === null ? missingSheets(sheets) : [];
  if (missing.length > 0) return refused(missing);
  const { raw, places, problems } = assemble(filledUp(sheets, base));
  // A row that cannot be placed would show up again as something missing.
  if (problems.some(({ row }) => row === 1)) return refused(problems);
  const upgraded = upgradeDefinition(raw);
  const found = upgraded.ok ? checkDefinition(upgraded.value) : upgraded.problem;
  const all = [...problems, ...found.map((problem) => placeOf(problem, places))];
  if (all.length > 0 || !upgraded.ok) return refused(inOrder(all));
  return ok(upgraded.value);
}

function missingSheets(sheets: readonly Sheet[]): SheetProblem[] {
  return NEEDED_SHEETS.filter((name) => !sheets.some((sheet) => sheet.name === name)).map(
    (name) => ({ sheet: name, row: 1, column: "", message: "There is no such sheet. Add it" }),
  );
}

function filledUp(sheets: readonly Sheet[], base: Definition | null): readonly Sheet[] {
  if (base === null) return sheets;
  const standing = writeSheets(base).filter(
    ({ name }) => name !== "Changes" && !sheets.some((sheet) => sheet.name === name),
  );
  return [...sheets, ...standing];
}

/** By sheet and row, as a person goes through the file; the same words at the same place once. */
function inOrder(problems: readonly SheetProblem[]): SheetProblem[] {
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const words = JSON.stringify(problem);
      return seen.has(words) ? false : Boolean(seen.add(words));
    })
    .sort((one, other) => orderOf(one) - orderOf(other) || one.row - other.row);
}

const orderOf = ({ sheet }: SheetProblem): number =>
  SHEET_NAMES.findIndex((name) => name === sheet);
