import { canonicalCertificate } from "~/domain/confirmation/certificate";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import { confirmations, documents, submissions } from "~db/schema";
import { aSnapshot } from "~tests/support/a-snapshot";
import { aDefinition } from "~tests/support/factories/definitions";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import type { TestApp } from "~tests/support/test-app";
import type { CrawledSchool } from "./crawl-world";

export const SCHEME_KEY = "crawled-scheme";

type Scheme = { organisationId: string; school: CrawledSchool };

/** A rolling round of an organisation with one school in it, signed and confirmed, its certificate made. */
export async function aCrawledScheme(app: TestApp, { organisationId, school }: Scheme) {
  const definition = aDefinition({ key: SCHEME_KEY, title: "Crawled scheme" });
  const version = await aPublishedVersion(app, { definition, organisationId });
  const of = { organisationId, versionId: version.id };
  const round = await aRound(app, { ...of, rolling: true, title: "Crawled scheme" });
  const { id: schoolId, urn, head } = school;
  const asked = { schoolId, versionId: version.id, roundId: round.id };
  const response = await aResponse(app, { ...asked, state: "submitted" });
  const at = app.clock.now();
  const submissionId = app.newId();
  const confirmationId = app.newId();
  const reference = `CF26-${urn}`;
  const certificate = canonicalCertificate({
    schemaVersion: 1,
    reference,
    demonstration: false,
    organisation: "Crawled organisation",
    scheme: "Crawled scheme",
    questionnaire: { title: "Crawled scheme", version: 1 },
    school: { urn, name: "Crawled school", localAuthority: "Crawled" },
    points: 1,
    confirmedOn: "2026-11-24",
    endsOn: "2027-11-24",
    confirmedBy: "Crawled officer",
    copy: { reference: `TQ26-${urn}`, number: 1, signedOn: "2026-11-24" },
  });
  await app.db.transact(async (tx) => {
    await tx.insert(submissions).values({
      id: submissionId,
      responseId: response.id,
      number: 1,
      reference: `TQ26-${urn}`,
      state: "standing",
      snapshot: canonicalSnapshot(aSnapshot({ reference: `TQ26-${urn}` })),
      sha256: "b".repeat(64),
      signedAt: at,
      version: 1,
    });
    await tx.insert(confirmations).values({
      id: confirmationId,
      roundId: round.id,
      schoolId,
      submissionId,
      number: 1,
      reference,
      state: "standing",
      confirmedOn: "2026-11-24",
      endsOn: "2027-11-24",
      snapshot: certificate,
      sha256: "c".repeat(64),
      confirmedBy: head.userId,
      confirmedAt: at,
      version: 1,
    });
    const bytes = Buffer.from(`certificate of ${urn}`);
    await tx.insert(documents).values({
      id: app.newId(),
      confirmationId,
      state: "ready",
      bytes,
      sha256: "d".repeat(64),
      pages: 1,
      size: bytes.length,
      certificateId: "crawl",
      createdAt: at,
      readyAt: at,
      version: 1,
    });
  });
  return { roundId: round.id, confirmationId };
}
