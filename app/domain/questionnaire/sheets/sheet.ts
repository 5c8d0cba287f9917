/** A table of text, as a sheet of a spreadsheet or a part of a CSV file holds it. */
export type Sheet = { name: SheetName; rows: SheetRow[] };
/** `row` as the spreadsheet program numbers it; in a CSV file the line it begins on. The first row holds headings. */
export type SheetRow = { row: number; cells: string[] };

/** A fault of a spreadsheet, where a person finds it. `column` is a heading; empty where it is about the whole row. */
export type SheetProblem = { sheet: string; row: number; column: string; message: string };

export const SHEET_NAMES = [
  "Questionnaire",
  "Scale",
  "Sections",
  "Statements",
  "Fields",
  "Shares",
  "Duties",
  "Changes",
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

/** Sheets without which there is no questionnaire; the others may be left out. */
export const NEEDED_SHEETS: readonly SheetName[] = [
  "Questionnaire",
  "Scale",
  "Sections",
  "Statements",
];

/** A heading and the part of the definition it holds. Lists in a cell are parted by semicolons. */
type Columns = readonly { heading: string; field: string }[];

const columns = (pairs: Record<string, string>): Columns =>
  Object.entries(pairs).map(([field, heading]) => ({ heading, field }));

/** One row of the sheet Questionnaire each: what is in its first column, and the part of the definition. */
export const ABOUT_ROWS = columns({
  schemaVersion: "Format",
  key: "Key",
  title: "Title",
  code: "Code",
  sourceNote: "Source",
  introduction: "Introduction",
  "scale.key": "Scale key",
  "scale.title": "Scale question",
  "settings.sectionSummary": "Sections are summed up",
  "settings.askDuties": "Duties are asked",
  "settings.needed": "Needed to sign",
  changeNotes: "Change notes",
});

/** What the columns of each sheet hold. Statements have one more column for each level: "Looks like 1". */
export const SHEET_COLUMNS = {
  Questionnaire: columns({ setting: "Setting", value: "Value" }),
  Scale: columns({
    code: "Code",
    name: "Name",
    meaning: "Meaning",
    shortcut: "Key",
    steps: "Bars",
    mark: "Mark",
    counts: "Counts",
    asks: "Asks",
  }),
  Sections: columns({
    key: "Key",
    title: "Title",
    looksLike: "What it looks like",
    part: "Part",
    levels: "Levels open",
  }),
  Statements: columns({
    section: "Section",
    key: "Key",
    short: "Short name",
    statement: "Statement",
    help: "Help",
    evidence: "Evidence",
    phases: "Phases",
    types: "Types of school",
    starter: "Starred",
    entry: "Entry point",
    related: "Related",
    replaces: "Replaces",
  }),
  Fields: columns({
    key: "Key",
    label: "Label",
    kind: "Kind",
    hint: "Hint",
    required: "Required",
  }),
  Shares: columns({
    key: "Key",
    label: "Label",
    part: "Part",
    whole: "Whole",
    threshold: "Threshold",
  }),
  Duties: columns({
    statement: "Statement",
    kind: "Kind",
    source: "Source",
    from: "From",
    to: "To",
    types: "Types of school",
    checked: "Checked",
  }),
  Changes: columns({
    subject: "What",
    from: "Before",
    to: "Now",
    rule: "Rule for answers",
    levels: "Levels",
    note: "Note for schools",
  }),
} as const satisfies Record<SheetName, Columns>;

/** The heading of the column with what a level looks like. */
export const looksLikeHeading = (code: string): string => `Looks like ${code}`;
export const LOOKS_LIKE = /^looks like ([1-9A-Z])$/i;

/** The heading under which a part of a definition stands in a sheet; the part itself where it has none. */
export function headingOf(sheet: SheetName, field: string): string {
  const known: Columns = SHEET_COLUMNS[sheet];
  return known.find((column) => column.field === field)?.heading ?? field;
}
