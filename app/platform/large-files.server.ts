import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { finished, pipeline } from "node:stream/promises";
import busboy from "busboy";
import { ok, refused, type Result } from "~/domain/result";
import type { FileFormProblem } from "./file-form.server";

/** Files by the name of their field, where one was chosen, and the folder that holds nothing else. */
export type LargeFiles = { files: ReadonlyMap<string, string>; folder: string };
type Shape = { fields: readonly string[]; maxBytes: number; dataDir: string };

/**
 * Takes files of a multipart form into a folder of their own, a piece at a time, so that their size is nobody's memory.
 * Whoever calls removes the folder (`removeFolder`); what a killed process left goes at the next start (`clearUploads`).
 */
export async function receiveLargeFiles(
  request: Request,
  { fields, maxBytes, dataDir }: Shape,
): Promise<Result<LargeFiles, FileFormProblem>> {
  const parser = parserOf(request, { fields: fields.length, maxBytes });
  if (parser === null || request.body === null) return refused("unreadable");
  const uploads = uploadsOf(dataDir);
  await mkdir(uploads, { recursive: true });
  const folder = await mkdtemp(path.join(uploads, "files-"));
  const files = new Map<string, string>();
  const writing: Promise<void>[] = [];
  const state = { problem: null as FileFormProblem | null };
  const broken = () => void (state.problem ??= "unreadable");
  parser.on("file", (name, stream, { filename }) => {
    if (!fields.includes(name) || files.has(name) || !filename) {
      stream.on("error", broken).resume();
      return;
    }
    const file = path.join(folder, `${fields.indexOf(name)}.csv`);
    files.set(name, file);
    stream.on("limit", () => (state.problem ??= "too-large"));
    // A disk that is full ends the parser too, or the sender would wait for ever.
    writing.push(pipeline(stream, createWriteStream(file)).catch(() => void parser.destroy()));
    writing.push(finished(stream).catch(broken));
  });
  await pipeline(piecesOf(request.body), parser).catch(broken);
  await Promise.all(writing);
  if (state.problem === null) return ok({ files, folder });
  await removeFolder(folder);
  return refused(state.problem);
}

const uploadsOf = (dataDir: string): string => path.join(dataDir, "uploads");

/**
 * Removes what a killed process left of files on their way: all of them, unless another process may be receiving some in
 * the same folder (`shared`); then those that nobody has touched for an hour.
 */
export async function clearUploads(
  dataDir: string,
  { shared }: { shared: boolean },
): Promise<void> {
  const uploads = uploadsOf(dataDir);
  if (!shared) return removeFolder(uploads);
  await mkdir(uploads, { recursive: true });
  for (const name of await readdir(uploads)) {
    const folder = path.join(uploads, name);
    const { mtimeMs } = await stat(folder);
    // Files are dated by the machine, whatever the clock of the service says.
    if (Date.now() - mtimeMs > HOUR_MS) await removeFolder(folder);
  }
}

const HOUR_MS = 60 * 60 * 1000;

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Null: not a form, or a multipart one without a boundary. */
function parserOf(
  request: Request,
  { fields, maxBytes }: { fields: number; maxBytes: number },
): busboy.Busboy | null {
  const limits = { files: fields, fileSize: maxBytes, fields: 10, fieldSize: 1000 };
  try {
    const type = request.headers.get("Content-Type") ?? "";
    return type.startsWith("multipart/")
      ? busboy({ headers: { "content-type": type }, limits })
      : null;
  } catch {
    return null;
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
