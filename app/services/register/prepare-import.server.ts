import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { ComparedLine } from "~/domain/register/compare";
import { linkKey, type SchoolLink } from "~/domain/register/compare-links";
import { MOST_LISTED, type ImportSummary } from "~/domain/register/compared";
import type { FileProblem } from "~/domain/register/problem-words";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import {
  forgetWaitingImports,
  insertImport,
  insertImportLinks,
  insertImportSchools,
  listCoveredAuthorities,
  listLinkUrns,
  listSchoolsToCompare,
  showImport,
} from "~db/queries/register-imports";
import type { ComparedFiles, ToCompare } from "./compare-files.worker";

const TASK = taskUrl("app/services/register/compare-files.worker.ts");
const TIMEOUT_MS = 120_000;
/** Lines in one transaction: each is over in some milliseconds, and others write in between. */
const PORTION = 100;

/** `by` null: the command, run by whoever looks after the server. Paths of files, null where there is none. */
export type ToPrepare = {
  organisationId: string;
  by: string | null;
  schools: string | null;
  links: string | null;
};

/**
 * Reads and compares files and keeps what they would do, to be looked through. It takes the place of what waited for the
 * organisation before; the register is as it was. Whoever calls has asked the policy.
 */
export async function prepareImport(
  app: App,
  files: ToPrepare,
): Promise<Result<{ importId: string }, FileProblem>> {
  const { organisationId } = files;
  if (files.schools === null && files.links === null) return refused({ kind: "none" });
  const laCodes = await listCoveredAuthorities(app.db.read, { organisationId });
  const stored = await listSchoolsToCompare(app.db.read, { organisationId, laCodes });
  const standing = (await listLinkUrns(app.db.read)).map(linkKey);
  const { schools, links } = files;
  const folder = await mkdtemp(path.join(tmpdir(), "inclusion-review-import-"));
  try {
    const into = path.join(folder, "compared");
    const compared = await perform(app, { schools, links, into, laCodes, stored, standing });
    if (!compared.ok) return compared;
    return ok({ importId: await keep(app, { files, laCodes, into, compared: compared.value }) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a worker thread where there is one, so that no request waits behind it. */
async function perform(app: App, task: ToCompare): Promise<Result<ComparedFiles, FileProblem>> {
  if (app.runTask) return app.runTask(TASK, task, { timeoutMs: TIMEOUT_MS });
  const { run } = await import("./compare-files.worker");
  return run(task);
}

type ToKeep = {
  files: ToPrepare;
  laCodes: readonly string[];
  into: string;
  compared: ComparedFiles;
};

async function keep(app: App, { files, laCodes, into, compared }: ToKeep): Promise<string> {
  const { organisationId, by } = files;
  const importId = app.newId();
  await app.db.transact(async (tx) => {
    await forgetWaitingImports(tx, { organisationId });
    await insertImport(tx, {
      id: importId,
      organisationId,
      state: "set-aside",
      laCodes: JSON.stringify(laCodes),
      summary: JSON.stringify(summaryOf(compared)),
      preparedBy: by,
      preparedAt: app.clock.now(),
    });
  });
  for await (const lines of portionsOf(into)) {
    const rows = lines.map((one) => schoolRow(app, { importId, one }));
    await app.db.transact((tx) => insertImportSchools(tx, rows));
  }
  const links = compared.links.links.map((link: SchoolLink) => ({ ...link, importId }));
  await inPortions(links, (some) => app.db.transact((tx) => insertImportLinks(tx, some)));
  await app.db.transact((tx) => showImport(tx, { importId }));
  return importId;
}

/** The compared lines of a file, `PORTION` of them at a time. */
async function* portionsOf(file: string): AsyncGenerator<ComparedLine[]> {
  let portion: ComparedLine[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    // As the worker wrote it, a moment ago.
    portion.push(JSON.parse(line) as ComparedLine);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

/** The id is for a school that is new; one that is there keeps its own. */
function schoolRow(app: App, { importId, one }: { importId: string; one: ComparedLine }) {
  const { school, line, kind, changes, stored } = one;
  return {
    ...school,
    importId,
    line,
    kind,
    changes: JSON.stringify(changes),
    baseVersion: stored?.version ?? null,
    schoolId: app.newId(),
  };
}

async function inPortions<T>(
  rows: readonly T[],
  write: (some: T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += PORTION) {
    await write(rows.slice(from, from + PORTION));
  }
}

function summaryOf({ comparison, counts: did, links, missing }: ComparedFiles): ImportSummary {
  const ignored = [...comparison.ignored, ...links.ignored];
  const elsewhere = [...comparison.elsewhere].map(([authority, lines]) => ({ authority, lines }));
  const counts: Record<string, number> = {};
  for (const { reason } of ignored) counts[reason] = (counts[reason] ?? 0) + 1;
  return {
    lines: comparison.lines,
    linkLines: links.lines,
    ...did,
    links: links.links.length,
    unchanged: comparison.unchanged + links.unchanged,
    elsewhere: elsewhere.sort((one, other) =>
      one.authority.localeCompare(other.authority, "en-GB"),
    ),
    ignored: ignored.slice(0, MOST_LISTED),
    ignoredCounts: counts,
    missing: missing.slice(0, MOST_LISTED),
    missingCount: missing.length,
  };
}
