import { createHash } from "node:crypto";
import type { Actor } from "~/domain/policy/actor";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import type { PrintedRemoval, PrintedSignOff } from "~/domain/submission/snapshot";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { loadSubmission, type SubmissionPlace } from "~/services/signing/load-submission.server";
import { previewSnapshot } from "~/services/signing/preview-snapshot.server";
import { findSnapshot, listSignOffsOf } from "~db/queries/submissions";
import { printedRemoval } from "./make-document.server";
import type { MadePdf, MakePdfTask } from "./make-pdf.worker";

const TASK = taskUrl("app/services/documents/make-pdf.worker.ts");
const TIMEOUT_MS = 30_000;

/** A PDF to send, with the name it is saved under. */
export type PdfFile = { bytes: Uint8Array; fileName: string };

/** The answers as they stand now, marked as a draft on every page. Throws `not-found` or `forbidden`. */
export async function draftOfReview(
  app: App,
  actor: Actor,
  place: { urn: string; responseId: string },
): Promise<PdfFile> {
  const loaded = await loadResponse(app, actor, place);
  const snapshotText = canonicalSnapshot(await previewSnapshot(app, loaded));
  const draft = "Draft, not signed";
  const bytes = await compose(app, { snapshotText, signOffs: [], draft });
  return { bytes, fileName: `draft-${loaded.definition.code}-${loaded.school.urn}.pdf` };
}

/**
 * The signed copy while the governor's signature is awaited, marked so on every page. Throws `not-found` when it
 * is not awaited: then there is a sealed copy, or none.
 */
export async function draftOfSubmission(
  app: App,
  actor: Actor,
  place: SubmissionPlace,
): Promise<PdfFile> {
  const { submission } = await loadSubmission(app, actor, place);
  const scope = { submissionId: submission.id };
  const snapshotText = await findSnapshot(app.db.read, scope);
  if (submission.state !== "awaiting-governor" || snapshotText === undefined) {
    throw new AppError("not-found");
  }
  const signOffs = await listSignOffsOf(app.db.read, scope);
  const draft = "Draft, one signature awaited";
  const removed = await printedRemoval(app, scope);
  const bytes = await compose(app, { snapshotText, signOffs, draft, removed });
  return { bytes, fileName: `draft-${submission.reference}.pdf` };
}

type Composing = {
  snapshotText: string;
  signOffs: PrintedSignOff[];
  draft: string;
  removed?: PrintedRemoval | null;
};

/** In a worker thread where there is one, so that no request waits behind it. */
async function compose(
  app: App,
  { snapshotText, signOffs, draft, removed = null }: Composing,
): Promise<Uint8Array> {
  const task: MakePdfTask = {
    snapshotText,
    sha256: createHash("sha256").update(snapshotText, "utf8").digest("hex"),
    signOffs: signOffs.map(({ name, title, kind, declaration, signedAt }) => ({
      name,
      title,
      kind,
      declaration,
      signedAt,
    })),
    verifyAddress: `${app.config.origin}/verify`,
    madeAt: app.clock.now(),
    sealedBy: "Inclusion Review",
    sealer: null,
    draft,
    removed,
  };
  const made = await perform(app, task);
  return made.bytes;
}

async function perform(app: App, task: MakePdfTask): Promise<MadePdf> {
  if (app.runTask) return app.runTask<MadePdf>(TASK, task, { timeoutMs: TIMEOUT_MS });
  const { run } = await import("./make-pdf.worker");
  return run(task);
}
