import { describe, expect, test } from "vitest";
import { sessionTombstones } from "~db/schema";
import { aNamedChild, NAME } from "./a-named-child";

const SURNAME = "quillfeather";

describe("removing a name from text kept after a session", () => {
  test("takes it out of what an officer typed about the return when a session had ended, and of nobody else’s", async () => {
    const place = await aNamedChild();
    const { app, senco, at } = place;
    const keep = async (id: string, path: string) => {
      const form = { path, page: path, fields: [["noticed", `You met ${NAME} at the gate.`]] };
      const now = app.clock.now();
      const ended = { id, userId: senco.userId, endedAt: now, expiresAt: now, keptPath: path };
      const row = { ...ended, keptForm: JSON.stringify([form]) };
      await app.db.transact((tx) =>
        tx
          .insert(sessionTombstones)
          .values(row)
          .then(() => undefined),
      );
    };
    await keep("officer", `/organisations/kent/returns/${at.responseId}`);
    await keep("other", "/organisations/kent/returns/another");
    expect(await place.remove(senco)).toMatchObject({ ok: true });
    const rows = await app.db.read.select().from(sessionTombstones);
    const holds = (id: string) =>
      rows
        .find((row) => row.id === id)
        ?.keptForm?.toLowerCase()
        .includes(SURNAME);
    expect([holds("officer"), holds("other")]).toEqual([false, true]);
  });
});
