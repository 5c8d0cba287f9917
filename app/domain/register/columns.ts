import { ok, refused, type Result } from "~/domain/result";
import {
  asAuthority,
  asDay,
  asEstablishmentNumber,
  asNumber,
  asPhase,
  asTelephone,
  asText,
  asUrn,
  type ReadCell,
} from "./read-cells";
import type { RegisterField } from "./school-fields";

/**
 * A column of "all establishment data" that is read. Not among them, on purpose: the names and titles of
 * headteachers, which are personal data (domain.md section 7).
 */
export type Column = {
  heading: string;
  field: RegisterField;
  read: ReadCell;
  /** A file without it is refused, and so is a line of ours without it. */
  needed: boolean;
  /** Whether an empty cell says that there is none; elsewhere it says nothing, and what is stored stays. */
  emptyMeansNone: boolean;
};

const column = (heading: string, field: RegisterField, read: ReadCell = asText): Column => ({
  heading,
  field,
  read,
  needed: false,
  emptyMeansNone: false,
});
const needed = (one: Column): Column => ({ ...one, needed: true });
const emptyMeansNone = (one: Column): Column => ({ ...one, emptyMeansNone: true });

export const COLUMNS: readonly Column[] = [
  needed(column("URN", "urn", asUrn)),
  needed(column("LA (code)", "laCode", asAuthority)),
  column("LA (name)", "laName"),
  column("EstablishmentNumber", "establishmentNumber", asEstablishmentNumber),
  needed(column("EstablishmentName", "name")),
  column("TypeOfEstablishment (name)", "typeName"),
  column("EstablishmentTypeGroup (name)", "typeGroup"),
  needed(column("EstablishmentStatus (name)", "status")),
  column("OpenDate", "openedOn", asDay),
  emptyMeansNone(column("CloseDate", "closedOn", asDay)),
  column("PhaseOfEducation (name)", "phaseName", asPhase),
  column("StatutoryLowAge", "lowAge", asNumber),
  column("StatutoryHighAge", "highAge", asNumber),
  column("NumberOfPupils", "pupils", asNumber),
  emptyMeansNone(column("Trusts (name)", "trustName")),
  emptyMeansNone(column("Federations (name)", "federationName")),
  column("Street", "street"),
  column("Town", "town"),
  column("Postcode", "postcode"),
  column("DistrictAdministrative (name)", "district"),
  column("TelephoneNum", "telephone", asTelephone),
];

export const MAY_BE_NONE: readonly RegisterField[] = COLUMNS.filter(
  (one) => one.emptyMeansNone,
).map(({ field }) => field);

/** Where the columns of one file are: every year's download has others, so they are found by name alone. */
export type Header = {
  /** Headings in the file. */
  width: number;
  places: readonly { column: Column; at: number }[];
};

const plain = (heading: string): string =>
  heading
    .replace(/^\uFEFF/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** Finds the columns in a file's first line. Refused with the headings of needed columns that are not there. */
export function readHeader(cells: readonly string[]): Result<Header, string[]> {
  const headings = cells.map(plain);
  const places = COLUMNS.map((one) => ({ column: one, at: headings.indexOf(plain(one.heading)) }));
  const missing = places.filter(({ column: one, at }) => one.needed && at === -1);
  if (missing.length > 0) return refused(missing.map(({ column: one }) => one.heading));
  return ok({ width: cells.length, places: places.filter(({ at }) => at !== -1) });
}
