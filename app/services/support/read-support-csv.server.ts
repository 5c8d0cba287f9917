import { ok, refused, type Result } from "~/domain/result";
import {
  BLANK_SUPPORT,
  SUPPORT_FIELDS,
  SUPPORT_FIELD_WORDS,
  type TypedSupport,
} from "~/domain/support/typed-support";
import { cellOf, readCsvRecords } from "~/platform/csv-records.server";

/** The column that says which entry a line changes; empty: a new one. */
export const REFERENCE = "Reference";
const MOST_LINES = 500;

/** A line of the file. `line` as an editor counts: the headings are line 1. */
export type SupportLine = { line: number; reference: string; typed: TypedSupport };

/** Reads entries of help from a spreadsheet saved as CSV, by the names of its columns. The problem says where it is. */
export function readSupportCsv(text: string): Result<SupportLine[], string> {
  const read = readCsvRecords(text);
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
    read.value.map((one) => {
      const typed = SUPPORT_FIELDS.map(
        (field) => [field, cellOf(one, SUPPORT_FIELD_WORDS[field])] as const,
      );
      return {
        line: one.info.lines,
        reference: cellOf(one, REFERENCE),
        typed: { ...BLANK_SUPPORT, ...Object.fromEntries(typed) },
      };
    }),
  );
}
