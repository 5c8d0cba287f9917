import { and, eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "~db/client";
import { migrate } from "~db/migrate";
import { claimNext, enqueue } from "~db/queries/outbox";
import { installation } from "~db/schema";
import { findPostgresServer, type PostgresServer } from "~tests/support/postgres-server";

/**
 * What one connection cannot show, on a real server. Runs with the PostgreSQL half of the integration tests,
 * because a process speaks one engine.
 */
const isPostgres = process.env.DATABASE_URL?.startsWith("pglite:") === true;

describe.runIf(isPostgres)("on a PostgreSQL server", () => {
  let server: PostgresServer | null = null;
  let db: Database | undefined;

  const opened = (skip: (note: string) => never): Database => {
    if (db === undefined) skip("not run: no PostgreSQL found");
    return db;
  };

  beforeAll(async () => {
    server = await findPostgresServer();
    if (server === null) {
      console.log("not run: no PostgreSQL found");
      return;
    }
    const { url } = server;
    const lines: string[] = [];
    const up = () => migrate({ url, dataDir: ".", log: (line) => void lines.push(line) });
    await Promise.all([up(), up(), up()]);
    const worked = lines.filter((line) => /took [1-9]\d* migration/.test(line));
    expect(worked, "three at once: one works, the others wait and find it done").toHaveLength(1);
    db = await openDatabase({ url, dataDir: "." });
  });

  afterAll(async () => {
    await db?.close();
    server?.stop();
  });

  test("fifty transactions that add to one number at once lose none", async ({ skip }) => {
    const db = opened(skip);
    await db.transact((tx) => tx.insert(installation).values({ key: "n", value: "0" }));
    const add = () =>
      db.transact(async (tx) => {
        const [row] = await tx
          .select({ value: installation.value })
          .from(installation)
          .where(eq(installation.key, "n"));
        const value = String(Number(row?.value) + 1);
        await tx.update(installation).set({ value }).where(eq(installation.key, "n"));
      });
    // Few at once: each collision uses up one of four tries.
    const outcomes: PromiseSettledResult<void>[] = [];
    for (let round = 0; round < 25; round += 1) {
      outcomes.push(...(await Promise.allSettled([add(), add()])));
    }
    const kept = outcomes.filter(({ status }) => status === "fulfilled").length;
    const [row] = await db.read
      .select({ value: installation.value })
      .from(installation)
      .where(eq(installation.key, "n"));
    expect(Number(row?.value), "as many as were answered").toBe(kept);
    expect(kept).toBe(50);
  });

  test("a transaction does not see another's writes, nor does the reading door", async ({
    skip,
  }) => {
    const db = opened(skip);
    const { read } = db;
    const count = () => read.$count(installation, eq(installation.key, "hidden"));
    const during = await db.transact(async (tx) => {
      await tx.insert(installation).values({ key: "hidden", value: "1" });
      return count();
    });
    expect([during, await count()]).toEqual([0, 1]);
  });

  test("of two writers who saw the same version one is told", async ({ skip }) => {
    const db = opened(skip);
    await db.transact((tx) => tx.insert(installation).values({ key: "v", value: "1" }));
    const change = (to: string) =>
      db.transact((tx) =>
        tx
          .update(installation)
          .set({ value: to })
          .where(and(eq(installation.key, "v"), eq(installation.value, "1")))
          .returning({ key: installation.key }),
      );
    const changed = await Promise.all([change("2"), change("3"), change("4")]);
    expect(changed.map((rows) => rows.length).sort()).toEqual([0, 0, 1]);
  });

  test("eight workers that claim at once share ten jobs, each job once", async ({ skip }) => {
    const db = opened(skip);
    const now = new Date("2026-11-24T10:00:00Z");
    await db.transact(async (tx) => {
      for (let n = 0; n < 10; n += 1) {
        await enqueue(tx, { id: `job-${n}`, kind: "make-document", payload: {}, at: now });
      }
    });
    const claimed: string[] = [];
    const work = async (by: string): Promise<void> => {
      for (let tries = 0; tries < 20; tries += 1) {
        const claim = { by, now, abandonedBefore: new Date(0) };
        // After four collisions transact gives up; a worker comes back later, as here.
        const job = await db.transact((tx) => claimNext(tx, claim)).catch(() => undefined);
        if (job !== undefined) claimed.push(job.id);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => work(`worker-${n}`)));
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed).toHaveLength(10);
  });

  test("guards stand there too", async ({ skip }) => {
    opened(skip);
    const client = new Client({ connectionString: server?.url });
    await client.connect();
    await client.query(
      "insert into audit_entries (id, at, event, subject_kind, subject_id, data) values ('1', now(), 'e', 's', '1', '{}')",
    );
    const forge = client.query("update audit_entries set event = 'other'");
    await expect(forge).rejects.toThrow("an audit entry never changes");
    await client.end();
  });

  test("a mistake is not repeated: only collisions are", async ({ skip }) => {
    const db = opened(skip);
    let runs = 0;
    const wrong = db.transact(async (tx) => {
      runs += 1;
      await tx.select({ one: sql`1 / 0` }).from(installation);
    });
    await expect(wrong).rejects.toThrow();
    expect(runs).toBe(1);
  });
});
