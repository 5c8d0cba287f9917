import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheets } from "~/domain/questionnaire/sheets/read-sheets";
import type { Sheet } from "~/domain/questionnaire/sheets/sheet";
import { writeSheets } from "~/domain/questionnaire/sheets/write-sheets";
import { checkZip } from "~/services/questionnaires/check-zip";
import { printCsvSheets, readCsvSheets } from "~/services/questionnaires/csv-sheets";
import { run } from "~/services/questionnaires/xlsx-sheets.worker";
import { generatedQuestionnaire } from "../../../support/generated-questionnaires";
import { readTemplate } from "../../domain/questionnaire/read-template";

const toolkit = readTemplate("inclusion-toolkit");

async function asXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const answer = await run({ write: sheets });
  if (!("written" in answer)) throw new Error("Nothing was written");
  return answer.written;
}

async function readXlsx(bytes: Uint8Array) {
  const answer = await run({ read: bytes });
  if (!("read" in answer)) throw new Error("Nothing was read");
  return answer.read;
}

describe("a questionnaire as an Excel file", () => {
  it("is the same when it is read again", async () => {
    await fc.assert(
      fc.asyncProperty(generatedQuestionnaire, async (definition) => {
        const sheets = await readXlsx(await asXlsx(writeSheets(definition)));
        expect(sheets.ok && readSheets(sheets.value, null)).toEqual({
          ok: true,
          value: definition,
        });
      }),
      { numRuns: 12 },
    );
    const sheets = await readXlsx(await asXlsx(writeSheets(toolkit)));
    expect(sheets.ok && readSheets(sheets.value, null)).toEqual({ ok: true, value: toolkit });
  });

  it("holds text only, so that nothing in it is run", async () => {
    const [section] = toolkit.sections;
    const [item] = section?.items ?? [];
    if (section === undefined || item === undefined) throw new Error("No statement");
    const statement = '=HYPERLINK("https://example.org","look")';
    const altered = { ...toolkit, sections: [{ ...section, items: [{ ...item, statement }] }] };
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await asXlsx(writeSheets(altered))).slice().buffer);
    const cell = workbook.getWorksheet("Statements")?.getCell("D2");
    expect(cell?.type).toBe(ExcelJS.ValueType.String);
    expect(cell?.value).toBe(statement);
  });

  it("is refused where a cell holds a formula, with its place", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Scale");
    sheet.addRow(["Code", "Name"]);
    sheet.addRow(["1", { formula: "1+1", result: 2 }]);
    const read = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read).toEqual({
      ok: false,
      problem: [
        {
          ...{ sheet: "Scale", row: 2, column: "B" },
          message: "This cell holds a formula. Put its text in its place",
        },
      ],
    });
  });

  it("is read where people typed numbers, days, ticks and words in several styles", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet(" statements ");
    const styled = { richText: [{ text: "In " }, { text: "bold", font: { bold: true } }] };
    const link = { text: "a link", hyperlink: "https://example.org" };
    sheet.addRow(["Key", 9.3, new Date(Date.UTC(2027, 3, 1)), true, styled, link]);
    workbook.addWorksheet("My own notes").addRow(["anything"]);
    const read = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read).toEqual({
      ok: true,
      value: [
        {
          name: "Statements",
          rows: [{ row: 1, cells: ["Key", "9.3", "2027-04-01", "Yes", "In bold", "a link"] }],
        },
      ],
    });
  });

  it.each([
    ["text", new TextEncoder().encode("Section;Key")],
    ["nothing", new Uint8Array()],
    ["a broken file", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
  ])("is refused when it is %s", async (_, bytes) => {
    const read = await readXlsx(bytes);
    expect(!read.ok && read.problem[0]?.message).toBe("This is not an Excel file. Save it as XLSX");
  });
});

/** A ZIP file of one part, whose directory says `claimed` of its size. */
function zipOf(content: Buffer, claimed: number): Uint8Array {
  const data = deflateRawSync(content, { level: 9 });
  const name = Buffer.from("a.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}

describe("a file that unfolds into very much more", () => {
  it("is not looked into, whatever it says of its size", async () => {
    const bomb = zipOf(Buffer.alloc(60 * 1024 * 1024), 10);
    expect(bomb.length).toBeLessThan(100_000);
    expect(checkZip(bomb)).toEqual({ ok: false, problem: "too-large" });
    const read = await readXlsx(bomb);
    expect(!read.ok && read.problem[0]?.message).toContain("unfolds into more");
    expect(checkZip(zipOf(Buffer.from("<a/>"), 4))).toEqual({ ok: true, value: null });
  });
});

describe("a questionnaire as a CSV file", () => {
  it("is the same when it is read again", () => {
    fc.assert(
      fc.property(generatedQuestionnaire, (definition) => {
        const sheets = readCsvSheets(printCsvSheets(writeSheets(definition)));
        expect(sheets.ok && readSheets(sheets.value, null)).toEqual({
          ok: true,
          value: definition,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("names rows as an editor counts lines", () => {
    const text = printCsvSheets(writeSheets(toolkit)).replace("A1,", "a1!,");
    const line = text.split("\r\n").findIndex((one) => one.includes(",a1!,")) + 1;
    const sheets = readCsvSheets(text);
    const read = sheets.ok ? readSheets(sheets.value, null) : sheets;
    expect(!read.ok && read.problem).toMatchObject([
      { sheet: "Statements", row: line, column: "Key" },
    ]);
  });

  it("is read with semicolons or tabs between columns, and as statements alone", () => {
    expect(readCsvSheets("Section;Key;Phases\nA;A1;P, S\n")).toEqual({
      ok: true,
      value: [
        {
          name: "Statements",
          rows: [
            { row: 1, cells: ["Section", "Key", "Phases"] },
            { row: 2, cells: ["A", "A1", "P, S"] },
          ],
        },
      ],
    });
    const tabbed = readCsvSheets("[Scale]\t\nCode\tName\n1\tYes\n");
    expect(tabbed.ok && tabbed.value[0]).toMatchObject({
      name: "Scale",
      rows: [{ row: 2 }, { row: 3 }],
    });
  });

  it("is refused where a sheet has no name of ours, stands twice, or a quotation mark is astray", () => {
    const first = (text: string) => {
      const read = readCsvSheets(text);
      return read.ok ? null : read.problem[0];
    };
    expect(first("[Marks]\na,b\n")).toMatchObject({ sheet: "Marks", row: 1 });
    expect(first("[Scale]\na,b\n[Scale]\n")).toMatchObject({ sheet: "Scale", row: 3 });
    expect(first('a,b\n"c,d\n')).toMatchObject({ sheet: "CSV file" });
  });
});
