import { describe, expect, test } from "vitest";
import { steadyDatabase } from "~/platform/steady-database.server";
import { installation } from "~db/schema";
import { aTestDatabase } from "~tests/support/test-database";

/** An error as a driver throws it and the query builder wraps it. */
function refusedWith(code: string): Error {
  const driver = Object.assign(new Error("driver"), { code });
  return new Error("Failed query", { cause: driver });
}

async function thrownFor(code: string): Promise<unknown> {
  const { db } = await aTestDatabase();
  return steadyDatabase(db)
    .transact(async (tx) => {
      await tx.insert(installation).values({ key: "n", value: "1" });
      throw refusedWith(code);
    })
    .catch((thrown: unknown) => thrown);
}

describe("a write that others keep from being done", () => {
  test.each(["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT"])("%s says to try again", async (code) => {
    expect(await thrownFor(code)).toMatchObject({
      name: "AppError",
      code: "unavailable",
      details: { retryAfter: 2 },
    });
  });

  test("collisions say so once the tries are used up", { timeout: 10_000 }, async () => {
    expect(await thrownFor("40001")).toMatchObject({ code: "unavailable" });
  });

  test("anything else goes on as it is", async () => {
    expect(await thrownFor("23505")).toMatchObject({ message: "Failed query" });
  });

  test("what is done is answered, and read through the other door", async () => {
    const { db } = await aTestDatabase();
    const steady = steadyDatabase(db);
    await steady.transact((tx) => tx.insert(installation).values({ key: "n", value: "1" }));
    const rows = await steady.read.select().from(installation);
    expect(rows.map(({ key }) => key)).toContain("n");
    expect(steady.engine).toBe(db.engine);
  });
});
