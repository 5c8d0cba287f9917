import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { guardCell, unguardCell } from "~/domain/questionnaire/sheets/formula-guard";
import { SHEET_NAMES, type Sheet, type SheetProblem } from "~/domain/questionnaire/sheets/sheet";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

/**
 * All sheets as one CSV file (RFC 4180, UTF-8 with its mark, so that Excel reads it): before each sheet a line with its
 * name, "[Statements]". What looks like a formula is made text.
 */
export function printCsvSheets(sheets: readonly Sheet[]): string {
  const lines = sheets.flatMap(({ name, rows }) => [
    [`[${name}]`],
    ...rows.map(({ cells }) => cells.map(guardCell)),
  ]);
  return stringify(lines, { bom: true, record_delimiter: "windows" });
}

const RecordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** Reads such a file. One without a "[Statements]" line is taken for statements alone. */
export function readCsvSheets(text: string): Result<Sheet[], SheetProblem[]> {
  const read = parseRows(text);
  if (!read.ok) return read;
  const sheets: Sheet[] = [];
  for (const { cells, row } of read.value) {
    const name = /^\[(.+)\]$/.exec((cells[0] ?? "").trim())?.[1];
    if (name !== undefined) {
      const known = SHEET_NAMES.find((one) => one.toLowerCase() === name.trim().toLowerCase());
      if (known === undefined) return refused([unknownSheet(name, row)]);
      if (sheets.some((sheet) => sheet.name === known)) return refused([twice(known, row)]);
      sheets.push({ name: known, rows: [] });
      continue;
    }
    if (sheets.length === 0) sheets.push({ name: "Statements", rows: [] });
    sheets.at(-1)?.rows.push({ row, cells: cells.map(unguardCell) });
  }
  return ok(sheets);
}

const unknownSheet = (name: string, row: number): SheetProblem => ({
  ...{ sheet: name, row, column: "" },
  message: `Name one of the sheets: ${SHEET_NAMES.join(", ")}`,
});
const twice = (sheet: string, row: number): SheetProblem => ({
  ...{ sheet, row, column: "", message: "This sheet is in the file twice" },
});

function parseRows(text: string): Result<{ row: number; cells: string[] }[], SheetProblem[]> {
  try {
    const records: unknown = parse(text, {
      ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true },
      delimiter: delimiterOf(text),
    });
    let end = 0;
    const rows = RecordsSchema.parse(records).map(({ record, info }) => {
      // `lines` counts to the end of a record; a cell may hold line breaks.
      const row = end + 1;
      end = info.lines;
      return { row, cells: record };
    });
    return ok(rows);
  } catch (thrown) {
    if (!(thrown instanceof CsvError) && !(thrown instanceof z.ZodError)) throw thrown;
    const at: unknown = thrown instanceof CsvError ? thrown["lines"] : 1;
    const row = typeof at === "number" ? at : 1;
    return refused([{ sheet: "CSV file", row, column: "", message: "This cannot be read as CSV" }]);
  }
}

/** Commas, semicolons or tabs, by the first line with more than a sheet's name: lists in a cell use semicolons too. */
function delimiterOf(text: string): string {
  const lines = text.split("\n", 20).map((line) => line.replace(/^\uFEFF/, "").trim());
  const head = lines.find((line) => line !== "" && !/^"?\[[^\]]+\]"?[,;\t]*$/.test(line)) ?? "";
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
