import { parse } from "csv-parse/sync";
import type { SchoolRow } from "~db/queries/schools";

/** What a GIAS line says of a school; the rest is the loader's to add. */
export type GiasSchool = Pick<
  SchoolRow,
  | "urn"
  | "laCode"
  | "laName"
  | "establishmentNumber"
  | "name"
  | "typeName"
  | "typeGroup"
  | "status"
  | "phaseName"
  | "lowAge"
  | "highAge"
  | "pupils"
  | "street"
  | "town"
  | "postcode"
  | "district"
  | "openedOn"
  | "closedOn"
>;

/**
 * Reads schools from a GIAS extract (domain.md section 7). Columns are found by name, never by place, since
 * downloads differ by year. The bytes may be UTF-8, with or without a byte-order mark, or Windows-1252. Names
 * of headteachers are personal data and are not read.
 */
export function readGiasCsv(bytes: Uint8Array): GiasSchool[] {
  const records: Record<string, string>[] = parse(decode(bytes), {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  return records.map(toSchool);
}

/** UTF-8 where the bytes are valid UTF-8, else Windows-1252, as GIAS downloads are. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function toSchool(line: Record<string, string>): GiasSchool {
  const cell = (name: string) => line[name] ?? "";
  return {
    urn: cell("URN"),
    laCode: cell("LA (code)"),
    laName: cell("LA (name)"),
    establishmentNumber:
      cell("EstablishmentNumber")
        .padStart(4, "0")
        .replace(/^0000$/, "") || null,
    name: cell("EstablishmentName"),
    typeName: cell("TypeOfEstablishment (name)"),
    typeGroup: cell("EstablishmentTypeGroup (name)"),
    status: cell("EstablishmentStatus (name)"),
    phaseName: cell("PhaseOfEducation (name)"),
    lowAge: wholeNumber(cell("StatutoryLowAge")),
    highAge: wholeNumber(cell("StatutoryHighAge")),
    pupils: wholeNumber(cell("NumberOfPupils")),
    street: cell("Street"),
    town: cell("Town"),
    postcode: cell("Postcode"),
    district: cell("DistrictAdministrative (name)") || null,
    openedOn: day(cell("OpenDate")),
    closedOn: day(cell("CloseDate")),
  };
}

function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** "31-08-2019" or "31/08/2019" as 2019-08-31; GIAS writes an unknown day as 1 January 1900. */
function day(text: string): string | null {
  const parts = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text);
  if (parts === null || parts[3] === "1900") return null;
  return `${parts[3] ?? ""}-${parts[2] ?? ""}-${parts[1] ?? ""}`;
}
