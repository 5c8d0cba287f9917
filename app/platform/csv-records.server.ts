import { CsvError, parse } from "csv-parse/sync";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

const RecordsSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** A line by the names of its columns in small letters. `lines` as an editor counts: the headings are line 1. */
export type CsvRecord = z.infer<typeof RecordsSchema>[number];

/** Reads a spreadsheet saved as CSV, whatever parts its columns. The problem says where it is. */
export function readCsvRecords(text: string): Result<CsvRecord[], string> {
  try {
    const records: unknown = parse(text, {
      columns: (header: string[]) => header.map((column) => column.trim().toLowerCase()),
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return ok(RecordsSchema.parse(records));
  } catch (thrown) {
    if (thrown instanceof CsvError) return refused(`${placeOf(thrown)}: this is not a CSV file`);
    if (thrown instanceof z.ZodError) return refused("Choose a spreadsheet saved as CSV");
    throw thrown;
  }
}

/** What a column holds in a record; empty where it is not there. Takes off what our own files put before a formula. */
export function cellOf({ record }: CsvRecord, column: string): string {
  const cell = record[column.toLowerCase()] ?? "";
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** What parts the columns, by the first line: lists in a cell are joined by ";", so it cannot be any of them. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split("\n", 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function placeOf(thrown: CsvError): string {
  const at: unknown = thrown["lines"];
  return typeof at === "number" ? `Line ${at}` : "The file";
}
