import { LOOKS_LIKE, SHEET_COLUMNS, type Sheet, type SheetName, type SheetProblem } from "./sheet";

/** A row read by its headings: the part of the definition each cell holds, and what each level looks like. */
export type ReadRow = { row: number; cells: Map<string, string>; looksLike: [string, string][] };

export type ReadTable = { rows: ReadRow[]; problems: SheetProblem[] };

/** `isEmpty`: no heading at all, as beyond the last one. */
type Place = { field: string | null; code: string | null; isEmpty: boolean };

/** Reads the rows of a sheet by the names of its columns, in whatever order; empty rows are left out. */
export function readRows(sheet: Sheet): ReadTable {
  const [head, ...lines] = sheet.rows.filter(({ cells }) => cells.some(hasText));
  if (head === undefined) return { rows: [], problems: [] };
  const { places, problems } = readHead(sheet.name, head);
  const rows = lines.map(({ row, cells }) => {
    const read: ReadRow = { row, cells: new Map(), looksLike: [] };
    for (const [index, place] of places.entries()) {
      const text = cellText(cells[index]);
      if (text === "") continue;
      if (place.field !== null) read.cells.set(place.field, text);
      if (place.code !== null) read.looksLike.push([place.code, text]);
    }
    return read;
  });
  const stray = lines.flatMap(({ row, cells }) => strayCells(sheet.name, { row, cells, places }));
  return { rows, problems: [...problems, ...stray] };
}

function readHead(name: SheetName, head: { row: number; cells: string[] }) {
  const known: readonly { heading: string; field: string }[] = SHEET_COLUMNS[name];
  const problems: SheetProblem[] = [];
  const told = (column: string, message: string) =>
    void problems.push({ sheet: name, row: head.row, column, message });
  const places = head.cells.map((cell): Place => {
    const heading = cell.trim();
    const column = known.find((one) => same(one.heading, heading));
    if (column !== undefined) return { field: column.field, code: null, isEmpty: false };
    const level = name === "Statements" ? LOOKS_LIKE.exec(heading)?.[1] : undefined;
    if (level !== undefined) return { field: null, code: level.toUpperCase(), isEmpty: false };
    if (heading !== "")
      told(heading, "This heading is not known here. Take the column out or rename it");
    return { field: null, code: null, isEmpty: heading === "" };
  });
  const fields = places.flatMap(({ field }) => (field === null ? [] : [field]));
  for (const { heading, field } of known) {
    const often = fields.filter((one) => one === field).length;
    if (often === 0 && isNeeded(name, field)) told(heading, "Add a column with this heading");
    if (often > 1) told(heading, "This heading is there twice");
  }
  return { places, problems };
}

/** Columns that may be left out altogether. */
const OPTIONAL: Partial<Record<SheetName, readonly string[]>> = {
  Scale: ["asks"],
  Sections: ["looksLike", "part", "levels"],
  Statements: ["help", "phases", "types", "starter", "entry", "related", "replaces"],
  Fields: ["hint", "required"],
  Shares: ["threshold"],
  Duties: ["from", "to", "types", "checked"],
  Changes: ["levels", "note"],
};

const isNeeded = (name: SheetName, field: string): boolean =>
  !(OPTIONAL[name] ?? []).includes(field);

type Line = { row: number; cells: string[]; places: readonly Place[] };

/** Text in a column without a heading would be lost without a word. */
function strayCells(sheet: SheetName, { row, cells, places }: Line): SheetProblem[] {
  const stray = cells.some((cell, index) => hasText(cell) && (places[index] ?? NO_HEADING).isEmpty);
  if (!stray) return [];
  return [{ sheet, row, column: "", message: "There is text in a column without a heading" }];
}

const NO_HEADING = { field: null, code: null, isEmpty: true };

/** Line ends as on one kind of machine; a cell of blanks is empty. */
const cellText = (cell: string | undefined): string => {
  const text = (cell ?? "").replace(/\r\n?/g, "\n");
  return hasText(text) ? text : "";
};

const hasText = (cell: string | undefined): boolean => (cell ?? "").trim() !== "";
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
