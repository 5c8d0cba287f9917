import { existsSync } from "node:fs";
import { stdout } from "node:process";
import { parseArgs } from "node:util";
import { LINE_KINDS, type LineKind } from "~/domain/register/import-states";
import { IGNORED_WORDS, SummarySchema, type ImportSummary } from "~/domain/register/compared";
import { fileProblemWords } from "~/domain/register/problem-words";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { createWorkerPool } from "~/platform/worker-pool.server";
import { applyImport } from "~/services/register/apply-import.server";
import { prepareImport } from "~/services/register/prepare-import.server";
import { changesOf } from "~/services/register/change-views";
import { findOrganisationByKey } from "~db/queries/organisations";
import {
  findImport,
  insertCoveredAuthorities,
  listImportLinks,
  listImportSchools,
} from "~db/queries/register-imports";

const HELP = `Brings the register of schools up to date from a download of Get Information about Schools.

  npm run import-schools -- --organisation kent schools.csv --links links.csv
  npm run import-schools -- --organisation kent schools.csv --links links.csv --apply

  --organisation   short name in addresses
  --links          a file of predecessors and successors
  --authorities    codes of authorities it covers from now on, like 886,887, beside those it covers already
  --apply          does what is printed; without it nothing is changed, and the file waits on the managers' page

It may be run while the service runs.`;

const options = {
  organisation: { type: "string" },
  links: { type: "string" },
  authorities: { type: "string" },
  apply: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    stdout.write(`${HELP}\n`);
    return;
  }
  const files = { schools: positionals[0] ?? null, links: values.links ?? null };
  for (const file of Object.values(files)) {
    if (file !== null && !existsSync(file)) throw new CommandError(`There is no file ${file}`);
  }
  const config = loadConfig({ env: process.env, production: false });
  const app = await makeApp({ config });
  const pool = createWorkerPool(1);
  app.runTask = pool.runTask;
  try {
    const organisationId = await organisationOf(app, values.organisation ?? "");
    await addAuthorities(app, { organisationId, typed: values.authorities ?? "" });
    const prepared = await prepareImport(app, { organisationId, by: null, ...files });
    if (!prepared.ok) throw new CommandError(fileProblemWords(prepared.problem).join("\n"));
    const { importId } = prepared.value;
    await print(app, { organisationId, importId });
    if (!values.apply) {
      stdout.write("Nothing was changed. --apply does it; so does a manager on its page.\n");
      return;
    }
    const applied = await applyImport(app, { organisationId, importId, by: null });
    if (!applied.ok) throw new CommandError("The register has changed meanwhile: run it again.");
    stdout.write("The register is up to date.\n");
  } finally {
    await pool.close();
    await app.db.close();
  }
});

async function organisationOf(app: App, key: string): Promise<string> {
  const organisation = await findOrganisationByKey(app.db.read, key);
  if (organisation === undefined) {
    throw new CommandError(`--organisation: there is none called “${key}”`);
  }
  return organisation.id;
}

type Authorities = { organisationId: string; typed: string };

async function addAuthorities(app: App, { organisationId, typed }: Authorities): Promise<void> {
  const codes = typed.split(/[\s,]+/).filter((code) => code !== "");
  if (codes.some((code) => !/^\d{3}$/.test(code))) {
    throw new CommandError("--authorities: codes of three figures, like 886,887");
  }
  const rows = codes.map((laCode) => ({ organisationId, laCode }));
  await app.db.transact((tx) => insertCoveredAuthorities(tx, rows));
}

type Prepared = { organisationId: string; importId: string };

async function print(app: App, { organisationId, importId }: Prepared): Promise<void> {
  const found = await findImport(app.db.read, { organisationId, importId });
  const summary = SummarySchema.parse(JSON.parse(found?.summary ?? "{}"));
  stdout.write(`${summary.lines} lines of schools, ${summary.linkLines} of links\n`);
  for (const kind of LINE_KINDS) await printLines(app, { importId, kind });
  for (const link of await listImportLinks(app.db.read, { importId })) {
    stdout.write(`linked   ${link.predecessorUrn} came before ${link.successorUrn}\n`);
  }
  printLeftOut(summary);
}

async function printLines(
  app: App,
  { importId, kind }: { importId: string; kind: LineKind },
): Promise<void> {
  const page = { importId, kind, offset: 0, limit: 100_000 };
  for (const { line, urn, name, changes } of await listImportSchools(app.db.read, page)) {
    stdout.write(`${kind.padEnd(8)} ${urn} ${name} (line ${line})\n`);
    for (const { label, from, to } of changesOf(changes)) {
      stdout.write(`         ${label}: ${from} → ${to}\n`);
    }
  }
}

function printLeftOut({ unchanged, elsewhere, ignored, missingCount }: ImportSummary): void {
  for (const { line, urn, name, reason } of ignored) {
    stdout.write(`left out ${urn} ${name} (line ${line}): ${IGNORED_WORDS[reason] ?? reason}\n`);
  }
  for (const { authority, lines } of elsewhere) {
    stdout.write(`left out ${lines} schools of ${authority}, which is not covered\n`);
  }
  stdout.write(`${unchanged} unchanged, ${missingCount} open schools not in the file\n`);
}
