import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "~/domain/questionnaire/canonical";
import { proposedChange } from "~/domain/questionnaire/compare/answer-rules";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import { changesOf } from "~/domain/questionnaire/compare/comparison";
import type { Definition } from "~/domain/questionnaire/definition";
import { guardCell, unguardCell } from "~/domain/questionnaire/sheets/formula-guard";
import { readSheets } from "~/domain/questionnaire/sheets/read-sheets";
import type { Sheet, SheetName, SheetProblem } from "~/domain/questionnaire/sheets/sheet";
import { writeSheets } from "~/domain/questionnaire/sheets/write-sheets";
import { parseTemplate, printTemplate } from "~/domain/questionnaire/template";
import { editQuestionnaire, generatedEdits } from "../../../../support/generated-edits";
import { generatedQuestionnaire } from "../../../../support/generated-questionnaires";
import { readTemplate, TEMPLATE_KEYS } from "../read-template";

/** A later version, with what its author confirmed. */
const laterVersion = fc.tuple(generatedQuestionnaire, generatedEdits).map(([old, edits]) => {
  const now = editQuestionnaire(old, edits);
  const changes = changesOf(compareVersions(old, now)).map(proposedChange);
  return changes.length === 0 ? now : { ...now, changes };
});

const asthma = readTemplate("asthma-friendly");

type Cell = { sheet: SheetName; row: number; column: string; text: string };
/** The sheets of asthma with some cells written over. */
function withCells(...cells: Cell[]): Sheet[] {
  const sheets = writeSheets(asthma);
  for (const { sheet, row, column, text } of cells) {
    const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const index = rows[0]?.cells.indexOf(column) ?? -1;
    const found = rows.find((one) => one.row === row);
    if (index < 0 || found === undefined) throw new Error(`${sheet} ${row} ${column}`);
    found.cells[index] = text;
  }
  return sheets;
}

function problemsOf(sheets: readonly Sheet[], base: Definition | null = null): SheetProblem[] {
  const read = readSheets(sheets, base);
  return read.ok ? [] : read.problem;
}
const placesOf = (sheets: readonly Sheet[]) =>
  problemsOf(sheets).map(({ sheet, row, column }) => `${sheet} ${row} ${column}`);

describe("a definition written to sheets", () => {
  it("is the same when it is read again", () => {
    fc.assert(
      fc.property(laterVersion, (definition) => {
        const read = readSheets(writeSheets(definition), null);
        expect(read).toEqual({ ok: true, value: definition });
        if (read.ok) expect(canonicalText(read.value)).toBe(canonicalText(definition));
      }),
    );
  });

  it.each(TEMPLATE_KEYS)("is the same for %s, with its duties", (key) => {
    const definition = readTemplate(key);
    expect(readSheets(writeSheets(definition), null)).toEqual({ ok: true, value: definition });
  });

  it("has one row for each statement", () => {
    const statements = writeSheets(asthma).find(({ name }) => name === "Statements");
    expect(statements?.rows).toHaveLength(1 + 35);
  });
});

describe("a definition written as YAML or JSON", () => {
  it("is the same, byte for byte, when it is read and written again", () => {
    fc.assert(
      fc.property(laterVersion, (definition) => {
        const yaml = printTemplate(definition);
        const read = parseTemplate(yaml);
        expect(read).toEqual({ ok: true, value: definition });
        if (read.ok) expect(printTemplate(read.value)).toBe(yaml);
        const json = canonicalText(definition);
        const fromJson = parseTemplate(json);
        expect(fromJson.ok && canonicalText(fromJson.value)).toBe(json);
      }),
      { numRuns: 40 },
    );
  });
});

describe("faults of a spreadsheet", () => {
  it("are told all at once, each with its sheet, row and column", () => {
    const sheets = withCells(
      { sheet: "Scale", row: 2, column: "Bars", text: "many" },
      { sheet: "Scale", row: 3, column: "Mark", text: "star" },
      { sheet: "Statements", row: 5, column: "Statement", text: "" },
      { sheet: "Statements", row: 6, column: "Phases", text: "P; Q" },
      { sheet: "Statements", row: 7, column: "Starred", text: "perhaps" },
      { sheet: "Statements", row: 9, column: "Section", text: "Q" },
      { sheet: "Duties", row: 2, column: "From", text: "1 May" },
      { sheet: "Questionnaire", row: 5, column: "Value", text: "asthma" },
    );
    expect(placesOf(sheets)).toEqual(
      expect.arrayContaining([
        "Scale 2 Bars",
        "Scale 3 Mark",
        "Statements 5 Statement",
        "Statements 6 Phases",
        "Statements 7 Starred",
        "Statements 9 Section",
        "Duties 2 From",
        "Questionnaire 5 Value",
      ]),
    );
  });

  it("name the row of a key used twice", () => {
    const problems = problemsOf(
      withCells({ sheet: "Statements", row: 4, column: "Key", text: "A1" }),
    );
    const twice = problems.find(({ message }) => message.includes("used twice"));
    expect(twice).toMatchObject({ sheet: "Statements", row: 4, column: "Key" });
  });

  it("name sheets and columns that are missing, and headings that are not known", () => {
    const sheets = writeSheets(asthma);
    expect(placesOf(sheets.filter(({ name }) => name !== "Scale"))).toEqual(["Scale 1 "]);
    const [head] = sheets.find(({ name }) => name === "Statements")?.rows ?? [];
    if (head === undefined) throw new Error("No heading");
    head.cells[3] = "Statment";
    expect(placesOf(sheets)).toEqual(["Statements 1 Statment", "Statements 1 Statement"]);
  });

  it("name text that stands under no heading, and duties of no statement", () => {
    const sheets = withCells({ sheet: "Duties", row: 3, column: "Statement", text: "Q9" });
    sheets.find(({ name }) => name === "Sections")?.rows[1]?.cells.push("", "lost");
    expect(placesOf(sheets)).toEqual(["Sections 2 ", "Duties 3 Statement"]);
  });
});

describe("a file with statements alone", () => {
  const [statements] = withCells({
    sheet: "Statements",
    row: 2,
    column: "Short name",
    text: "Another name",
  }).filter(({ name }) => name === "Statements");

  it("takes everything else from the version before, but no rules for answers", () => {
    if (statements === undefined) throw new Error("No statements");
    const base = { ...asthma, changes: [{ ...NOTE, from: ["A1"], to: ["A1"] }] };
    const read = readSheets([statements], base);
    expect(read).toMatchObject({ ok: true, value: { key: asthma.key, scale: asthma.scale } });
    expect(read.ok && read.value.changes).toBeUndefined();
    expect(read.ok && read.value.sections[0]?.items[0]?.short).toBe("Another name");
  });
});
const NOTE = { subject: "statement", rule: "keep", note: null } as const;

describe("a cell that looks like a formula", () => {
  it.each(["=1+1", "+44", "-5", "@home", "\tx", "'=1", "''@x", "＝1"])(
    "%j is made text",
    (text) => {
      expect(guardCell(text).startsWith("'")).toBe(true);
      expect(unguardCell(guardCell(text))).toBe(text);
    },
  );

  it("comes back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
