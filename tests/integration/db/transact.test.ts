import { eq, and } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { aTestDatabase } from "~tests/support/test-database";
import { installation } from "~db/schema";
import type { Reader } from "~db/types";

const row = (key: string, value = "1") => ({ key, value });
const keys = async (read: Reader) =>
  (await read.select({ key: installation.key }).from(installation))
    .map(({ key }) => key)
    .filter((key) => key !== "triggers")
    .sort();

describe("transact", () => {
  test("commits what was written, and the reading door sees it", async () => {
    const { db } = await aTestDatabase();
    const value = await db.transact(async (tx) => {
      await tx.insert(installation).values(row("a"));
      await tx.insert(installation).values(row("b"));
      return "kept";
    });
    expect(value).toBe("kept");
    expect(await keys(db.read)).toEqual(["a", "b"]);
  });

  test("rolls back only its own writes", async () => {
    const { db } = await aTestDatabase();
    const outcomes = await Promise.allSettled([
      db.transact(async (tx) => tx.insert(installation).values(row("before"))),
      db.transact(async (tx) => {
        await tx.insert(installation).values(row("lost"));
        throw new Error("changed my mind");
      }),
      db.transact(async (tx) => tx.insert(installation).values(row("after"))),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await keys(db.read)).toEqual(["after", "before"]);
  });

  test("refuses a transaction inside a transaction", async () => {
    const { db } = await aTestDatabase();
    const nested = db.transact(() => db.transact(() => Promise.resolve()));
    await expect(nested).rejects.toThrow("transact inside a transaction");
  });

  test("refuses the reading door inside a transaction", async () => {
    const { db } = await aTestDatabase();
    await expect(db.transact(() => keys(db.read))).rejects.toThrow("read inside a transaction");
  });

  test("lets work started in a transaction open its own once that one has ended", async () => {
    const { db } = await aTestDatabase();
    let later: Promise<unknown> = Promise.resolve();
    await db.transact(async (tx) => {
      later = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
        db.transact(async (own) => own.insert(installation).values(row("later"))),
      );
      await tx.insert(installation).values(row("first"));
    });
    await later;
    expect(await keys(db.read)).toEqual(["first", "later"]);
  });

  test("keeps all of fifty transactions of twenty writes asked for at once", async () => {
    const { db } = await aTestDatabase();
    await Promise.all(
      Array.from({ length: 50 }, (_, outer) =>
        db.transact(async (tx) => {
          for (let inner = 0; inner < 20; inner += 1) {
            await tx.insert(installation).values(row(`${outer}-${inner}`));
          }
        }),
      ),
    );
    expect(await keys(db.read)).toHaveLength(1000);
  });

  test("gives zero rows to the second of two writers who read the same state", async () => {
    const { db } = await aTestDatabase();
    await db.transact(async (tx) => tx.insert(installation).values(row("counter", "1")));
    const change = (to: string) =>
      db.transact((tx) =>
        tx
          .update(installation)
          .set({ value: to })
          .where(and(eq(installation.key, "counter"), eq(installation.value, "1")))
          .returning({ key: installation.key }),
      );
    const [first, second] = await Promise.all([change("2"), change("3")]);
    expect([first.length, second.length].sort()).toEqual([0, 1]);
  });
});

// PGlite has one connection, so its two doors are one; postgres-server.test.ts tries a real server.
describe.skipIf(Boolean(process.env.DATABASE_URL))("transact on SQLite", () => {
  test("lets others have a turn between transactions asked for one after another", async () => {
    const { db } = await aTestDatabase();
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    for (let n = 0; n < 200; n += 1) {
      await db.transact(async (tx) => tx.insert(installation).values(row(`row ${n}`)));
    }
    clearInterval(others);
    expect(turns).toBeGreaterThan(5);
  });

  test("hides what is not yet committed from the reading door", async () => {
    const { db } = await aTestDatabase();
    const { read } = db;
    const seen = await db.transact(async (tx) => {
      await tx.insert(installation).values(row("a"));
      return { outside: await keys(read), inside: await keys(tx) };
    });
    expect(seen).toEqual({ outside: [], inside: ["a"] });
  });

  test("gives the event loop its turn between transactions that wait", async () => {
    const { db } = await aTestDatabase();
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    const write = (key: number) =>
      db.transact(async (tx) => tx.insert(installation).values(row(String(key))));
    await Promise.all(Array.from({ length: 200 }, (_, key) => write(key)));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(1);
  });

  test("rolls back and throws when it waits for anything but the database", async () => {
    const { db } = await aTestDatabase();
    const slow = db.transact(async (tx) => {
      await tx.insert(installation).values(row("slow"));
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    await expect(slow).rejects.toThrow("awaited something other than the database");
    expect(await keys(db.read)).toEqual([]);
    await db.transact(async (tx) => tx.insert(installation).values(row("next")));
    expect(await keys(db.read)).toEqual(["next"]);
  });

  test("has a reading door that cannot write, even when forced", async () => {
    const { db } = await aTestDatabase();
    const forced: object = db.read;
    const insert: unknown = Reflect.get(forced, "insert");
    if (typeof insert !== "function") throw new Error("expected drizzle's insert at run time");
    const write = async (): Promise<unknown> => {
      const builder: unknown = Reflect.apply(insert, forced, [installation]);
      if (typeof builder !== "object" || builder === null) throw new Error("no builder");
      const values: unknown = Reflect.get(builder, "values");
      if (typeof values !== "function") throw new Error("no values");
      return await Reflect.apply(values, builder, [row("forced")]);
    };
    await expect(write()).rejects.toThrow(/readonly/);
  });
});
