import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { ok, refused, type Result } from "~/domain/result";

export type UnreadableAt = { line: number; column: string };

/**
 * Reads a CSV file row by row, holding one row at a time: UTF-8 with or without a byte-order mark where its bytes are
 * that, else Windows-1252, as GIAS downloads are. `take` is given each row with the line it begins on, headings being
 * line 1, and answers false to stop. Refused with the place where the file breaks off or a quotation mark is astray.
 */
export async function readCsvFile(
  file: string,
  take: (cells: string[], line: number) => boolean,
): Promise<Result<null, UnreadableAt>> {
  const decode = (await isUtf8(file)) ? null : new TextDecoder("windows-1252");
  let headings: string[] | null = null;
  const state = { stopped: false };
  let line = 1;
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(file),
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      headings ??= cells;
      if (!state.stopped) state.stopped = !take(cells, line);
      line = lines + 1;
      return null;
    },
  });
  async function* chunks() {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      if (state.stopped) return;
      const bytes = chunk as Buffer;
      yield decode?.decode(bytes, { stream: true }) ?? bytes;
    }
  }
  try {
    await pipeline(chunks, parser.resume());
    return ok(null);
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return refused(placeOf(thrown, headings));
  }
}

function placeOf(error: CsvError, headings: string[] | null): UnreadableAt {
  const { lines, index } = error as { lines?: unknown; index?: unknown };
  const at = typeof index === "number" ? index : 0;
  const line = typeof lines === "number" ? lines : 1;
  return { line, column: headings?.[at] ?? String(at + 1) };
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (thrown) {
    if (thrown instanceof TypeError) return false;
    throw thrown;
  }
}

/** Spreadsheets of other countries part cells by semicolons, and copied tables by tabs: the headings tell. */
async function delimiterOf(file: string): Promise<string> {
  let first = "";
  for await (const chunk of createReadStream(file, { end: 16 * 1024, encoding: "latin1" })) {
    first += String(chunk);
  }
  const [headings = ""] = first.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: headings.split(mark).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ",";
}
