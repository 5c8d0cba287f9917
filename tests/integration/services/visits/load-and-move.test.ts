import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { loadVisit } from "~/services/visits/load-visit.server";
import { makeVisitMove } from "~/services/visits/move-visit.server";
import { findVisit } from "~db/queries/visits";
import { anActor } from "~tests/support/factories/people";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const moveBy = async (app: TestApp, actor: Actor, visitId: string) => {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.postpone" });
  const auditId = app.newId();
  const at = app.clock.now();
  const also = { visitOn: null };
  const moving = { actor, loaded, event: "postpone", at, auditId, also } as const;
  return app.db.transact((tx) => makeVisitMove(tx, moving));
};

describe("a visit", () => {
  test("is loaded with its facts for the host and both reviewers, and is not found for others", async () => {
    const app = await aTestApp();
    const { visit, head, lead, second } = await aVisit(app, {
      state: "dated",
      visitOn: "2027-02-04",
    });
    for (const actor of [head, lead.actor, second.actor]) {
      const loaded = await loadVisit(app, actor, { visitId: visit.id });
      expect(loaded.reviewers.map(({ part }) => part)).toEqual(["lead", "second"]);
      expect(loaded.facts.copyOpensOn).toBe(loaded.clocks?.copyOpensOn);
    }
    const stranger = await anActor(app);
    await expect(loadVisit(app, stranger, { visitId: visit.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("moves once: the same step made from what was read before is a conflict", async () => {
    const app = await aTestApp();
    const { visit, head } = await aVisit(app, { state: "dated", visitOn: "2027-02-04" });
    const visitId = visit.id;
    const stale = await loadVisit(app, head, { visitId });
    expect(await moveBy(app, head, visitId)).toEqual({ state: "accepted", effects: ["clear-day"] });
    const at = app.clock.now();
    const again = {
      actor: head,
      loaded: stale,
      event: "postpone",
      at,
      auditId: app.newId(),
    } as const;
    await expect(app.db.transact((tx) => makeVisitMove(tx, again))).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await findVisit(app.db.read, { visitId })).toMatchObject({
      state: "accepted",
      visitOn: null,
      version: 2,
    });
  });
});
