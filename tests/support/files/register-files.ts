import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { StoredSchool } from "~/domain/register/compare";
import { NOTHING_SAID } from "~/domain/register/school-fields";

export const HEADINGS = [
  "URN",
  "LA (code)",
  "LA (name)",
  "EstablishmentNumber",
  "EstablishmentName",
  "EstablishmentStatus (name)",
  "OpenDate",
  "CloseDate",
  "PhaseOfEducation (name)",
  "DistrictAdministrative (name)",
  "HeadLastName",
];

type Line = Partial<Record<string, string>>;

/** A line as GIAS quotes it: an open primary school of authority 886 unless said. */
export function aLine(over: Line = {}, headings = HEADINGS): string {
  const cells: Line = {
    URN: "118254",
    "LA (code)": "886",
    "LA (name)": "Kent",
    EstablishmentNumber: "2088",
    EstablishmentName: "Oakfold Primary School",
    "EstablishmentStatus (name)": "Open",
    "PhaseOfEducation (name)": "Primary",
    "DistrictAdministrative (name)": "Thanet",
    HeadLastName: "Whitfield",
    ...over,
  };
  return headings.map((heading) => `"${(cells[heading] ?? "").replaceAll('"', '""')}"`).join(",");
}

/** A file of these lines under the headings, with CRLF as GIAS has it. */
export const aFile = (...lines: string[]): string =>
  [HEADINGS.map((one) => `"${one}"`).join(","), ...lines, ""].join("\r\n");

export const LINK_HEADINGS = '"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"';
export const linksFile = (...lines: string[]): string => [LINK_HEADINGS, ...lines, ""].join("\r\n");

/** Writes a file that goes when the test ends. */
export function written(content: string | Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-register-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "file.csv");
  writeFileSync(file, content);
  return file;
}

/** The school of `aLine` as the register has it. */
export function aStoredSchool(over: Partial<StoredSchool> = {}): StoredSchool {
  return {
    ...NOTHING_SAID,
    id: "oakfold",
    version: 1,
    covered: true,
    urn: "118254",
    laCode: "886",
    laName: "Kent",
    establishmentNumber: "2088",
    name: "Oakfold Primary School",
    status: "Open",
    phaseName: "Primary",
    district: "Thanet",
    ...over,
  };
}
