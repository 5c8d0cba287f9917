import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Tool = "pdftotext" | "pdfinfo" | "pdfsig" | "pdfdetach" | "pdffonts" | "qpdf";

const folder = mkdtempSync(join(tmpdir(), "pdf-"));
let files = 0;

/** Whether every tool named is on this machine. Tests that need one that is not say so and do not run. */
export function haveTools(...tools: Tool[]): boolean {
  const missing = tools.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
  if (missing.length > 0) console.log(`not run: ${missing.join(", ")} not found`);
  return missing.length === 0;
}

/** The bytes as a file of their own; gives its path. */
export function asFile(bytes: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  writeFileSync(path, bytes);
  return path;
}

/** What a tool prints about a file. Throws when it ends with an error. */
export function runTool(
  tool: Tool,
  before: string[],
  bytes: Uint8Array,
  after: string[] = [],
): string {
  const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  return execFileSync(tool, [...before, asFile(bytes), ...after], options);
}

/** What a tool says whether or not it ends with an error. */
export function runToolLoosely(tool: Tool, before: string[], bytes: Uint8Array): string {
  const { stdout, stderr } = spawnSync(tool, [...before, asFile(bytes)], { encoding: "utf8" });
  return `${stdout}\n${stderr}`;
}

/** The text of pages `first` to `last`, white space made single. */
export function textOf(bytes: Uint8Array, first = 1, last = 9999): string {
  const pages = ["-f", String(first), "-l", String(last)];
  return runTool("pdftotext", pages, bytes, ["-"]).replace(/\s+/g, " ");
}

/** The first attached file, as text. */
export function attachmentOf(bytes: Uint8Array): string {
  const path = join(folder, "attachment");
  runTool("pdfdetach", ["-save", "1", "-o", path], bytes);
  return readFileSync(path, "utf8");
}

export type Box = { left: number; top: number; right: number; bottom: number; text: string };

/** Words with their places on each page, in points from the top left corner. */
export function wordBoxes(bytes: Uint8Array): Box[][] {
  const html = runTool("pdftotext", ["-bbox"], bytes, ["-"]);
  return html
    .split("<page ")
    .slice(1)
    .map((page) =>
      Array.from(
        page.matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g,
        ),
        ([, left, top, right, bottom, text = ""]) => ({
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
          text,
        }),
      ),
    );
}

/** Words that leave the writing space, or lie on one another by more than a point. */
export function misplacedWords(bytes: Uint8Array): string[] {
  return wordBoxes(bytes).flatMap((words, index) => [
    ...words
      .filter(
        ({ left, right, top, bottom }) => left < 47 || right > 548.5 || top < 0 || bottom > 830,
      )
      .map(
        ({ text, left, right }) =>
          `page ${index + 1}: ${text} from ${left} to ${right} leaves the margins`,
      ),
    ...overlaps(words).map(
      ([one, other]) => `page ${index + 1}: ${one.text} lies on ${other.text}`,
    ),
  ]);
}

function overlaps(words: readonly Box[]): [Box, Box][] {
  const sorted = [...words].sort((one, other) => one.top - other.top);
  return sorted.flatMap((one, index) => {
    const found: [Box, Box][] = [];
    for (const other of sorted.slice(index + 1)) {
      if (other.top >= one.bottom) break;
      if (meet(one, other)) found.push([one, other]);
    }
    return found;
  });
}

function meet(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > 1.5;
}
