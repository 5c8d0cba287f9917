import { createHash } from "node:crypto";
import type { Actor } from "~/domain/policy/actor";
import { canonicalRecord } from "~/domain/visit/record-snapshot";
import type { VisitState } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { PdfFile } from "~/services/documents/draft-pdf.server";
import { draftRecordPdf } from "~/services/documents/record-pdf.server";
import { findDocumentBytes } from "~db/queries/documents";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { recordFrame } from "./record-compose.server";
import { readableRecord } from "./record-view.server";

const CLOSED: readonly VisitState[] = ["closed", "closed-with-both-views"];

/**
 * The sealed record, or before it is closed a copy that says on each page how far it is. Throws `not-found` while the
 * sealed one is made, `forbidden` for those who read themes or nothing.
 */
export async function downloadRecord(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<PdfFile> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.read-record" });
  const read = await readableRecord(app, loaded, await recordFrame(app, loaded));
  if (read === null) throw new AppError("not-found");
  const { record, snapshot } = read;
  if (CLOSED.includes(loaded.row.state)) {
    const bytes = await findDocumentBytes(app.db.read, { visitId });
    if (bytes === undefined) throw new AppError("not-found");
    return { bytes, fileName: `${record.reference ?? visitId}.pdf` };
  }
  const snapshotText = record.snapshot ?? canonicalRecord(snapshot);
  const sha256 = createHash("sha256").update(snapshotText, "utf8").digest("hex");
  const draft = draftWords(loaded);
  const bytes = await draftRecordPdf(app, { visitId, snapshotText, sha256, draft });
  return { bytes, fileName: `draft-record-${loaded.row.urn}.pdf` };
}

const draftWords = ({ row }: LoadedVisit): string =>
  row.state === "agreed" ? "Draft, signatures awaited" : "Draft, not agreed yet";
