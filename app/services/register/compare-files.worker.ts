import { closeSync, openSync, writeSync } from "node:fs";
import { readHeader, type Header } from "~/domain/register/columns";
import {
  startComparison,
  type ComparedLine,
  type Comparison,
  type StoredSchool,
} from "~/domain/register/compare";
import {
  readLinksHeader,
  startLinks,
  type LinksComparison,
  type LinksHeader,
} from "~/domain/register/compare-links";
import type { FileProblem } from "~/domain/register/problem-words";
import type { LineKind } from "~/domain/register/import-states";
import { readLine, type LineProblem } from "~/domain/register/read-line";
import { isOpen } from "~/domain/register/school-fields";
import { ok, refused, type Result } from "~/domain/result";
import { readCsvFile } from "./read-csv-file";

/** Paths of the files, null where one was not given, and the register they are compared with. */
export type ToCompare = {
  schools: string | null;
  links: string | null;
  /** Path of a file to write: each line that does something, as JSON of a `ComparedLine` on a line of its own. */
  into: string;
  laCodes: readonly string[];
  stored: readonly StoredSchool[];
  /** `linkKey` of the links that stand. */
  standing: readonly string[];
};

export type ComparedFiles = {
  comparison: Comparison;
  /** How many lines do what. */
  counts: Record<LineKind, number>;
  links: LinksComparison;
  /** Open schools covered, of authorities the file speaks of, of which it says nothing. */
  missing: { urn: string; name: string }[];
};

/** As many places as are named; the rest is counted. */
const MOST_NAMED = 20;

/**
 * Reads and compares the files away from the threads that answer people: a whole register takes seconds. What lines do
 * goes into a file and not from thread to thread, where it would stand in memory twice.
 */
export async function run(task: ToCompare): Promise<Result<ComparedFiles, FileProblem>> {
  const kept = startKeeping(task.into);
  try {
    const schools = await compareSchools(task, kept.keep);
    if (!schools.ok) return schools;
    const { seen, ...comparison } = schools.value;
    const links = await compareLinks(task, kept.urns);
    if (!links.ok) return links;
    const missing = missingOf(task, seen);
    return ok({ comparison, counts: kept.counts, links: links.value, missing });
  } finally {
    kept.end();
  }
}

/** Lines written at once. */
const HELD = 100;

function startKeeping(into: string) {
  const file = openSync(into, "w");
  const urns: string[] = [];
  const counts: Record<LineKind, number> = { added: 0, changed: 0, closed: 0 };
  let held: string[] = [];
  const write = () => {
    writeSync(file, held.join(""));
    held = [];
  };
  const keep = (one: ComparedLine) => {
    counts[one.kind] += 1;
    urns.push(one.school.urn);
    held.push(`${JSON.stringify(one)}\n`);
    if (held.length === HELD) write();
  };
  const end = () => {
    write();
    closeSync(file);
  };
  return { keep, urns, counts, end };
}

async function compareSchools(
  { schools: file, stored, laCodes }: ToCompare,
  keep: (one: ComparedLine) => void,
) {
  const byUrn = new Map(stored.map((school) => [school.urn, school]));
  const comparing = startComparison({ stored: byUrn, laCodes: new Set(laCodes) }, keep);
  if (file === null) return ok(comparing.end());
  let header: Header | null = null;
  let missing: string[] = [];
  const read = await readCsvFile(file, (cells, line) => {
    if (header !== null) {
      comparing.take(readLine(header, cells, line));
      return true;
    }
    const found = readHeader(cells);
    if (found.ok) header = found.value;
    else missing = found.problem;
    return found.ok;
  });
  const compared = comparing.end();
  const problem = problemOf("schools", { read, missing, ...compared });
  return problem === null ? ok(compared) : refused(problem);
}

async function compareLinks(
  { links: file, stored, standing }: ToCompare,
  added: readonly string[],
): Promise<Result<LinksComparison, FileProblem>> {
  const comparing = startLinks({
    urns: new Set([...stored.map(({ urn }) => urn), ...added]),
    ours: new Set([...stored.filter(({ covered }) => covered).map(({ urn }) => urn), ...added]),
    standing: new Set(standing),
  });
  if (file === null) return ok(comparing.end());
  let header: LinksHeader | null = null;
  let missing: string[] = [];
  const read = await readCsvFile(file, (cells, line) => {
    if (header !== null) {
      comparing.take(header, cells, line);
      return true;
    }
    const found = readLinksHeader(cells);
    if (found.ok) header = found.value;
    else missing = found.problem;
    return found.ok;
  });
  const compared = comparing.end();
  const problem = problemOf("links", { read, missing, ...compared });
  return problem === null ? ok(compared) : refused(problem);
}

type Came = {
  read: Awaited<ReturnType<typeof readCsvFile>>;
  missing: string[];
  lines: number;
  problems: readonly LineProblem[];
};

function problemOf(of: "schools" | "links", came: Came): FileProblem | null {
  const { read, missing, lines, problems } = came;
  if (missing.length > 0) return { kind: "columns", of, missing };
  if (!read.ok) return { kind: "unreadable", of, ...read.problem };
  if (lines === 0) return { kind: "empty" };
  if (problems.length === 0) return null;
  const named = problems.slice(0, MOST_NAMED);
  return { kind: "lines", of, problems: named, more: problems.length - named.length };
}

function missingOf({ schools, stored }: ToCompare, seen: ReadonlyMap<string, number>) {
  if (schools === null) return [];
  const spokenOf = new Set(stored.filter(({ urn }) => seen.has(urn)).map(({ laCode }) => laCode));
  return stored
    .filter((one) => one.covered && isOpen(one) && spokenOf.has(one.laCode) && !seen.has(one.urn))
    .map(({ urn, name }) => ({ urn, name }));
}
