import { readDay } from "~/domain/calendar/read-day";
import { ok, refused, type Result } from "~/domain/result";
import type { FieldValue } from "./school-fields";

/** Why a cell cannot be read; `cellProblemWords` says it. */
export type CellProblem = "urn" | "authority" | "number" | "day" | "empty";
/** Reads a cell that is not empty and has no space around it. */
export type ReadCell = (cell: string) => Result<FieldValue, CellProblem>;

export const asText: ReadCell = (cell) => ok(cell.replace(/\s+/g, " "));

/** Spreadsheets write 118254 as 118254.0 at times. */
const whole = (cell: string): string => cell.replace(/\.0+$/, "");

export const asUrn: ReadCell = (cell) =>
  /^\d{5,7}$/.test(whole(cell)) ? ok(whole(cell)) : refused("urn");

export const asAuthority: ReadCell = (cell) =>
  /^\d{1,3}$/.test(whole(cell)) ? ok(whole(cell).padStart(3, "0")) : refused("authority");

/** Four figures, of which spreadsheets lose leading zeros; 0000 means that there is none. */
export const asEstablishmentNumber: ReadCell = (cell) => {
  if (!/^\d{1,4}$/.test(whole(cell))) return refused("number");
  const number = whole(cell).padStart(4, "0");
  return ok(number === "0000" ? null : number);
};

export const asNumber: ReadCell = (cell) =>
  /^\d{1,6}$/.test(whole(cell)) ? ok(Number(whole(cell))) : refused("number");

/** Day before month, with hyphens or slashes; GIAS writes an unknown day as 1 January 1900. */
export const asDay: ReadCell = (cell) => {
  const day = readDay(cell.replace(/ 00:00(:00)?$/, ""));
  if (day === null) return refused("day");
  return ok(day === "1900-01-01" ? null : day);
};

/** GIAS spells it All-through, All through and All Through. */
export const asPhase: ReadCell = (cell) =>
  ok(/^all[\s-]?through$/i.test(cell) ? "All-through" : cell);

/** Numbers lose the leading zero in spreadsheets. */
export const asTelephone: ReadCell = (cell) => {
  const closed = cell.replace(/\s/g, "");
  return ok(/^[1-9]\d{9}$/.test(closed) ? `0${closed}` : cell);
};
