import { createHash } from "node:crypto";
import { canonicalText } from "~/domain/questionnaire/canonical";
import type { App } from "~/platform/app.server";
import { documents, sealCertificates, signOffs, submissions } from "~db/schema";

export type SignedCopy = {
  submission: typeof submissions.$inferSelect;
  signOff: typeof signOffs.$inferSelect;
  document: typeof documents.$inferSelect;
};

/**
 * Rows of a signed copy with a sealed document, for tests of how they are kept. The snapshot is only text: to
 * test what a snapshot says, sign through the service.
 */
export async function aSignedCopy(
  app: App,
  over: { responseId: string; userId: string; number?: number },
): Promise<SignedCopy> {
  const at = app.clock.now();
  const number = over.number ?? 1;
  const snapshot = canonicalText({ number, said: `what ${over.responseId} said` });
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  const bytes = Buffer.from(`sealed ${sha256}`);
  const submissionId = app.newId();
  const copy: SignedCopy = {
    submission: {
      id: submissionId,
      responseId: over.responseId,
      number,
      reference: `TQ-${submissionId.slice(-8)}`,
      state: "standing",
      snapshot,
      sha256,
      signedAt: at,
      supersededById: null,
      withdrawnAt: null,
      withdrawnReason: null,
      version: 1,
    },
    signOff: {
      id: app.newId(),
      submissionId,
      userId: over.userId,
      kind: "signed",
      name: "Sam Fletcher",
      title: "headteacher",
      declaration: "It is our honest view of our school.",
      reason: null,
      sha256,
      signedAt: at,
    },
    document: {
      id: app.newId(),
      submissionId,
      visitId: null,
      confirmationId: null,
      state: "ready",
      bytes,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      pages: 2,
      size: bytes.length,
      certificateId: "test-certificate",
      problem: null,
      createdAt: at,
      readyAt: at,
      version: 1,
    },
  };
  await app.db.transact(async (tx) => {
    await tx
      .insert(sealCertificates)
      .values({ id: "test-certificate", pem: "-", firstUsedAt: at })
      .onConflictDoNothing();
    await tx.insert(submissions).values(copy.submission);
    await tx.insert(signOffs).values(copy.signOff);
    await tx.insert(documents).values(copy.document);
  });
  return copy;
}
