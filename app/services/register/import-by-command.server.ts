import { IGNORED_WORDS, SummarySchema, type ImportSummary } from "~/domain/register/compared";
import { LINE_KINDS, type LineKind } from "~/domain/register/import-states";
import { fileProblemWords } from "~/domain/register/problem-words";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";
import { findOrganisationByKey } from "~db/queries/organisations";
import {
  findImport,
  insertCoveredAuthorities,
  listImportLinks,
  listImportSchools,
} from "~db/queries/register-imports";
import { applyImport } from "./apply-import.server";
import { changesOf } from "./change-views";
import { prepareImport } from "./prepare-import.server";

/** What `npm run import-schools` was given; paths of files from the root, null where there is none. */
export const ImportCommandSchema = z.object({
  organisation: z.string(),
  authorities: z.array(z.string()),
  schools: z.string().nullable(),
  links: z.string().nullable(),
  apply: z.boolean(),
});
export type ImportCommand = z.infer<typeof ImportCommandSchema>;

/**
 * An import by whoever looks after the server, who needs no role: what the command then writes, or why nothing was done.
 */
export async function importByCommand(
  app: App,
  { organisation: key, authorities, schools, links, apply }: ImportCommand,
): Promise<Result<string[], string[]>> {
  const organisation = await findOrganisationByKey(app.db.read, key);
  if (organisation === undefined) return refused([`--organisation: there is none called “${key}”`]);
  if (authorities.some((code) => !/^\d{3}$/.test(code))) {
    return refused(["--authorities: codes of three figures, like 886,887"]);
  }
  const organisationId = organisation.id;
  const covered = authorities.map((laCode) => ({ organisationId, laCode }));
  await app.db.transact((tx) => insertCoveredAuthorities(tx, covered));
  const prepared = await prepareImport(app, { organisationId, by: null, schools, links });
  if (!prepared.ok) return refused(fileProblemWords(prepared.problem));
  const { importId } = prepared.value;
  const shown = await linesOf(app, { organisationId, importId });
  if (!apply) {
    return ok([...shown, "Nothing was changed. --apply does it; so does a manager on its page."]);
  }
  const applied = await applyImport(app, { organisationId, importId, by: null });
  return applied.ok
    ? ok([...shown, "The register is up to date."])
    : refused(["The register has changed meanwhile: run it again."]);
}

type Prepared = { organisationId: string; importId: string };

async function linesOf(app: App, { organisationId, importId }: Prepared): Promise<string[]> {
  const found = await findImport(app.db.read, { organisationId, importId });
  const summary = SummarySchema.parse(JSON.parse(found?.summary ?? "{}"));
  const lines = [`${summary.lines} lines of schools, ${summary.linkLines} of links`];
  for (const kind of LINE_KINDS) lines.push(...(await schoolLines(app, { importId, kind })));
  for (const link of await listImportLinks(app.db.read, { importId })) {
    lines.push(`linked   ${link.predecessorUrn} came before ${link.successorUrn}`);
  }
  return [...lines, ...leftOutLines(summary)];
}

async function schoolLines(
  app: App,
  { importId, kind }: { importId: string; kind: LineKind },
): Promise<string[]> {
  const page = { importId, kind, offset: 0, limit: 100_000 };
  const rows = await listImportSchools(app.db.read, page);
  return rows.flatMap(({ line, urn, name, changes }) => [
    `${kind.padEnd(8)} ${urn} ${name} (line ${line})`,
    ...changesOf(changes).map(({ label, from, to }) => `         ${label}: ${from} → ${to}`),
  ]);
}

function leftOutLines({ unchanged, elsewhere, ignored, missingCount }: ImportSummary): string[] {
  return [
    ...ignored.map(
      ({ line, urn, name, reason }) =>
        `left out ${urn} ${name} (line ${line}): ${IGNORED_WORDS[reason] ?? reason}`,
    ),
    ...elsewhere.map(
      ({ authority, lines }) => `left out ${lines} schools of ${authority}, which is not covered`,
    ),
    `${unchanged} unchanged, ${missingCount} open schools not in the file`,
  ];
}
