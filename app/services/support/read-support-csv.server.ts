import { CsvError, parse } from "csv-parse/sync";
import { ok, refused, type Result } from "~/domain/result";
import {
  BLANK_SUPPORT,
  SUPPORT_FIELDS,
  SUPPORT_FIELD_WORDS,
  type TypedSupport,
} from "~/domain/support/typed-support";
import { z } from "~/domain/zod";

/** The column that says which entry a line changes; empty: a new one. */
export const REFERENCE = "Reference";
const MOST_LINES = 500;

/** A line of the file. `line` as an editor counts: the headings are line 1. */
export type SupportLine = { line: number; reference: string; typed: TypedSupport };

const RecordsSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** Reads entries of help from a spreadsheet saved as CSV, by the names of its columns. The problem says where it is. */
export function readSupportCsv(text: string): Result<SupportLine[], string> {
  const read = parseRecords(text);
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined)
    return refused("Choose a file with at least one entry under its first line");
  const missing = ["questionnaire", "kind", "title", "statements"] as const;
  const absent = missing
    .map((field) => SUPPORT_FIELD_WORDS[field])
    .filter((word) => first.record[word.toLowerCase()] === undefined);
  if (absent.length > 0) return refused(`Line 1: there is no column ${absent.join(", ")}`);
  if (read.value.length > MOST_LINES)
    return refused(`Choose a file of ${MOST_LINES} entries or fewer`);
  return ok(
    read.value.map(({ record, info }) => {
      const cell = (name: string) => unescaped(record[name.toLowerCase()] ?? "");
      const typed = SUPPORT_FIELDS.map(
        (field) => [field, cell(SUPPORT_FIELD_WORDS[field])] as const,
      );
      return {
        line: info.lines,
        reference: cell(REFERENCE),
        typed: { ...BLANK_SUPPORT, ...Object.fromEntries(typed) },
      };
    }),
  );
}

function parseRecords(text: string): Result<z.infer<typeof RecordsSchema>, string> {
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

/** What our own file writes before a sign that a spreadsheet would take for a formula. */
const unescaped = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
