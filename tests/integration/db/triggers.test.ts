import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { insertAudit, linkEntry } from "~db/queries/audit";
import { publishVersion, retireVersion } from "~db/queries/versions";
import {
  answerRevisions,
  auditEntries,
  documents,
  questionnaireVersions,
  responses,
  signOffs,
  submissions,
} from "~db/schema";
import type { Writer } from "~db/types";
import { aDraftVersion, aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aSignedCopy } from "~tests/support/factories/signed-copies";
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
