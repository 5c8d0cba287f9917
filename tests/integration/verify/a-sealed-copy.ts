import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import { makeReference } from "~/domain/submission/reference";
import { certificateHash } from "~/services/documents/make-document.server";
import { run, type MadePdf } from "~/services/documents/make-pdf.worker";
import { completeDocument, insertDocument, keepCertificate } from "~db/queries/documents";
import { insertSignOff, insertSubmission } from "~db/queries/submissions";
import { aSnapshot, signOffs } from "~tests/support/a-snapshot";
import { aSchoolInARound } from "~tests/support/factories/worlds";
import type { submissions } from "~db/schema";
import { aTestApp, type TestApp } from "~tests/support/test-app";

export const REFERENCE = makeReference({
  code: "IT",
  year: 2026,
  urn: "900412",
  number: 1,
  random: Uint8Array.of(3, 14, 15),
});
/** Well formed, with a right check sign, and of no copy. */
export const UNKNOWN_REFERENCE = makeReference({
  code: "IT",
  year: 2026,
  urn: "900412",
  number: 1,
  random: Uint8Array.of(3, 14, 16),
});
export const SEALED_AT = new Date("2026-12-14T18:04:00Z");

const snapshotText = canonicalSnapshot(aSnapshot({ reference: REFERENCE }));
export const CHECK_CODE = createHash("sha256").update(snapshotText).digest("hex");
const dataDir = mkdtempSync(path.join(tmpdir(), "inclusion-review-seal-"));

let made: Promise<MadePdf> | null = null;

/** The bytes of a signed copy made and sealed as the service does, once for each test file. */
export function sealedPdf(): Promise<MadePdf> {
  made ??= run({
    snapshotText,
    sha256: CHECK_CODE,
    signOffs: signOffs(),
    verifyAddress: "https://review.example/verify",
    madeAt: SEALED_AT,
    sealedBy: "Inclusion Review",
    sealer: { dataDir, production: false, p12Path: undefined, passphrase: undefined },
    draft: null,
  });
  return made;
}

type Kept = Partial<typeof submissions.$inferInsert> & {
  /** `kept`: the sealed bytes too; `asked`: the PDF is still to be made; `none`: not asked for. */
  document?: "kept" | "asked" | "none";
};

/** A service that signed a copy by Marsh Lane, and by default keeps its sealed PDF. */
export async function aServiceWithACopy({ document = "kept", ...over }: Kept = {}): Promise<{
  app: TestApp;
  bytes: Uint8Array;
}> {
  const app = await aTestApp();
  const { response, head } = await aSchoolInARound(app);
  const { bytes, sha256, pages, certificatePem } = await sealedPdf();
  if (certificatePem === null) throw new Error("not sealed");
  const submissionId = app.newId();
  const certificateId = certificateHash(certificatePem);
  await app.db.transact(async (tx) => {
    await insertSubmission(tx, {
      id: submissionId,
      responseId: response.id,
      number: 1,
      reference: REFERENCE,
      state: "standing",
      snapshot: snapshotText,
      sha256: CHECK_CODE,
      signedAt: new Date("2026-12-10T15:26:00Z"),
      version: 1,
      ...over,
    });
    for (const { kind, name, title, declaration, signedAt } of signOffs()) {
      const words = { kind, name, title, declaration, signedAt, reason: null, sha256: CHECK_CODE };
      await insertSignOff(tx, { id: app.newId(), submissionId, userId: head.userId, ...words });
    }
    if (document === "none") return;
    const documentId = app.newId();
    await insertDocument(tx, { id: documentId, submissionId, at: SEALED_AT });
    if (document === "asked") return;
    await keepCertificate(tx, { id: certificateId, pem: certificatePem, at: SEALED_AT });
    const sealed = { bytes: Buffer.from(bytes), sha256, pages, certificateId, at: SEALED_AT };
    await completeDocument(tx, { documentId, ...sealed });
  });
  return { app, bytes };
}

/** A copy of bytes with the one at `place` changed. */
export function changedAt(bytes: Uint8Array, place: number, by = 1): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[place] = ((changed[place] ?? 0) + by) % 256;
  return changed;
}
