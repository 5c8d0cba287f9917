import { assembleAbout } from "./assemble-about";
import { cellReader, type CellReader } from "./cell-values";
import type { Places } from "./problem-places";
import { readRows, type ReadRow } from "./sheet-rows";
import { type Sheet, type SheetName, type SheetProblem } from "./sheet";

/** What the sheets say, put together as a file would say it; not yet held to the schema. */
export type Assembled = { raw: object; places: Places; problems: SheetProblem[] };

type Ground = {
  rowsOf: (name: SheetName) => ReadRow[];
  places: Map<string, { sheet: SheetName; row: number }>;
  problems: SheetProblem[];
};

/** Puts a questionnaire together from its sheets, and notes where each part came from. */
export function assemble(sheets: readonly Sheet[]): Assembled {
  const problems: SheetProblem[] = [];
  const read = new Map<SheetName, ReadRow[]>();
  for (const sheet of sheets) {
    const table = readRows(sheet);
    read.set(sheet.name, table.rows);
    problems.push(...table.problems);
  }
  const ground: Ground = { rowsOf: (name) => read.get(name) ?? [], places: new Map(), problems };
  const about = assembleAbout(ground.rowsOf("Questionnaire"), ground);
  const levels = each(ground, { sheet: "Scale", path: "scale.levels" }, levelOf);
  const changes = each(ground, { sheet: "Changes", path: "changes" }, changeOf);
  const raw = {
    ...about,
    scale: { ...about.scale, levels },
    fields: each(ground, { sheet: "Fields", path: "fields" }, fieldOf),
    derived: each(ground, { sheet: "Shares", path: "derived" }, shareOf),
    sections: sectionsOf(ground),
    ...(changes.length === 0 ? {} : { changes }),
  };
  return { raw, places: ground.places, problems };
}

type At = { sheet: SheetName; path: string };

function each<T>(ground: Ground, { sheet, path }: At, make: (cell: CellReader) => T): T[] {
  return ground.rowsOf(sheet).map((row, index) => {
    ground.places.set(`${path}[${index}]`, { sheet, row: row.row });
    return make(cellReader(sheet, row, ground.problems));
  });
}

const levelOf = (cell: CellReader) => ({
  code: cell.word("code"),
  name: cell.text("name"),
  meaning: cell.text("meaning"),
  shortcut: cell.word("shortcut"),
  steps: cell.number("steps"),
  mark: cell.word("mark"),
  counts: cell.flag("counts"),
  asks: cell.nullable("asks"),
});

const fieldOf = (cell: CellReader) => ({
  key: cell.word("key"),
  label: cell.text("label"),
  kind: cell.word("kind"),
  hint: cell.nullable("hint"),
  required: cell.flag("required"),
});

const shareOf = (cell: CellReader) => ({
  key: cell.word("key"),
  label: cell.text("label"),
  part: cell.word("part"),
  whole: cell.word("whole"),
  threshold: cell.word("threshold") ?? null,
});

function changeOf(cell: CellReader) {
  const levels = cell.list("levels").map((pair): [string, string | null] => {
    const [code = "", now = ""] = pair.split("=").map((one) => one.trim());
    if (code === "" || now === "") cell.told("levels", "Write old and new level like 1=2; 4=ask");
    return [code, now === "ask" ? null : now];
  });
  return {
    subject: cell.word("subject"),
    from: cell.list("from"),
    to: cell.list("to"),
    rule: cell.word("rule"),
    ...(levels.length === 0 ? {} : { levels: Object.fromEntries(levels) }),
    note: cell.nullable("note"),
  };
}

function sectionsOf(ground: Ground) {
  const { places, problems, rowsOf } = ground;
  const duties = dutiesByKey(ground);
  const sections = each(ground, { sheet: "Sections", path: "sections" }, (cell) => ({
    key: cell.word("key"),
    title: cell.text("title"),
    looksLike: cell.nullable("looksLike"),
    part: cell.nullable("part"),
    levels: cell.list("levels"),
    items: new Array<object>(),
  }));
  for (const row of rowsOf("Statements")) {
    const cell = cellReader("Statements", row, problems);
    const held = duties.get(cell.word("key") ?? "");
    if (held !== undefined) held.taken = true;
    const index = sections.findIndex(({ key }) => key === cell.word("section"));
    const section = sections[index];
    if (section === undefined) {
      cell.told("section", "Write the key of a section that stands in the sheet Sections");
      continue;
    }
    const path = `sections[${index}].items[${section.items.length}]`;
    places.set(path, { sheet: "Statements", row: row.row });
    for (const [place, at] of (held?.rows ?? []).entries())
      places.set(`${path}.duties[${place}]`, { sheet: "Duties", row: at });
    section.items.push(itemOf(cell, { row, duties: held?.duties ?? [] }));
  }
  strayDuties(ground, duties);
  return sections;
}

type Duties = Map<string, { rows: number[]; duties: object[]; taken: boolean }>;

function itemOf(cell: CellReader, { row, duties }: { row: ReadRow; duties: object[] }) {
  const replaces = cell.list("replaces");
  return {
    key: cell.word("key"),
    short: cell.text("short"),
    statement: cell.text("statement"),
    descriptors: Object.fromEntries(row.looksLike),
    help: cell.nullable("help"),
    evidence: cell.text("evidence"),
    phases: cell.list("phases"),
    types: cell.list("types"),
    duties,
    entry: cell.flag("entry"),
    starter: cell.flag("starter"),
    related: cell.list("related"),
    ...(replaces.length === 0 ? {} : { replaces }),
  };
}

function dutiesByKey({ rowsOf, problems }: Ground): Duties {
  const held: Duties = new Map();
  for (const row of rowsOf("Duties")) {
    const cell = cellReader("Duties", row, problems);
    const key = cell.word("statement") ?? "";
    const entry = held.get(key) ?? { rows: [], duties: [], taken: false };
    entry.rows.push(row.row);
    entry.duties.push({
      kind: cell.word("kind"),
      source: cell.text("source"),
      from: cell.word("from") ?? null,
      to: cell.word("to") ?? null,
      types: cell.list("types"),
      checked: cell.flag("checked"),
    });
    held.set(key, entry);
  }
  return held;
}

function strayDuties({ problems }: Ground, duties: Duties): void {
  for (const [key, { rows, taken }] of duties)
    if (!taken)
      problems.push(
        ...rows.map((row) => ({
          ...{ sheet: "Duties", row, column: "Statement" },
          message: `There is no statement ${key}`,
        })),
      );
}
