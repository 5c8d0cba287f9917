import { cellReader } from "./cell-values";
import { ABOUT_ROWS, type SheetName, type SheetProblem } from "./sheet";
import type { ReadRow } from "./sheet-rows";

type Ground = {
  places: Map<string, { sheet: SheetName; row: number }>;
  problems: SheetProblem[];
};

/** What stands in the sheet Questionnaire, one setting a row, in whatever order. */
export function assembleAbout(rows: readonly ReadRow[], { places, problems }: Ground) {
  const found = new Map<string, ReadRow>();
  for (const row of rows) {
    const setting = (row.cells.get("setting") ?? "").trim().toLowerCase();
    const known = ABOUT_ROWS.find(({ heading }) => heading.toLowerCase() === setting);
    if (known === undefined) {
      const message = "This setting is not known. Take the row out or rename it";
      problems.push({ sheet: "Questionnaire", row: row.row, column: "Setting", message });
      continue;
    }
    found.set(known.field, row);
    places.set(known.field, { sheet: "Questionnaire", row: row.row });
  }
  missing(found, problems);
  const value = (field: string) => found.get(field)?.cells.get("value");
  const flag = (field: string) => {
    const row = found.get(field);
    return row === undefined ? false : cellReader("Questionnaire", row, problems).flag("value");
  };
  return {
    schemaVersion: Number(value("schemaVersion") ?? 1),
    key: value("key")?.trim(),
    title: value("title"),
    code: value("code")?.trim(),
    sourceNote: value("sourceNote"),
    introduction: value("introduction"),
    scale: { key: value("scale.key")?.trim(), title: value("scale.title") },
    settings: {
      sectionSummary: flag("settings.sectionSummary"),
      askDuties: flag("settings.askDuties"),
      needed: value("settings.needed")?.trim() ?? "all",
    },
    changeNotes: value("changeNotes"),
  };
}

/** Settings that have a value of their own when they are left out. */
const OPTIONAL = [
  "schemaVersion",
  "settings.sectionSummary",
  "settings.askDuties",
  "settings.needed",
];

function missing(found: ReadonlyMap<string, ReadRow>, problems: SheetProblem[]): void {
  for (const { field, heading } of ABOUT_ROWS)
    if (!found.has(field) && !OPTIONAL.includes(field))
      problems.push({
        ...{ sheet: "Questionnaire", row: 1, column: "Setting" },
        message: `Add a row with the setting ${heading}`,
      });
}
