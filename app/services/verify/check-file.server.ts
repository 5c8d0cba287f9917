import { createHash } from "node:crypto";
import { ok, refused, type Result } from "~/domain/result";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { judgeForeignFile } from "~/domain/submission/file-verdict";
import { standingOf } from "~/domain/submission/standing";
import type { App } from "~/platform/app.server";
import { certificateHash } from "~/services/documents/make-document.server";
import {
  INSPECT_MAX_BYTES,
  inspectSealedPdf,
  type SealInspection,
} from "~/signing/inspect-sealed-pdf.server";
import { findCertificateByReference } from "~db/queries/confirmations";
import { findCertificate, findDocumentByHash, findRecordByReference } from "~db/queries/documents";
import { findWithdrawnDocument, listReissues } from "~db/queries/removals";
import {
  findSnapshot,
  findSubmissionById,
  findSubmissionByReference,
  listSignOffsOf,
} from "~db/queries/submissions";
import { checkCertificateFile } from "./check-certificate.server";
import { checkRecordFile } from "./check-record.server";
import { referencesIn } from "./references-in";
import type { CheckProblem, CheckView, CopyView } from "./views";

/**
 * What a file from anyone is. School and round are named only when its bytes are, every one, those of a file
 * that this service sealed; whatever else it is, the answer holds nothing of the database. The bytes are neither
 * kept nor logged.
 */
export async function checkFile(
  app: App,
  bytes: Uint8Array,
): Promise<Result<CheckView, CheckProblem>> {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > INSPECT_MAX_BYTES) return refused("too-large");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await findDocumentByHash(app.db.read, sha256);
  if (known === undefined) return checkUnkept(app, { bytes, sha256 });
  const { submissionId } = known;
  const [removal] = await listReissues(app.db.read, { submissionId });
  const copy = await copyView(app, { ...known, removedAt: removal?.removedAt ?? null });
  return ok({ of: "file", kind: standingOf({ ...known, document: "ready" }), copy });
}

/** A file that a removal of personal details took back is known by its hash; its bytes are kept nowhere. */
async function checkUnkept(
  app: App,
  { bytes, sha256 }: { bytes: Uint8Array; sha256: string },
): Promise<Result<CheckView, CheckProblem>> {
  const withdrawn = await findWithdrawnDocument(app.db.read, sha256);
  if (withdrawn === undefined)
    return (
      (await checkRecordFile(app, sha256)) ??
      (await checkCertificateFile(app, sha256)) ??
      checkForeignFile(app, bytes)
    );
  const { sealedAt: readyAt, withdrawnAt: removedAt, beforeSha256 } = withdrawn;
  const copy = await copyView(app, { ...withdrawn, readyAt, removedAt });
  const checkCode = beforeSha256 ?? copy.checkCode;
  return ok({ of: "file", kind: "withdrawn", copy: { ...copy, checkCode } });
}

type Known = Pick<
  NonNullable<Awaited<ReturnType<typeof findDocumentByHash>>>,
  "submissionId" | "reference" | "signedAt" | "readyAt"
> & { removedAt: Date | null };

async function copyView(app: App, known: Known): Promise<CopyView> {
  const { submissionId, reference, signedAt } = known;
  const text = await findSnapshot(app.db.read, { submissionId });
  const submission = await findSubmissionById(app.db.read, { submissionId });
  if (text === undefined || submission === undefined) throw new Error("No such signed copy");
  const { school, questionnaire, round } = parseSnapshot(text);
  const signOffs = await listSignOffsOf(app.db.read, { submissionId });
  return {
    what: "signed-copy",
    schoolName: school.name,
    title: round?.title ?? questionnaire.title,
    number: submission.number,
    reference,
    signatures: signOffs.map(({ title, kind }) => ({ title, kind })),
    signedAt: signOffs.at(-1)?.signedAt ?? signedAt,
    sealedAt: known.readyAt ?? signedAt,
    owner: questionnaire.owner,
    checkCode: submission.sha256,
    detailsRemovedAt: known.removedAt,
  };
}

async function checkForeignFile(
  app: App,
  bytes: Uint8Array,
): Promise<Result<CheckView, CheckProblem>> {
  const inspection = inspectSealedPdf(bytes);
  if (inspection.kind === "unreadable") return refused("not-a-pdf");
  const verdict = judgeForeignFile({
    seal: sealOf(inspection),
    certificateOurs: await isOurCertificate(app, inspection),
    referenceOurs: await carriesReference(app, bytes),
  });
  return ok({ of: "file", ...verdict });
}

function sealOf(inspection: Exclude<SealInspection, { kind: "unreadable" }>) {
  if (inspection.kind === "unsealed") return "none";
  const { digestOk, signatureOk, coversWholeFile } = inspection;
  return digestOk && signatureOk && coversWholeFile ? "holds" : "broken";
}

async function isOurCertificate(app: App, inspection: SealInspection): Promise<boolean> {
  if (inspection.kind !== "sealed" || inspection.signerCertificatePem === null) return false;
  const id = certificateHash(inspection.signerCertificatePem);
  return (await findCertificate(app.db.read, id)) !== undefined;
}

/** Whether the file names a copy that was sealed. A draft that waits for the governor has no sealed copy. */
async function carriesReference(app: App, bytes: Uint8Array): Promise<boolean> {
  for (const reference of referencesIn(bytes)) {
    const found = await findSubmissionByReference(app.db.read, reference);
    if (found?.documentState === "ready") return true;
    const record = await findRecordByReference(app.db.read, reference);
    if (record?.documentState === "ready") return true;
    const certificate = await findCertificateByReference(app.db.read, reference);
    if (certificate?.documentState === "ready") return true;
  }
  return false;
}
