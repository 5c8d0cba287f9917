import { ok, type Result } from "~/domain/result";
import { parseRecord } from "~/domain/visit/record-snapshot";
import type { App } from "~/platform/app.server";
import { findRecordByHash, findRecordByReference } from "~db/queries/documents";
import { findRecord } from "~db/queries/visit-record-rows";
import { listRecordSignatures } from "~db/queries/visits";
import type { CheckView } from "./views";

type Found = Result<CheckView, never>;

/** What a file is, where its bytes are those of a sealed record of a visit; null where they are not. */
export async function checkRecordFile(app: App, sha256: string): Promise<Found | null> {
  const known = await findRecordByHash(app.db.read, sha256);
  if (known === undefined) return null;
  const { visitId } = known;
  const record = await findRecord(app.db.read, { visitId });
  if (record?.snapshot == null || record.reference === null || record.sha256 === null) return null;
  const { school, roundTitle, organisation } = parseRecord(record.snapshot);
  const signatures = await listRecordSignatures(app.db.read, { visitId });
  const signedAt = signatures.at(-1)?.signedAt ?? record.agreedAt ?? record.updatedAt;
  return ok({
    of: "file",
    kind: "genuine",
    copy: {
      what: "visit-record",
      schoolName: school.name,
      title: roundTitle,
      number: 1,
      reference: record.reference,
      signatures: signatures.map(({ title }) => ({ title, kind: "signed" as const })),
      signedAt,
      sealedAt: known.readyAt ?? signedAt,
      owner: organisation,
      checkCode: record.sha256,
      detailsRemovedAt: null,
    },
  });
}

/** What the reference of a record alone tells: how it stands and the day it was agreed. */
export async function checkRecordReference(app: App, reference: string): Promise<Found | null> {
  const found = await findRecordByReference(app.db.read, reference);
  if (found === undefined || found.agreedAt === null) return null;
  const kind = found.documentState === "ready" ? "genuine" : "signed-not-yet-sealed";
  return ok({ of: "reference", kind, reference, signedAt: found.agreedAt });
}
