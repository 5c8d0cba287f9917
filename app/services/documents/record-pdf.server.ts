import { removalOf, standsFor } from "~/domain/visit/record-reissues";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import { listRecordReissues } from "~db/queries/removed-records";
import { findRecord } from "~db/queries/visit-record-rows";
import { listRecordSignatures } from "~db/queries/visits";
import type { MakeRecordPdfTask } from "./make-record-pdf.worker";
import type { MadePdf } from "./make-pdf.worker";
import { sealerSettings } from "./sealer-settings";

export const RECORD_TASK = taskUrl("app/services/documents/make-record-pdf.worker.ts");
const TIMEOUT_MS = 30_000;

/** Everything the record of a visit is printed from once it is closed, as plain data. */
export async function recordPdfTask(
  app: App,
  { visitId, madeAt }: { visitId: string; madeAt: Date },
): Promise<MakeRecordPdfTask> {
  const record = await findRecord(app.db.read, { visitId });
  const { snapshot: snapshotText = null, sha256 = null } = record ?? {};
  if (snapshotText === null || sha256 === null) throw new Error("No such record");
  const printed = await printing(app, { visitId, madeAt });
  return { ...printed, snapshotText, sha256, sealer: sealerSettings(app.config), draft: null };
}

async function printing(app: App, { visitId, madeAt }: { visitId: string; madeAt: Date }) {
  const rows = await listRecordSignatures(app.db.read, { visitId });
  const reissues = await listRecordReissues(app.db.read, { visitId });
  return {
    removed: removalOf(reissues),
    signatures: rows.map(({ kind, name, title, declaration, sha256, signedAt }) => ({
      kind,
      name,
      title,
      declaration,
      sha256,
      standsFor: standsFor(sha256, reissues),
      signedAt,
    })),
    verifyAddress: `${app.config.origin}/verify`,
    madeAt,
    sealedBy: "Inclusion Review",
  };
}

type Draft = { visitId: string; snapshotText: string; sha256: string; draft: string };

/** A record before its last signature, marked so on each page. In a worker thread where there is one. */
export async function draftRecordPdf(app: App, { visitId, ...text }: Draft): Promise<Uint8Array> {
  const printed = await printing(app, { visitId, madeAt: app.clock.now() });
  const task: MakeRecordPdfTask = { ...printed, ...text, sealer: null };
  if (app.runTask) {
    const made = await app.runTask<MadePdf>(RECORD_TASK, task, { timeoutMs: TIMEOUT_MS });
    return made.bytes;
  }
  const { run } = await import("./make-record-pdf.worker");
  return (await run(task)).bytes;
}
