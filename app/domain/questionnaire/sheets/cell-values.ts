import { headingOf, type SheetName, type SheetProblem } from "./sheet";
import type { ReadRow } from "./sheet-rows";

/** Takes cells of one row apart and keeps what cannot be read, with its place. */
export type CellReader = {
  text: (field: string) => string | undefined;
  /** Trimmed, for keys and words of a closed list. */
  word: (field: string) => string | undefined;
  nullable: (field: string) => string | null;
  list: (field: string) => string[];
  flag: (field: string) => boolean;
  number: (field: string) => number | undefined;
  told: (field: string, message: string) => void;
};

const FLAGS: Record<string, boolean> = {
  yes: true,
  y: true,
  true: true,
  no: false,
  n: false,
  false: false,
};

/** A reader of one row. An empty cell is `undefined`, null, an empty list or No, as the part of the definition has it. */
export function cellReader(sheet: SheetName, row: ReadRow, problems: SheetProblem[]): CellReader {
  const told = (field: string, message: string) =>
    void problems.push({ sheet, row: row.row, column: headingOf(sheet, field), message });
  const text = (field: string) => row.cells.get(field);
  const word = (field: string) => text(field)?.trim();
  return {
    text,
    word,
    told,
    nullable: (field) => text(field) ?? null,
    list: (field) =>
      (text(field) ?? "")
        .split(/[;\n]/)
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    flag: (field) => {
      const said = word(field)?.toLowerCase();
      const flag = said === undefined ? false : FLAGS[said];
      if (flag === undefined) told(field, "Write Yes or No");
      return flag ?? false;
    },
    number: (field) => {
      const said = word(field);
      if (said === undefined) return undefined;
      if (!/^\d{1,3}$/.test(said)) told(field, "Write a whole number");
      return Number(said);
    },
  };
}
