import type { Header } from "./columns";
import type { CellProblem } from "./read-cells";
import { NOTHING_SAID, type FieldValue, type RegisterSchool } from "./school-fields";

/** A place in a file that stands in the way of applying it; headings are line 1. */
export type LineProblem = {
  line: number;
  /** The heading of the column. */
  column: string;
  problem: CellProblem | "too-many-cells" | "said-twice";
  /** What stands there, cut short. */
  cell: string;
};

/** What a line says of a school: fields of which it says nothing are not there. */
export type Said = Partial<Record<keyof RegisterSchool, FieldValue>>;
export type ReadLine = { line: number; said: Said; problems: LineProblem[] };

/** Reads one line, of which cells may be missing at the end in copies edited by hand. */
export function readLine(header: Header, cells: readonly string[], line: number): ReadLine {
  const said: Said = {};
  const problems: LineProblem[] = [];
  for (const { column, at } of header.places) {
    const cell = cells[at]?.trim();
    const about = { line, column: column.heading, cell: (cell ?? "").slice(0, 40) };
    if (cell === undefined || cell === "") {
      if (column.needed) problems.push({ ...about, problem: "empty" });
      else if (cell === "" && column.emptyMeansNone) said[column.field] = null;
      continue;
    }
    const read = column.read(cell);
    if (read.ok) said[column.field] = read.value;
    else problems.push({ ...about, problem: read.problem });
  }
  const beyond = cells.slice(header.width).find((cell) => cell.trim() !== "");
  if (beyond !== undefined) {
    const column = `after column ${header.width}`;
    problems.push({ line, column, problem: "too-many-cells", cell: beyond.slice(0, 40) });
  }
  return { line, said, problems };
}

/** A line without problems as a school of its own, with nothing where nothing is said. */
export function schoolOf(said: Said): RegisterSchool {
  const given = Object.entries(said).filter(
    ([field, value]) => value !== null || isNullable(field),
  );
  // Every needed column was read, and each is read as its field's type (columns.ts).
  return { ...NOTHING_SAID, ...Object.fromEntries(given) } as RegisterSchool;
}

const isNullable = (field: string): boolean =>
  Object.entries(NOTHING_SAID).some(([name, value]) => name === field && value === null);
