import { expect, test } from "vitest";
import { findBrokenLink } from "~/services/audit/check-audit.server";
import { sealAudit } from "~/services/audit/seal-audit.server";
import { insertAudit, listLinkedEntries } from "~db/queries/audit";
import { auditEntries } from "~db/schema";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const happen = (app: TestApp, subjectId: string) =>
  app.db.transact((tx) =>
    insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: null,
      event: "test.happened",
      subjectKind: "test",
      subjectId,
      data: { because: "a test" },
    }),
  );

test("entries are linked in the order they were written, across batches and calls", async () => {
  const app = await aTestApp();
  for (let n = 0; n < 203; n += 1) {
    app.clock.advance({ seconds: 1 });
    await happen(app, String(n));
  }
  expect(await sealAudit(app)).toBe(203);
  await happen(app, "last");
  expect(await sealAudit(app)).toBe(1);
  expect(await sealAudit(app)).toBe(0);
  const chain = await listLinkedEntries(app.db.read, { after: 0, limit: 500 });
  expect(chain.map(({ position }) => position)).toEqual(chain.map((_, index) => index + 1));
  expect(chain.map(({ subjectId }) => subjectId)).toEqual([
    ...Array.from({ length: 203 }, (_, n) => String(n)),
    "last",
  ]);
  expect(chain[1]?.previousHash).toBe(chain[0]?.hash);
  expect(await findBrokenLink(app)).toBeNull();
});

test("two sealers at once make one chain", async () => {
  const app = await aTestApp();
  for (const id of ["a", "b", "c"]) await happen(app, id);
  const counts = await Promise.all([sealAudit(app), sealAudit(app)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(await findBrokenLink(app)).toBeNull();
});

test("an entry that was slipped into the chain is found", async () => {
  const app = await aTestApp();
  await happen(app, "true");
  await sealAudit(app);
  await app.db.transact(async (tx) => {
    await tx.insert(auditEntries).values({
      id: app.newId(),
      at: app.clock.now(),
      event: "test.invented",
      subjectKind: "test",
      subjectId: "false",
      data: "{}",
      position: 2,
      previousHash: "0".repeat(64),
      hash: "1".repeat(64),
    });
  });
  expect(await findBrokenLink(app)).toBe(2);
});
