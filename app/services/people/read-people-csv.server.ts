import { CsvError, parse } from "csv-parse/sync";
import { MOST_ROWS, type BulkRow } from "~/domain/people/bulk-invitations";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

export type CsvProblem = "empty" | "unreadable" | "columns" | "too-many";

const NEEDED = ["name", "email", "role"];
const RecordsSchema = z.array(z.record(z.string(), z.string()));

/** Reads people from a spreadsheet saved as CSV: columns name, email, role, and urn, from, to, title where needed. */
export function readPeopleCsv(text: string): Result<BulkRow[], CsvProblem> {
  const read = parseRecords(text);
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined) return refused("empty");
  if (NEEDED.some((column) => first[column] === undefined)) return refused("columns");
  if (read.value.length > MOST_ROWS) return refused("too-many");
  return ok(read.value.map(toRow));
}

function parseRecords(text: string): Result<Record<string, string>[], "unreadable"> {
  try {
    const records: unknown = parse(text, {
      columns: (header: string[]) => header.map((column) => column.trim().toLowerCase()),
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return ok(RecordsSchema.parse(records));
  } catch (thrown) {
    if (thrown instanceof CsvError || thrown instanceof z.ZodError) return refused("unreadable");
    throw thrown;
  }
}

/** The line as a spreadsheet counts it: the headings are line 1. */
function toRow(record: Record<string, string>, index: number): BulkRow {
  const cell = (column: string) => record[column] ?? "";
  return {
    line: index + 2,
    urn: cell("urn"),
    fields: {
      name: cell("name"),
      email: cell("email"),
      role: cell("role"),
      from: cell("from"),
      to: cell("to"),
      signingTitle: cell("title"),
      questionnaireKey: "",
    },
  };
}

/** Text of a file that may be UTF-8 or, as spreadsheets save it, Windows-1252. */
export function textOfCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
