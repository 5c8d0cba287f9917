import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import busboy from "busboy";
import { ok, refused, type Result } from "~/domain/result";
import type { FileFormProblem } from "./file-form.server";

/** Files by the name of their field, where one was chosen, and the folder that holds nothing else. */
export type LargeFiles = { files: ReadonlyMap<string, string>; folder: string };
type Shape = { fields: readonly string[]; maxBytes: number; dataDir: string };

/**
 * Takes files of a multipart form into a folder of their own, a piece at a time, so that their size is nobody's memory.
 * Whoever calls removes the folder (`removeFolder`); what a killed process left stays there.
 */
export async function receiveLargeFiles(
  request: Request,
  { fields, maxBytes, dataDir }: Shape,
): Promise<Result<LargeFiles, FileFormProblem>> {
  const parser = parserOf(request, { fields: fields.length, maxBytes });
  if (parser === null || request.body === null) return refused("unreadable");
  const uploads = path.join(dataDir, "uploads");
  await mkdir(uploads, { recursive: true });
  const folder = await mkdtemp(path.join(uploads, "files-"));
  const files = new Map<string, string>();
  const writing: Promise<void>[] = [];
  const state = { problem: null as FileFormProblem | null };
  parser.on("error", () => (state.problem = "unreadable"));
  parser.on("file", (name, stream, { filename }) => {
    if (!fields.includes(name) || files.has(name) || !filename) {
      stream.resume();
      return;
    }
    const file = path.join(folder, `${fields.indexOf(name)}.csv`);
    files.set(name, file);
    stream.on("limit", () => (state.problem ??= "too-large"));
    const sink = stream.pipe(createWriteStream(file));
    writing.push(finished(sink));
  });
  await pour(request.body, parser).catch(() => (state.problem ??= "unreadable"));
  await Promise.all(writing).catch(() => (state.problem ??= "unreadable"));
  if (state.problem === null) return ok({ files, folder });
  await removeFolder(folder);
  return refused(state.problem);
}

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

async function pour(body: ReadableStream<Uint8Array>, parser: busboy.Busboy): Promise<void> {
  const done = once(parser, "close");
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!parser.write(part.value)) await once(parser, "drain");
  }
  parser.end();
  await done;
}
