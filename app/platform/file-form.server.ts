import busboy from "busboy";
import { ok, refused, type Result } from "~/domain/result";

/** `file` is null where none was chosen, and empty where the one chosen is. */
export type FileForm = { file: Uint8Array | null; fields: ReadonlyMap<string, string> };
export type FileFormProblem = "too-large" | "unreadable";

type Shape = { fileField: string; maxBytes: number };

/** More than any of our forms has. */
const MOST_FIELDS = 10;
const LONGEST_FIELD = 1000;

/**
 * Reads a form, multipart or not, with at most one file into memory; nothing is written to disk and the file's name is
 * not looked at. The server has already held the whole body to its limit (server/body-limit.ts).
 */
export async function readFileForm(
  request: Request,
  shape: Shape,
): Promise<Result<FileForm, FileFormProblem>> {
  const reading = startReading(request.headers.get("Content-Type") ?? "", shape);
  if (reading === null || request.body === null) return refused("unreadable");
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      reading.parser.write(part.value);
    }
    reading.parser.end();
    return await reading.result;
  } catch {
    reading.parser.destroy();
    return refused("unreadable");
  }
}

type Reading = { parser: busboy.Busboy; result: Promise<Result<FileForm, FileFormProblem>> };

function startReading(contentType: string, shape: Shape): Reading | null {
  try {
    const limits = {
      files: 1,
      fileSize: shape.maxBytes,
      fields: MOST_FIELDS,
      fieldSize: LONGEST_FIELD,
    };
    const parser = busboy({ headers: { "content-type": contentType }, limits });
    return { parser, result: collect(parser, shape) };
  } catch {
    return null; // Not a form, or a multipart one without a boundary.
  }
}

function collect(parser: busboy.Busboy, { fileField }: Shape): Reading["result"] {
  const fields = new Map<string, string>();
  const chunks: Buffer[] = [];
  let chosen = false;
  let tooLarge = false;
  // After the first fault more may follow; the first is the answer.
  parser.on("error", () => undefined);
  parser.on("field", (name, value) => void fields.set(name, value));
  parser.on("file", (name, stream, { filename }) => {
    // Browsers send a part without name or bytes where no file was chosen.
    const named = name === fileField && Boolean(filename);
    stream.on("limit", () => (tooLarge = true));
    stream.on("error", () => (chosen = false));
    stream.on("data", (chunk: Buffer) => {
      if (name !== fileField) return;
      chosen = true;
      chunks.push(chunk);
    });
    if (named) chosen = true;
  });
  return new Promise((resolve) => {
    parser.once("error", () => resolve(refused("unreadable")));
    parser.once("close", () => {
      if (tooLarge) resolve(refused("too-large"));
      else resolve(ok({ file: chosen ? Buffer.concat(chunks) : null, fields }));
    });
  });
}
