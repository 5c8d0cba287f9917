import { readHeader, type Header } from "~/domain/register/columns";
import { startComparison, type Comparison, type StoredSchool } from "~/domain/register/compare";
import {
  readLinksHeader,
  startLinks,
  type LinksComparison,
  type LinksHeader,
} from "~/domain/register/compare-links";
import type { FileProblem } from "~/domain/register/problem-words";
import { readLine, type LineProblem } from "~/domain/register/read-line";
import { isOpen } from "~/domain/register/school-fields";
import { ok, refused, type Result } from "~/domain/result";
import { readCsvFile } from "./read-csv-file";

/** Paths of the files, null where one was not given, and the register they are compared with. */
export type ToCompare = {
  schools: string | null;
  links: string | null;
  laCodes: readonly string[];
  stored: readonly StoredSchool[];
  /** `linkKey` of the links that stand. */
  standing: readonly string[];
};

export type ComparedFiles = {
  comparison: Comparison;
  links: LinksComparison;
  /** Open schools covered, of authorities the file speaks of, of which it says nothing. */
  missing: { urn: string; name: string }[];
};

/** As many places as are named; the rest is counted. */
const MOST_NAMED = 20;

/** Reads and compares the files away from the threads that answer people: a whole register takes seconds. */
export async function run(task: ToCompare): Promise<Result<ComparedFiles, FileProblem>> {
  const schools = await compareSchools(task);
  if (!schools.ok) return schools;
  const { seen, ...comparison } = schools.value;
  const links = await compareLinks(task, comparison);
  if (!links.ok) return links;
  return ok({ comparison, links: links.value, missing: missingOf(task, seen) });
}

async function compareSchools({ schools: file, stored, laCodes }: ToCompare) {
  const byUrn = new Map(stored.map((school) => [school.urn, school]));
  const comparing = startComparison({ stored: byUrn, laCodes: new Set(laCodes) });
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
  comparison: Comparison,
): Promise<Result<LinksComparison, FileProblem>> {
  const added = comparison.compared.map(({ school }) => school.urn);
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
