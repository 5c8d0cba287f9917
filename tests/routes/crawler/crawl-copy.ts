import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import type { Actor } from "~/domain/policy/actor";
import { documents, sealCertificates, signOffs, submissions } from "~db/schema";
import { aSnapshot } from "~tests/support/a-snapshot";
import type { TestApp } from "~tests/support/test-app";

type ACopy = { responseId: string; urn: string; word: string; head: Actor };

/** A signed copy whose every text, reference and file carries the word. */
export async function aCopy(app: TestApp, { responseId, word, head }: ACopy): Promise<string> {
  const reference = `TQ26-${word}`;
  const snapshot = canonicalSnapshot(aSnapshot({ reference }));
  const id = app.newId();
  const at = app.clock.now();
  const sha256 = "a".repeat(64);
  await app.db.transact(async (tx) => {
    await tx
      .insert(sealCertificates)
      .values({ id: "crawl", pem: "-", firstUsedAt: at })
      .onConflictDoNothing();
    await tx.insert(submissions).values({
      id,
      responseId,
      number: 1,
      reference,
      state: "standing",
      snapshot,
      sha256,
      signedAt: at,
      version: 1,
    });
    await tx.insert(signOffs).values({
      id: app.newId(),
      submissionId: id,
      userId: head.userId,
      kind: "signed",
      name: head.name,
      title: "headteacher",
      declaration: word,
      reason: null,
      sha256,
      signedAt: at,
    });
    const bytes = Buffer.from(`sealed ${word}`);
    await tx.insert(documents).values({
      id: app.newId(),
      submissionId: id,
      state: "ready",
      bytes,
      sha256,
      pages: 2,
      size: bytes.length,
      certificateId: "crawl",
      problem: null,
      createdAt: at,
      readyAt: at,
      version: 1,
    });
  });
  return id;
}
