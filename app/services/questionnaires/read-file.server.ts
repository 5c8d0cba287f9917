import type { Definition } from "~/domain/questionnaire/definition";
import type { SheetProblem } from "~/domain/questionnaire/sheets/sheet";
import { readSheets } from "~/domain/questionnaire/sheets/read-sheets";
import { parseTemplate } from "~/domain/questionnaire/template";
import { refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import { textOfCsv } from "~/services/people/read-people-csv.server";
import { readCsvSheets } from "./csv-sheets";
import type { XlsxAnswer, XlsxTask } from "./xlsx-sheets.worker";

const TASK = taskUrl("app/services/questionnaires/xlsx-sheets.worker.ts");
const TIMEOUT_MS = 30_000;

/** In a worker thread where there is one, so that no request waits behind it. */
export async function performXlsx(app: App, task: XlsxTask): Promise<XlsxAnswer> {
  if (app.runTask) return app.runTask<XlsxAnswer>(TASK, task, { timeoutMs: TIMEOUT_MS });
  const { run } = await import("./xlsx-sheets.worker");
  return run(task);
}

/**
 * Reads a questionnaire from a file: Excel, CSV, YAML or JSON, told apart by what is in it. `base`: the version before,
 * for a spreadsheet without all its sheets. Every fault at once, with its place.
 */
export async function readFile(
  app: App,
  { bytes, base }: { bytes: Uint8Array; base: Definition | null },
): Promise<Result<Definition, SheetProblem[]>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const answer = await performXlsx(app, { read: bytes });
    const sheets = "read" in answer ? answer.read : refused([]);
    return sheets.ok ? readSheets(sheets.value, base) : sheets;
  }
  const text = textOfCsv(bytes);
  if (/^\s*\{/.test(text) || /^schemaVersion:/m.test(text)) return readTemplate(text);
  const sheets = readCsvSheets(text);
  return sheets.ok ? readSheets(sheets.value, base) : sheets;
}

/** Faults of YAML and JSON are told by their path: there is no row. */
function readTemplate(text: string): Result<Definition, SheetProblem[]> {
  const read = parseTemplate(text);
  if (read.ok) return read;
  return refused(
    read.problem.map(({ path, message }) => ({ sheet: "File", row: 0, column: path, message })),
  );
}
