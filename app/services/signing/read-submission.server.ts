import type { Actor } from "~/domain/policy/actor";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findSnapshot, listSignOffsOf } from "~db/queries/submissions";
import { copySeenBy } from "./copy-seen-by.server";
import { noteOpened } from "./note-opened.server";
import { loadSubmission, type SubmissionPlace } from "./load-submission.server";
import { signatureViews, type SignatureView } from "./signature-views";

/** A signed copy as it is read, with who signed it: that stands outside what was frozen. */
export type ReadingView = {
  snapshot: Snapshot;
  signedAt: Date;
  signatures: SignatureView[];
  seenBy: string[];
};

/** A signed copy to read, word for word as it was frozen, and who can see it today. Throws `not-found` or `forbidden`. */
export async function readSubmission(
  app: App,
  actor: Actor,
  place: SubmissionPlace,
): Promise<ReadingView> {
  const loaded = await loadSubmission(app, actor, place);
  const { submission } = loaded;
  const scope = { submissionId: submission.id };
  const text = await findSnapshot(app.db.read, scope);
  if (text === undefined) throw new AppError("not-found");
  await noteOpened(app, actor, loaded);
  return {
    snapshot: parseSnapshot(text),
    signedAt: submission.signedAt,
    signatures: signatureViews(await listSignOffsOf(app.db.read, scope)),
    seenBy: await copySeenBy(app, loaded),
  };
}
