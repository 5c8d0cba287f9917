import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { insertAudit, linkEntry } from "~db/queries/audit";
import { publishVersion, retireVersion } from "~db/queries/versions";
import {
  answerRevisions,
  auditEntries,
  cleanedTexts,
  documents,
  questionnaireVersions,
  reissuedCopies,
  reissuedRecords,
  removals,
  responses,
  signOffs,
  submissions,
  visitRecords,
  withdrawnDocuments,
} from "~db/schema";
import type { Writer } from "~db/types";
import { aDraftVersion, aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aSignedCopy } from "~tests/support/factories/signed-copies";
import { aVisit } from "~tests/support/factories/visits";
import { aSave, aSchoolInARound } from "~tests/support/factories/worlds";
import { aTestApp, type TestApp } from "~tests/support/test-app";

/** Runs a write and gives the engine's own words when it refuses, or null. */
async function refusal(app: TestApp, write: (tx: Writer) => Promise<unknown>) {
  try {
    await app.db.transact(write);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}

describe("a published version", () => {
  const content = [
    { definition: "{}" },
    { sha256: "0".repeat(64) },
    { number: 9 },
    { state: "draft" as const },
  ];
  test.each(content)("never takes %o", async (change) => {
    const app = await aTestApp();
    const version = await aPublishedVersion(app);
    const write = (tx: Writer) =>
      tx.update(questionnaireVersions).set(change).where(eq(questionnaireVersions.id, version.id));
    expect(await refusal(app, write)).toMatch(/a published version never/);
  });

  test("cannot be deleted, and can be retired", async () => {
    const app = await aTestApp();
    const version = await aPublishedVersion(app);
    const retired = await app.db.transact((tx) => retireVersion(tx, { versionId: version.id }));
    expect(retired).toBe(true);
    const write = (tx: Writer) =>
      tx.delete(questionnaireVersions).where(eq(questionnaireVersions.id, version.id));
    expect(await refusal(app, write)).toBe("a published version is never deleted");
  });

  test("is published from a draft only, once", async () => {
    const app = await aTestApp();
    const { versionId } = await aDraftVersion(app);
    const publish = () =>
      app.db.transact((tx) => publishVersion(tx, { versionId, at: app.clock.now() }));
    expect([await publish(), await publish()]).toEqual([true, false]);
  });
});

async function aWorldSigned() {
  const app = await aTestApp();
  const { response, head } = await aSchoolInARound(app);
  const of = { responseId: response.id, userId: head.userId };
  await aSave(app, { ...of, key: "A1", level: "2" });
  return { app, ...(await aSignedCopy(app, of)) };
}

describe("a signed copy", () => {
  test("keeps its words, hash, reference and number, and may be superseded", async () => {
    const { app, submission } = await aWorldSigned();
    const set = (change: Partial<typeof submission>) => (tx: Writer) =>
      tx.update(submissions).set(change).where(eq(submissions.id, submission.id));
    for (const change of [{ snapshot: "{}" }, { sha256: "x" }, { reference: "x" }, { number: 7 }]) {
      expect(await refusal(app, set(change))).toBe("a signed copy never changes");
    }
    expect(await refusal(app, set({ supersededById: submission.id, version: 2 }))).toBeNull();
    expect(await refusal(app, (tx) => tx.delete(submissions))).toBe(
      "a signed copy is never deleted",
    );
  });

  test("keeps its signatures", async () => {
    const { app } = await aWorldSigned();
    const rename = (tx: Writer) => tx.update(signOffs).set({ name: "Someone Else" });
    expect(await refusal(app, rename)).toBe("a signature never changes");
    expect(await refusal(app, (tx) => tx.delete(signOffs))).toBe("a signature is never deleted");
  });

  test("keeps the bytes of its sealed document, which were free until it was ready", async () => {
    const { app, document } = await aWorldSigned();
    const other = { bytes: Buffer.from("other"), sha256: "other" };
    const change = (tx: Writer) => tx.update(documents).set(other);
    expect(await refusal(app, change)).toBe("a sealed document never changes");
    const back = (tx: Writer) => tx.update(documents).set({ state: "pending" });
    expect(await refusal(app, back)).toBe("a sealed document never changes");
    expect(await refusal(app, (tx) => tx.delete(documents))).toBe(
      "a sealed document is never deleted",
    );
    const [kept] = await app.db.read.select().from(documents);
    expect(kept?.bytes?.equals(document.bytes ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("what happened", () => {
  test("keeps every save of an answer", async () => {
    const { app } = await aWorldSigned();
    const reword = (tx: Writer) => tx.update(answerRevisions).set({ commentary: "other" });
    expect(await refusal(app, reword)).toBe("an earlier version never changes");
    expect(await refusal(app, (tx) => tx.delete(answerRevisions))).toBe(
      "an earlier version is never deleted",
    );
  });

  test("takes an audit entry's place in the chain once, and nothing else", async () => {
    const app = await aTestApp();
    const id = app.newId();
    const entry = { id, at: app.clock.now(), actorId: null, event: "test.happened" };
    await app.db.transact((tx) =>
      insertAudit(tx, { ...entry, subjectKind: "test", subjectId: "1", data: { n: 1 } }),
    );
    const set = (change: Partial<typeof auditEntries.$inferInsert>) => (tx: Writer) =>
      tx.update(auditEntries).set(change).where(eq(auditEntries.id, id));
    expect(await refusal(app, set({ data: "{}" }))).toBe("an audit entry never changes");
    const link = { id, position: 1, previousHash: "0", hash: "1" };
    expect(await refusal(app, (tx) => linkEntry(tx, link))).toBeNull();
    expect(await refusal(app, set({ hash: "2" }))).toBe("an audit entry never changes");
    expect(await refusal(app, (tx) => tx.delete(auditEntries))).toBe(
      "an audit entry is never deleted",
    );
  });
});

test("a state the domain does not know is refused by the table", async () => {
  const app = await aTestApp();
  const { response } = await aSchoolInARound(app);
  const write = (tx: Writer) =>
    tx
      .update(responses)
      .set({ state: sql`'invented'` })
      .where(eq(responses.id, response.id));
  expect(await refusal(app, write)).toMatch(/responses_state/);
});

/** A signed world with a removal that names nothing yet. */
async function aWorldWithARemoval() {
  const world = await aWorldSigned();
  const { app, submission } = world;
  const [revision] = await app.db.read.select().from(answerRevisions);
  const [signOff] = await app.db.read.select().from(signOffs);
  const [response] = await app.db.read.select().from(responses);
  if (revision === undefined || signOff === undefined || response === undefined) throw new Error();
  const removal = {
    id: app.newId(),
    schoolId: response.schoolId,
    responseId: submission.responseId,
    scope: "review" as const,
    reason: "child" as const,
    note: "",
    removedBy: signOff.userId,
    role: "head" as const,
    removedAt: app.clock.now(),
    counts: "{}",
  };
  await app.db.transact((tx) => tx.insert(removals).values(removal));
  return { ...world, removal, revision, signOff };
}

describe("removing personal details, the one recorded way past the guards", () => {
  const MARK = "[personal details removed]";

  test("changes an earlier version to the recorded text, and to no other", async () => {
    const { app, removal, revision } = await aWorldWithARemoval();
    const rowId = revision.id;
    await app.db.transact((tx) =>
      tx.insert(cleanedTexts).values({
        tableName: "answer_revisions",
        rowId,
        field: "commentary",
        removalId: removal.id,
        text: MARK,
      }),
    );
    const set = (change: Partial<typeof revision>) => (tx: Writer) =>
      tx.update(answerRevisions).set(change).where(eq(answerRevisions.id, rowId));
    const refused = "an earlier version never changes";
    expect(await refusal(app, set({ commentary: "other" }))).toBe(refused);
    expect(await refusal(app, set({ whereSeen: MARK }))).toBe(refused);
    expect(await refusal(app, set({ commentary: MARK, level: "4" }))).toBe(refused);
    expect(await refusal(app, set({ commentary: MARK }))).toBeNull();
    expect(await refusal(app, set({ commentary: revision.commentary }))).toBe(refused);
  });

  test("opens one row: what is recorded of it lets nothing else change", async () => {
    const { app, removal, revision, signOff } = await aWorldWithARemoval();
    await app.db.transact((tx) =>
      tx.insert(cleanedTexts).values({
        tableName: "answer_revisions",
        rowId: "another",
        field: "commentary",
        removalId: removal.id,
        text: MARK,
      }),
    );
    const reword = (tx: Writer) => tx.update(answerRevisions).set({ commentary: MARK });
    expect(await refusal(app, reword)).toBe("an earlier version never changes");
    const resign = (tx: Writer) => tx.update(signOffs).set({ reason: MARK });
    expect(await refusal(app, resign)).toBe("a signature never changes");
    expect([revision.commentary, signOff.reason]).not.toContain(MARK);
  });

  test("changes what was said with a signature, never who signed what", async () => {
    const { app, removal, signOff } = await aWorldWithARemoval();
    await app.db.transact((tx) =>
      tx.insert(cleanedTexts).values({
        tableName: "sign_offs",
        rowId: signOff.id,
        field: "declaration",
        removalId: removal.id,
        text: MARK,
      }),
    );
    const set = (change: Partial<typeof signOff>) => (tx: Writer) =>
      tx.update(signOffs).set(change).where(eq(signOffs.id, signOff.id));
    expect(await refusal(app, set({ declaration: MARK, sha256: "0" }))).toBe(
      "a signature never changes",
    );
    expect(await refusal(app, set({ declaration: MARK }))).toBeNull();
  });

  test("replaces a snapshot once, by the one whose hash is recorded after this one's", async () => {
    const { app, removal, submission } = await aWorldWithARemoval();
    const after = "b".repeat(64);
    const reissued = { removalId: removal.id, submissionId: submission.id };
    await app.db.transact((tx) =>
      tx
        .insert(reissuedCopies)
        .values({ ...reissued, beforeSha256: submission.sha256, afterSha256: after }),
    );
    const set = (change: Partial<typeof submission>) => (tx: Writer) =>
      tx.update(submissions).set(change).where(eq(submissions.id, submission.id));
    const refused = "a signed copy never changes";
    expect(await refusal(app, set({ snapshot: "{}" }))).toBe(refused);
    expect(await refusal(app, set({ snapshot: "{}", sha256: "c".repeat(64) }))).toBe(refused);
    const signedAt = new Date(0);
    expect(await refusal(app, set({ snapshot: "{}", sha256: after, signedAt }))).toBe(refused);
    expect(await refusal(app, set({ snapshot: "{}", sha256: after }))).toBeNull();
    expect(await refusal(app, set({ snapshot: "[]", sha256: after }))).toBe(refused);
    expect(await refusal(app, (tx) => tx.delete(reissuedCopies))).toMatch(/never deleted/);
  });

  test("replaces an agreed record by the one whose hash is recorded after this one's, and keeps that", async () => {
    const { app, removal } = await aWorldWithARemoval();
    const { visit } = await aVisit(app, { state: "closed" });
    const [before, after] = ["a".repeat(64), "b".repeat(64)];
    const texts = { whatWeDid: "", corrections: "", schoolWords: "", reviewersView: "" };
    const moments = { agreedAt: app.clock.now(), updatedAt: app.clock.now() };
    await app.db.transact(async (tx) => {
      await tx.insert(visitRecords).values({
        ...{ visitId: visit.id, ...texts, schoolView: "", thirdPerson: "", version: 1, ...moments },
        ...{ reference: "VR26-1", snapshot: "{}", sha256: before },
      });
      await tx.insert(reissuedRecords).values({
        ...{ removalId: removal.id, visitId: visit.id },
        ...{ beforeSha256: before, afterSha256: after },
      });
    });
    const set = (change: Partial<typeof visitRecords.$inferSelect>) => (tx: Writer) =>
      tx.update(visitRecords).set(change).where(eq(visitRecords.visitId, visit.id));
    const refused = "an agreed record never changes";
    expect(await refusal(app, set({ snapshot: "[]", sha256: "c".repeat(64) }))).toBe(refused);
    const renamed = { snapshot: "[]", sha256: after, reference: "VR26-2" };
    expect(await refusal(app, set(renamed))).toBe(refused);
    expect(await refusal(app, set({ snapshot: "[]", sha256: after }))).toBeNull();
    expect(await refusal(app, set({ snapshot: "[1]", sha256: after }))).toBe(refused);
    expect(await refusal(app, (tx) => tx.delete(reissuedRecords))).toMatch(/never deleted/);
    const rewritten = (tx: Writer) => tx.update(reissuedRecords).set({ afterSha256: before });
    expect(await refusal(app, rewritten)).toMatch(/never changes/);
  });

  test("lets a sealed document go once its hash is kept as withdrawn, and keeps that", async () => {
    const { app, removal, submission, document } = await aWorldWithARemoval();
    const gone = (tx: Writer) => tx.delete(documents).where(eq(documents.id, document.id));
    expect(await refusal(app, gone)).toBe("a sealed document is never deleted");
    const at = app.clock.now();
    await app.db.transact((tx) =>
      tx.insert(withdrawnDocuments).values({
        sha256: document.sha256 ?? "",
        submissionId: submission.id,
        removalId: removal.id,
        askedAt: at,
        sealedAt: at,
        withdrawnAt: at,
      }),
    );
    expect(await refusal(app, gone)).toBeNull();
    expect(await refusal(app, (tx) => tx.delete(withdrawnDocuments))).toMatch(/never deleted/);
    const other = (tx: Writer) => tx.update(removals).set({ role: "manager" });
    expect(await refusal(app, other)).toBe("a removal never changes");
  });
});
