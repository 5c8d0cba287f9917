import { closeSync, openSync, statSync, writeSync } from "node:fs";

const ROWS = 50_000;
/** As wide as a download of 2025, of which the service reads a sixth. */
const WIDTH = 133;
const FILLER = "read 1";

const READ = [
  "URN",
  "LA (code)",
  "LA (name)",
  "EstablishmentNumber",
  "EstablishmentName",
  "TypeOfEstablishment (name)",
  "EstablishmentTypeGroup (name)",
  "EstablishmentStatus (name)",
  "OpenDate",
  "CloseDate",
  "PhaseOfEducation (name)",
  "StatutoryLowAge",
  "StatutoryHighAge",
  "NumberOfPupils",
  "Trusts (name)",
  "Street",
  "Town",
  "Postcode",
  "DistrictAdministrative (name)",
  "TelephoneNum",
];

/** Authorities of the file, each with as many schools as the next but for what is left over. */
export const AUTHORITIES = 74;
export const OURS = "886";
const codeOf = (n: number): string => (n === 0 ? OURS : String(200 + n));
export const ALL_CODES = Array.from({ length: AUTHORITIES }, (_, n) => codeOf(n));

/** Writes a file like a whole national download, with invented schools. Gives what it comes to. */
export function writeNationalFile(file: string): { rows: number; megabytes: number; ours: number } {
  const headings = [...READ, ...Array.from({ length: WIDTH - READ.length }, (_, n) => `More ${n}`)];
  const rest = `,"${FILLER}"`.repeat(WIDTH - READ.length);
  const handle = openSync(file, "w");
  writeSync(handle, `${headings.map((one) => `"${one}"`).join(",")}\r\n`);
  for (let from = 0; from < ROWS; from += 1000) {
    const lines = Array.from({ length: 1000 }, (_, n) => lineOf(from + n) + rest);
    writeSync(handle, Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1"));
  }
  closeSync(handle);
  const ours = Math.ceil(ROWS / AUTHORITIES);
  return { rows: ROWS, megabytes: statSync(file).size / 2 ** 20, ours };
}

/** One in seven is an "É", so that the file is Windows-1252 and no UTF-8. */
function lineOf(n: number): string {
  const code = codeOf(n % AUTHORITIES);
  const name = n % 7 === 0 ? `St Édith’s School ${n}`.replace("’", "'") : `Hill, The, School ${n}`;
  return [
    ...[String(300_000 + n), code, `Authority ${code}`, String(2000 + (n % 2000)), name],
    ...["Community school", "Local authority maintained schools", "Open", "01-01-1900", ""],
    ...["Primary", "4", "11", String(100 + (n % 300)), "", `${n % 90} Mill Lane`, "Oakfold"],
    ...["WD1 1AA", "North Weald", "01632960000"],
  ]
    .map((cell) => `"${cell}"`)
    .join(",");
}
