import { SummarySchema, type ImportSummary } from "~/domain/register/compared";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import {
  countMovedOn,
  coverImportSchools,
  findImport,
  listCoveredAuthorities,
  listIdsByUrn,
  listImportLinks,
  markApplied,
  writeImportSchools,
} from "~db/queries/register-imports";
import { insertSchoolLinks } from "~db/queries/schools";
import type { Writer } from "~db/types";

/** `stale`: the register has moved on since the file was compared. `done`: it was applied already, or set aside. */
export type NotApplied = "stale" | "done";

type ToApply = { organisationId: string; importId: string; by: string | null };

/**
 * Does what an import shows, in one short transaction: all of it, or nothing where a school it touches is not as it was
 * shown. Whoever calls has asked the policy. Throws `not-found`.
 */
export async function applyImport(
  app: App,
  { organisationId, importId, by }: ToApply,
): Promise<Result<ImportSummary, NotApplied>> {
  const at = app.clock.now();
  return app.db.transact(async (tx) => {
    const found = await findImport(tx, { organisationId, importId });
    if (found === undefined) throw new AppError("not-found");
    if (found.state !== "waiting") return refused("done");
    const summary = SummarySchema.parse(JSON.parse(found.summary));
    const laCodes = JSON.stringify(await listCoveredAuthorities(tx, { organisationId }));
    if (laCodes !== found.laCodes) return refused("stale");
    if ((await countMovedOn(tx, { importId })) > 0) return refused("stale");
    if (!(await markApplied(tx, { importId, by, at }))) return refused("done");
    await writeImportSchools(tx, { importId });
    await coverImportSchools(tx, { importId, organisationId });
    await writeLinks(tx, { importId });
    const { added, changed, closed, links } = summary;
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: by,
      event: "register.imported",
      organisationId,
      subjectKind: "register-import",
      subjectId: importId,
      data: { added, changed, closed, links },
    });
    return ok(summary);
  });
}

/** Rows in one insert: an engine takes a limited number of values in a query. */
const BATCH = 300;

async function writeLinks(tx: Writer, { importId }: { importId: string }): Promise<void> {
  const links = await listImportLinks(tx, { importId });
  for (let from = 0; from < links.length; from += BATCH) {
    const some = links.slice(from, from + BATCH);
    const urns = some.flatMap(({ predecessorUrn, successorUrn }) => [predecessorUrn, successorUrn]);
    const ids = await listIdsByUrn(tx, [...new Set(urns)]);
    const rows = some.flatMap(({ predecessorUrn, successorUrn, linkedOn }) => {
      const [predecessorId, successorId] = [ids.get(predecessorUrn), ids.get(successorUrn)];
      if (predecessorId === undefined || successorId === undefined) return [];
      return [{ predecessorId, successorId, linkedOn }];
    });
    await insertSchoolLinks(tx, rows);
  }
}
