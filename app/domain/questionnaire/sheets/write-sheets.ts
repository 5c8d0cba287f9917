import type { Change, Definition, Item, Section } from "~/domain/questionnaire/definition";
import {
  ABOUT_ROWS,
  looksLikeHeading,
  SHEET_COLUMNS,
  SHEET_NAMES,
  type Sheet,
  type SheetName,
} from "./sheet";

const listed = (values: readonly string[] | undefined): string => (values ?? []).join("; ");
const yesNo = (holds: boolean): string => (holds ? "Yes" : "No");

type Cells = Record<string, string>;

/**
 * A definition as sheets: one row per statement, beside it scale, sections, number fields, shares, dated duties and
 * confirmed changes. Every sheet is there, if only with its headings. `readSheets` gives the definition back.
 */
export function writeSheets(definition: Definition): Sheet[] {
  const codes = definition.scale.levels.map(({ code }) => code);
  const rowsOf = contentOf(definition);
  return SHEET_NAMES.map((name) => {
    const further = name === "Statements" ? codes : [];
    const columns = SHEET_COLUMNS[name];
    const head = [...columns.map(({ heading }) => heading), ...further.map(looksLikeHeading)];
    const lines = rowsOf[name].map((cells) => [
      ...columns.map(({ field }) => cells[field] ?? ""),
      ...further.map((code) => cells[looksLikeHeading(code)] ?? ""),
    ]);
    const rows = [head, ...lines].map((cells, index) => ({ row: index + 1, cells }));
    return { name, rows };
  });
}

function contentOf(definition: Definition): Record<SheetName, Cells[]> {
  const { scale, sections, fields, derived, changes = [] } = definition;
  return {
    Questionnaire: aboutRows(definition),
    Scale: scale.levels.map(({ steps, counts, asks, ...level }) => ({
      ...level,
      steps: String(steps),
      counts: yesNo(counts),
      asks: asks ?? "",
    })),
    Sections: sections.map(({ key, title, looksLike, part, levels }) => ({
      ...{ key, title, looksLike: looksLike ?? "", part: part ?? "", levels: listed(levels) },
    })),
    Statements: sections.flatMap((section) => section.items.map((item) => itemRow(section, item))),
    Fields: fields.map(({ hint, required, ...field }) => ({
      ...{ ...field, hint: hint ?? "", required: yesNo(required) },
    })),
    Shares: derived.map(({ threshold, ...share }) => ({ ...share, threshold: threshold ?? "" })),
    Duties: sections.flatMap(({ items }) => items.flatMap(dutyRows)),
    Changes: changes.map(changeRow),
  };
}

function aboutRows(definition: Definition): Cells[] {
  const { scale, settings } = definition;
  const values: Cells = {
    schemaVersion: String(definition.schemaVersion),
    key: definition.key,
    title: definition.title,
    code: definition.code,
    sourceNote: definition.sourceNote,
    introduction: definition.introduction,
    "scale.key": scale.key,
    "scale.title": scale.title,
    "settings.sectionSummary": yesNo(settings.sectionSummary),
    "settings.askDuties": yesNo(settings.askDuties),
    "settings.needed": settings.needed,
    changeNotes: definition.changeNotes,
  };
  return ABOUT_ROWS.map(({ heading, field }) => ({ setting: heading, value: values[field] ?? "" }));
}

function itemRow(section: Section, item: Item): Cells {
  const { key, short, statement, help, evidence, descriptors } = item;
  return {
    ...{ section: section.key, key, short, statement, help: help ?? "", evidence },
    phases: listed(item.phases),
    types: listed(item.types),
    starter: yesNo(item.starter),
    entry: yesNo(item.entry),
    related: listed(item.related),
    replaces: listed(item.replaces),
    ...Object.fromEntries(
      Object.entries(descriptors).map(([code, text]) => [looksLikeHeading(code), text]),
    ),
  };
}

const dutyRows = ({ key, duties }: Item): Cells[] =>
  duties.map(({ kind, source, from, to, types, checked }) => ({
    ...{ statement: key, kind, source, from: from ?? "", to: to ?? "" },
    types: listed(types),
    checked: yesNo(checked),
  }));

const changeRow = ({ subject, from, to, rule, levels, note }: Change): Cells => ({
  ...{ subject, from: listed(from), to: listed(to), rule, note: note ?? "" },
  levels: listed(Object.entries(levels ?? {}).map(([code, now]) => `${code}=${now ?? "ask"}`)),
});
