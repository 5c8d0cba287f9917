import { stringify } from "csv-stringify/sync";
import { formatTime, londonDate } from "~/domain/calendar/format";
import type { AuditRowView } from "./views";

const COLUMNS = ["Date", "Time", "Who", "What", "About"];

/** The record as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads it). What looks like a formula is made text. */
export function recordCsv(rows: readonly AuditRowView[]): string {
  const lines = rows.map(({ at, who, did, about }) => [
    londonDate(at),
    formatTime(at),
    who,
    did,
    about ?? "",
  ]);
  return stringify([COLUMNS, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
