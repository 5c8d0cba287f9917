import { createHash, X509Certificate } from "node:crypto";
import { governorNotGiven, lacksGovernor } from "~/domain/submission/second-signature";
import type { PrintedRemoval, PrintedSignOff } from "~/domain/submission/snapshot";
import { MakeDocumentSchema } from "~/domain/work/outbox";
import type { App } from "~/platform/app.server";
import type { Job } from "~/platform/outbox-worker.server";
import { taskUrl } from "~/platform/worker-pool.server";
import { insertAudit } from "~db/queries/audit";
import { findCertificateText } from "~db/queries/confirmations";
import {
  completeDocument,
  failDocument,
  findDocument,
  keepCertificate,
  type DocumentOwner,
} from "~db/queries/documents";
import { findVisit } from "~db/queries/visits";
import { findFirstAsked, listReissues } from "~db/queries/removals";
import { findSnapshot, findSubmissionById, listSignOffsOf } from "~db/queries/submissions";
import { CERTIFICATE_TASK, certificateTask } from "./certificate-pdf.server";
import type { MadePdf, MakePdfTask } from "./make-pdf.worker";
import { RECORD_TASK, recordPdfTask } from "./record-pdf.server";
import { sealerSettings } from "./sealer-settings";

const TASK = taskUrl("app/services/documents/make-pdf.worker.ts");
/** Far above what the longest signed copy takes. */
const TIMEOUT_MS = 60_000;

/**
 * Makes and keeps the sealed PDF of a signed copy, a visit's record or a confirmation. Safe to repeat: one that has its PDF is left
 * alone, and the time printed is that of the asking, so a second try makes the same bytes. On failure the document
 * says "failed" until a later try makes it, and the error goes on to the outbox.
 */
export async function makeDocument({ app, payload, runTask }: Job): Promise<void> {
  const owner = MakeDocumentSchema.parse(payload);
  const document = await findDocument(app.db.read, owner);
  if (document === undefined || document.state === "ready") return;
  try {
    const { url, task } = await taskOf(app, owner, document.createdAt);
    const made = await runTask<MadePdf>(url, task, { timeoutMs: TIMEOUT_MS });
    await keep(app, { owner, documentId: document.id, made });
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 300) : "unknown";
    await app.db.transact((tx) => failDocument(tx, { documentId: document.id, problem }));
    throw error;
  }
}

async function taskOf(app: App, owner: DocumentOwner, madeAt: Date) {
  if ("visitId" in owner) {
    return { url: RECORD_TASK, task: await recordPdfTask(app, { ...owner, madeAt }) };
  }
  if ("confirmationId" in owner) {
    return { url: CERTIFICATE_TASK, task: await certificateTask(app, { ...owner, madeAt }) };
  }
  return { url: TASK, task: await pdfTask(app, { ...owner, madeAt }) };
}

type Asked = { submissionId: string; madeAt: Date };

/** Everything a PDF is printed from, as plain data. */
export async function pdfTask(app: App, { submissionId, madeAt }: Asked): Promise<MakePdfTask> {
  const submission = await findSubmissionById(app.db.read, { submissionId });
  const snapshotText = await findSnapshot(app.db.read, { submissionId });
  if (submission === undefined || snapshotText === undefined)
    throw new Error("No such signed copy");
  const { config } = app;
  return {
    snapshotText,
    sha256: submission.sha256,
    signOffs: await printedSignOffs(app, { submission, madeAt }),
    verifyAddress: `${config.origin}/verify`,
    madeAt,
    sealedBy: "Inclusion Review",
    sealer: sealerSettings(config),
    draft: null,
    removed: await printedRemoval(app, { submissionId }),
  };
}

type Printed = { submission: SubmissionById; madeAt: Date };
type SubmissionById = NonNullable<Awaited<ReturnType<typeof findSubmissionById>>>;

/** That words were removed after signing; null where none were. */
export async function printedRemoval(
  app: App,
  scope: { submissionId: string },
): Promise<PrintedRemoval | null> {
  const reissues = await listReissues(app.db.read, scope);
  const [latest, first] = [reissues[0], reissues.at(-1)];
  if (latest === undefined || first === undefined) return null;
  return { at: latest.removedAt, signedSha256: first.beforeSha256 };
}

/**
 * The PDF of a copy that closing the round completed is asked for as it closes, so that is its moment; a later one
 * of the same copy keeps it.
 */
async function printedSignOffs(
  app: App,
  { submission, madeAt }: Printed,
): Promise<PrintedSignOff[]> {
  const rows = await listSignOffsOf(app.db.read, { submissionId: submission.id });
  const signOffs = rows.map(({ name, title, kind, declaration, signedAt }) => ({
    name,
    title,
    kind,
    declaration,
    signedAt,
  }));
  const { state } = submission;
  const closedAt = await findFirstAsked(app.db.read, { submissionId: submission.id });
  const governorSigns = submission.governorSigns ?? false;
  return lacksGovernor({ governorSigns, state, signOffs })
    ? [...signOffs, governorNotGiven(closedAt ?? madeAt)]
    : signOffs;
}

type Made = { owner: DocumentOwner; documentId: string; made: MadePdf };

async function keep(app: App, { owner, documentId, made }: Made): Promise<void> {
  const { certificatePem } = made;
  if (certificatePem === null) throw new Error("A signed copy was made without a seal");
  const certificateId = certificateHash(certificatePem);
  const at = app.clock.now();
  const auditId = app.newId();
  const about = await subjectOf(app, owner);
  await app.db.transact(async (tx) => {
    await keepCertificate(tx, { id: certificateId, pem: certificatePem, at });
    const bytes = Buffer.from(made.bytes);
    const { sha256, pages } = made;
    const stored = await completeDocument(tx, {
      documentId,
      bytes,
      sha256,
      pages,
      certificateId,
      at,
    });
    if (!stored) return;
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: null,
      event: "document.sealed",
      organisationId: null,
      ...about,
      data: { sha256, pages },
    });
  });
}

/** What was sealed, for the record. */
async function subjectOf(app: App, owner: DocumentOwner) {
  if ("visitId" in owner) {
    const visit = await findVisit(app.db.read, owner);
    return {
      schoolId: visit?.schoolId ?? null,
      subjectKind: "visit",
      subjectId: owner.visitId,
    } as const;
  }
  if ("confirmationId" in owner) {
    const certificate = await findCertificateText(app.db.read, owner);
    return {
      schoolId: certificate?.schoolId ?? null,
      subjectKind: "confirmation",
      subjectId: owner.confirmationId,
    } as const;
  }
  const submission = await findSubmissionById(app.db.read, owner);
  const schoolId = submission?.schoolId ?? null;
  return { schoolId, subjectKind: "submission", subjectId: owner.submissionId } as const;
}

/** A certificate's SHA-256 over its DER bytes: how `/verify` knows one of ours again. */
export function certificateHash(pem: string): string {
  return createHash("sha256").update(new X509Certificate(pem).raw).digest("hex");
}
