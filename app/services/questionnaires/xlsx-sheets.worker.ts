import ExcelJS from "exceljs";
import { SHEET_NAMES, type Sheet, type SheetProblem } from "~/domain/questionnaire/sheets/sheet";
import { ok, refused, type Result } from "~/domain/result";
import { checkZip } from "./check-zip";
import { undatedZip } from "./undated-zip";
import { readCell } from "./xlsx-cell";

/** Sheets to write, or the bytes of a file to read. */
export type XlsxTask = { write: readonly Sheet[] } | { read: Uint8Array };
export type XlsxAnswer = { written: Uint8Array } | { read: Result<Sheet[], SheetProblem[]> };

const MOST_ROWS = 2000;
const MOST_COLUMNS = 60;
const UNDATED = new Date("1980-01-01T00:00:00.000Z");

/** Writes or reads an Excel file away from the threads that answer people. */
export async function run(task: XlsxTask): Promise<XlsxAnswer> {
  if ("write" in task) return { written: await writeWorkbook(task.write) };
  return { read: await readWorkbook(task.read) };
}

/** Every cell is typed as text, so that nothing is taken for a formula, and 1.10 stays 1.10 when it is edited. */
async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // A version downloads as the same bytes for ever, whenever it is asked for.
  workbook.created = UNDATED;
  workbook.modified = UNDATED;
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    for (const { cells } of rows) sheet.addRow(cells.map((text) => (text === "" ? null : text)));
    const [head] = rows;
    for (const [index, heading] of (head?.cells ?? []).entries()) {
      const column = sheet.getColumn(index + 1);
      column.numFmt = "@";
      column.width = widthOf(heading);
      column.alignment = { vertical: "top", wrapText: true };
    }
    sheet.getRow(1).font = { bold: true };
  }
  return undatedZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const LONG = ["Statement", "Help", "Introduction", "Value", "Source", "Meaning", "Title"];
const widthOf = (heading: string): number =>
  LONG.includes(heading) || heading.startsWith("Looks like") ? 48 : 16;

const fileProblem = (message: string) => refused([{ sheet: "File", row: 1, column: "", message }]);

async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet[], SheetProblem[]>> {
  const checked = checkZip(bytes);
  if (!checked.ok)
    return fileProblem(
      checked.problem === "too-large"
        ? "The file unfolds into more than is read here. Take out pictures and empty sheets"
        : "This is not an Excel file. Save it as XLSX",
    );
  const workbook = new ExcelJS.Workbook();
  try {
    // exceljs asks for a Buffer of an older kind; it reads any bytes.
    await workbook.xlsx.load(bytes.slice().buffer);
  } catch {
    return fileProblem("This is not an Excel file. Save it as XLSX");
  }
  const problems: SheetProblem[] = [];
  const sheets = workbook.worksheets.flatMap((sheet) => readWorksheet(sheet, problems));
  return problems.length > 0 ? refused(problems) : ok(sheets);
}

function readWorksheet(worksheet: ExcelJS.Worksheet, problems: SheetProblem[]): Sheet[] {
  const title = worksheet.name.trim();
  const name = SHEET_NAMES.find((one) => one.toLowerCase() === title.toLowerCase());
  // A further sheet may hold somebody's own notes.
  if (name === undefined) return [];
  if (worksheet.actualRowCount > MOST_ROWS || worksheet.actualColumnCount > MOST_COLUMNS) {
    const message = `A sheet has at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns here`;
    problems.push({ sheet: name, row: 1, column: "", message });
    return [];
  }
  const rows: Sheet["rows"] = [];
  worksheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MOST_COLUMNS) return;
      while (cells.length < column) cells.push("");
      const read = readCell(cell.value);
      if (read.ok) cells[column - 1] = read.value;
      else
        problems.push({ sheet: name, row: number, column: letterOf(cell), message: read.problem });
    });
    rows.push({ row: number, cells });
  });
  return [{ name, rows }];
}

const letterOf = (cell: ExcelJS.Cell): string => cell.address.replace(/\d+$/, "");
