import { ok, type Result } from "~/domain/result";
import { removalOf } from "~/domain/visit/record-reissues";
import { parseRecord } from "~/domain/visit/record-snapshot";
import type { App } from "~/platform/app.server";
import { findRecordByHash, findRecordByReference } from "~db/queries/documents";
import { findWithdrawnRecord, listRecordReissues } from "~db/queries/removed-records";
import { findRecord } from "~db/queries/visit-record-rows";
import { listRecordSignatures } from "~db/queries/visits";
import type { CheckView, CopyView } from "./views";

type Found = Result<CheckView, never>;

/** What a file is, where its bytes are those of a sealed record of a visit; null where they are not. */
export async function checkRecordFile(app: App, sha256: string): Promise<Found | null> {
  const known = await findRecordByHash(app.db.read, sha256);
  if (known === undefined) return checkWithdrawn(app, sha256);
  const { visitId, readyAt: sealedAt } = known;
  const removed = removalOf(await listRecordReissues(app.db.read, { visitId }));
  const copy = await recordView(app, { visitId, sealedAt, removedAt: removed?.at ?? null });
  return copy === null ? null : ok({ of: "file", kind: "genuine", copy });
}

/** A file that a removal of personal details took back is known by its hash. */
async function checkWithdrawn(app: App, sha256: string): Promise<Found | null> {
  const withdrawn = await findWithdrawnRecord(app.db.read, sha256);
  if (withdrawn === undefined) return null;
  const { visitId, sealedAt, withdrawnAt: removedAt, beforeSha256 } = withdrawn;
  const copy = await recordView(app, { visitId, sealedAt, removedAt });
  if (copy === null) return null;
  const checkCode = beforeSha256 ?? copy.checkCode;
  return ok({ of: "file", kind: "withdrawn", copy: { ...copy, checkCode } });
}

type Known = { visitId: string; sealedAt: Date | null; removedAt: Date | null };

async function recordView(
  app: App,
  { visitId, sealedAt, removedAt }: Known,
): Promise<CopyView | null> {
  const record = await findRecord(app.db.read, { visitId });
  if (record?.snapshot == null || record.reference === null || record.sha256 === null) return null;
  const { school, roundTitle, organisation } = parseRecord(record.snapshot);
  const signatures = await listRecordSignatures(app.db.read, { visitId });
  const signedAt = signatures.at(-1)?.signedAt ?? record.agreedAt ?? record.updatedAt;
  return {
    what: "visit-record",
    schoolName: school.name,
    title: roundTitle,
    number: 1,
    reference: record.reference,
    signatures: signatures.map(({ title }) => ({ title, kind: "signed" as const })),
    signedAt,
    sealedAt: sealedAt ?? signedAt,
    owner: organisation,
    checkCode: record.sha256,
    detailsRemovedAt: removedAt,
  };
}

/** What the reference of a record alone tells: how it stands and the day it was agreed. */
export async function checkRecordReference(app: App, reference: string): Promise<Found | null> {
  const found = await findRecordByReference(app.db.read, reference);
  if (found === undefined || found.agreedAt === null) return null;
  const kind = found.documentState === "ready" ? "genuine" : "signed-not-yet-sealed";
  return ok({ of: "reference", kind, reference, signedAt: found.agreedAt });
}
