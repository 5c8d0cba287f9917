import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  forEachLength,
  listSlots,
  listValues,
  preparedRead,
  preparedWrite,
} from "~db/prepared-query";
import { sessions, users } from "~db/schema";
import { anActor, aUser } from "~tests/support/factories/people";
import { aTestApp } from "~tests/support/test-app";

const nameOf = preparedRead<{ id: string }>()((read, slot) =>
  read
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, slot("id", users.id))),
);
const rename = preparedWrite<{ id: string; name: string }>()((tx, slot) =>
  tx
    .update(users)
    .set({ name: slot("name", users.name) })
    .where(eq(users.id, slot("id", users.id))),
);
const usersAmong = forEachLength((length) =>
  preparedRead()((read, slot) =>
    read
      .select({ id: users.id })
      .from(users)
      .where(inArray(users.id, listSlots(slot, { length, column: users.id })))
      .orderBy(asc(users.id)),
  ),
);

describe("a prepared query", () => {
  test("answers each call by its own values", async () => {
    const app = await aTestApp();
    const sam = await aUser(app, { name: "Sam Fletcher" });
    const tom = await aUser(app, { name: "Tom Okafor" });
    const names = await Promise.all([sam, tom].map(({ id }) => nameOf(app.db.read, { id })));
    expect(names).toEqual([[{ name: "Sam Fletcher" }], [{ name: "Tom Okafor" }]]);
    expect(await nameOf(app.db.read, { id: "nobody" })).toEqual([]);
  });

  test("sees what its transaction wrote, and is not kept from another database", async () => {
    const app = await aTestApp();
    const { id } = await aUser(app, { name: "Sam Fletcher" });
    const undone = app.db.transact(async (tx) => {
      await rename(tx, { id, name: "Sam Field" });
      expect(await nameOf(tx, { id })).toEqual([{ name: "Sam Field" }]);
      throw new Error("not kept");
    });
    await expect(undone).rejects.toThrow("not kept");
    expect(await nameOf(app.db.read, { id })).toEqual([{ name: "Sam Fletcher" }]);
  });

  test("writes a time as its column does", async () => {
    const app = await aTestApp();
    const { userId } = await anActor(app);
    const since = preparedRead<{ userId: string; at: Date }>()((read, slot) =>
      read
        .select({ createdAt: sessions.createdAt })
        .from(sessions)
        .where(
          and(
            eq(sessions.userId, slot("userId", sessions.userId)),
            gte(sessions.createdAt, slot("at", sessions.createdAt)),
          ),
        ),
    );
    const at = app.clock.now();
    const times = { createdAt: at, provenAt: at, lastUsedAt: at, expiresAt: at };
    await app.db.transact(async (tx) => {
      await tx.insert(sessions).values({ id: app.newId(), userId, ...times });
    });
    expect(await since(app.db.read, { userId, at })).toEqual([{ createdAt: at }]);
    const later = new Date(at.getTime() + 1);
    expect(await since(app.db.read, { userId, at: later })).toEqual([]);
  });

  test("takes lists of any length, also none", async () => {
    const app = await aTestApp();
    const ids = [await aUser(app), await aUser(app), await aUser(app)].map(({ id }) => id).sort();
    for (const length of [0, 1, 3]) {
      const asked = ids.slice(0, length);
      const found = await usersAmong(length)(app.db.read, listValues(asked));
      expect(found.map(({ id }) => id)).toEqual(asked);
    }
  });
});
