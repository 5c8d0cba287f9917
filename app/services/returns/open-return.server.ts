import type { Actor } from "~/domain/policy/actor";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import type { PrintedRemoval, Snapshot } from "~/domain/submission/snapshot";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listActionTitles, type ActionTitle } from "~/services/actions/list-titles.server";
import { printedRemoval } from "~/services/documents/make-document.server";
import { mayRemoveDetails } from "~/services/personal-data/remove-place.server";
import { readFirst, type ReadFirstView } from "~/services/replies/read-first.server";
import { copySeenBy } from "~/services/signing/copy-seen-by.server";
import { loadSubmission, type SubmissionPlace } from "~/services/signing/load-submission.server";
import { noteOpened } from "~/services/signing/note-opened.server";
import { signatureViews, type SignatureView } from "~/services/signing/signature-views";
import { findDocument, findDocumentBytes } from "~db/queries/documents";
import { findReturn } from "~db/queries/returns";
import { findSnapshot, listSignOffsOf } from "~db/queries/submissions";
import { loadOrganisation, type OrganisationView } from "./load-organisation.server";

/** `openReturn`: a signed copy as an officer reads it. */
export type ReturnView = {
  organisation: OrganisationView;
  responseId: string;
  roundId: string;
  roundTitle: string;
  snapshot: Snapshot;
  signatures: SignatureView[];
  document: { pages: number; size: number } | null;
  /** How its actions stand today, by title. */
  plan: ActionTitle[];
  /** When personal details were last removed, and the check code of what was signed; null: never. */
  removed: PrintedRemoval | null;
  mayRemoveDetails: boolean;
  /** Who can see this copy: the policy's sentences. */
  seenBy: string[];
  /** What to read first, and what is written about it. */
  first: ReadFirstView;
};

type Asked = { key: string; responseId: string };

/**
 * Opens the copy that stands, for an officer of the round. The first opening of the copy signed last is noted and
 * written to the audit: from then on the school cannot call it back. Throws `not-found` or `forbidden`.
 */
export async function openReturn(app: App, actor: Actor, asked: Asked): Promise<ReturnView> {
  const { organisation, place, found } = await findStandingReturn(app, actor, asked);
  const action = "organisation.open-submission";
  const loaded = await loadSubmission(app, actor, { ...place, action });
  const scope = { submissionId: loaded.submission.id };
  const text = await findSnapshot(app.db.read, scope);
  if (text === undefined) throw new AppError("not-found");
  await noteOpened(app, actor, loaded);
  const signatures = await listSignOffsOf(app.db.read, scope);
  const document = await findDocument(app.db.read, scope);
  const isReady = document?.state === "ready";
  const plan = await listActionTitles(app, actor, loaded.row);
  const snapshot = parseSnapshot(text);
  return {
    organisation,
    responseId: asked.responseId,
    roundId: found.roundId,
    roundTitle: found.roundTitle,
    snapshot,
    signatures: signatureViews(signatures),
    document: isReady ? { pages: document.pages ?? 0, size: document.size ?? 0 } : null,
    plan,
    removed: await printedRemoval(app, scope),
    mayRemoveDetails: await mayRemoveDetails(app, actor, loaded.row),
    seenBy: await copySeenBy(app, loaded),
    first: await readFirst(app, actor, { ...asked, snapshot }),
  };
}

/** The sealed file of the copy that stands. Throws `not-found` until it is ready. */
export async function downloadReturn(
  app: App,
  actor: Actor,
  asked: Asked,
): Promise<{ bytes: Buffer; fileName: string }> {
  const { place } = await findStandingReturn(app, actor, asked);
  const action = "organisation.open-submission";
  const loaded = await loadSubmission(app, actor, { ...place, action });
  const bytes = await findDocumentBytes(app.db.read, { submissionId: loaded.submission.id });
  if (bytes === undefined) throw new AppError("not-found");
  await noteOpened(app, actor, loaded);
  return { bytes, fileName: `${loaded.submission.reference}.pdf` };
}

/** A draft has no copy that stands: it is not found, whatever state it is in. */
async function findStandingReturn(app: App, actor: Actor, { key, responseId }: Asked) {
  const action = "organisation.view-returns";
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const scope = { organisationId: organisation.id, responseId };
  const found = await findReturn(app.db.read, scope);
  if (found === undefined || found.number === null) throw new AppError("not-found");
  const place: SubmissionPlace = { urn: found.urn, responseId, number: found.number };
  return { organisation: view, found, place };
}
