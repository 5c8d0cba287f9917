import type { ResponseAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { SubmissionState } from "~/domain/submission/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { inRole, schoolPeople } from "~/services/answering/school-people.server";
import { printedRemoval } from "~/services/documents/make-document.server";
import { mayRemoveDetails } from "~/services/personal-data/remove-place.server";
import { findDocument, findDocumentBytes } from "~db/queries/documents";
import { findSettings } from "~db/queries/organisation-settings";
import { listSignOffsOf } from "~db/queries/submissions";
import { copySeenBy } from "./copy-seen-by.server";
import { loadSubmission, type SubmissionPlace } from "./load-submission.server";
import { noteOpened } from "./note-opened.server";
import { signatureViews, type SignatureView } from "./signature-views";

/** How the PDF of a signed copy stands. `none`: the governor's signature is awaited, or the copy was set aside. */
export type DocumentView =
  { state: "none" | "pending" | "failed" } | { state: "ready"; pages: number; size: number };

/** `viewConfirmation`: a signed copy's own page, in the school. */
export type ConfirmationView = {
  urn: string;
  schoolName: string;
  responseId: string;
  title: string;
  /** Who reads it next: "Kent County Council"; null for a private self-review. */
  organisation: string | null;
  /** Working days within which it promises to reply; null: it promises none. */
  replyDays: number | null;
  number: number;
  reference: string;
  checkCode: string;
  state: SubmissionState;
  superseded: boolean;
  withdrawn: { at: Date; reason: string | null } | null;
  signedAt: Date;
  signatures: SignatureView[];
  document: DocumentView;
  /** Names of governors who may give the awaited signature. */
  governors: string[];
  /** Who can see this copy: the policy's sentences. */
  seenBy: string[];
  mayRecall: boolean;
  mayAmend: boolean;
  mayNoteMinute: boolean;
  mayCountersign: boolean;
  /** When personal details were last removed, and the check code of what was signed; null: never. */
  removed: { at: Date; signedSha256: string } | null;
  mayRemoveDetails: boolean;
  /** One of the school's own people, who may lay it beside what the school signed before. */
  inSchool: boolean;
};

/** The page that says what was signed and what happens next. Throws `not-found` or `forbidden`. */
export async function viewConfirmation(
  app: App,
  actor: Actor,
  place: SubmissionPlace,
): Promise<ConfirmationView> {
  const loaded = await loadSubmission(app, actor, place);
  const { school, row, submission, responseFacts, today } = loaded;
  const scope = { submissionId: submission.id };
  const signatures = await listSignOffsOf(app.db.read, scope);
  const signedBy = signatures.find(({ kind }) => kind === "signed")?.userId ?? null;
  const facts = { ...responseFacts, signedBy };
  const { questionnaireKey } = row;
  const isAwaited = submission.state === "awaiting-governor";
  const people = isAwaited
    ? await schoolPeople(app, { schoolId: school.id, questionnaireKey, today })
    : [];
  const may = (action: ResponseAction) => submission.isLatest && can(actor, action, facts).allowed;
  return {
    urn: school.urn,
    schoolName: school.name,
    responseId: row.id,
    title: row.roundTitle ?? row.questionnaireTitle,
    organisation: row.roundId === null ? null : row.ownerName,
    replyDays: await replyDaysOf(app, row.roundOrganisationId),
    number: submission.number,
    reference: submission.reference,
    checkCode: submission.sha256,
    state: submission.state,
    superseded: submission.supersededById !== null,
    withdrawn:
      submission.withdrawnAt === null
        ? null
        : { at: submission.withdrawnAt, reason: submission.withdrawnReason },
    signedAt: submission.signedAt,
    signatures: signatureViews(signatures),
    document: await documentView(app, scope),
    governors: inRole(people, "governor").map(({ name }) => name),
    seenBy: await copySeenBy(app, loaded),
    mayRecall: may("response.recall"),
    mayAmend: may("response.amend"),
    mayNoteMinute: may("response.note-minute"),
    mayCountersign: may("response.countersign"),
    removed: await printedRemoval(app, scope),
    mayRemoveDetails: await mayRemoveDetails(app, actor, row),
    inSchool: can(actor, "school.view", { today, schoolId: school.id, coveredBy: [] }).allowed,
  };
}

async function replyDaysOf(app: App, organisationId: string | null): Promise<number | null> {
  if (organisationId === null) return null;
  const found = await findSettings(app.db.read, { organisationId });
  return found?.settings.replyDays ?? null;
}

async function documentView(app: App, scope: { submissionId: string }): Promise<DocumentView> {
  const document = await findDocument(app.db.read, scope);
  if (document === undefined) return { state: "none" };
  if (document.state !== "ready") return { state: document.state };
  return { state: "ready", pages: document.pages ?? 0, size: document.size ?? 0 };
}

/** The sealed file for someone who may have it. Throws `not-found` until it is ready. */
export async function downloadDocument(
  app: App,
  actor: Actor,
  place: SubmissionPlace,
): Promise<{ bytes: Buffer; fileName: string }> {
  const loaded = await loadSubmission(app, actor, { ...place, action: "submission.download" });
  const { submission } = loaded;
  const bytes = await findDocumentBytes(app.db.read, { submissionId: submission.id });
  if (bytes === undefined) throw new AppError("not-found");
  await noteOpened(app, actor, loaded);
  return { bytes, fileName: `${submission.reference}.pdf` };
}
