import { describe, expect, it } from "vitest";
import type { App } from "~/platform/app.server";
import { addAction } from "~/services/actions/add-action.server";
import { carryActions, viewCarry } from "~/services/actions/carry-actions.server";
import { moveAction } from "~/services/actions/change-action.server";
import { giveCheckIns } from "~/services/actions/give-check-ins.server";
import { listActions } from "~/services/actions/list-actions.server";
import { listActions as readActions } from "~db/queries/actions";
import type { Database } from "~db/client";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import type { TestApp } from "~tests/support/test-app";
import { aReviewingSchool, fields } from "./a-reviewing-school";

const LATER = new Date("2027-09-01T09:00:00.000Z");

/** A round with three actions, one done and one dropped, and a later round of the same questionnaire. */
async function aSchoolInTwoRounds({ begun = true }: { begun?: boolean } = {}) {
  const place = await aReviewingSchool({ actions: 0 });
  const { app, senco, school, owner, version, response } = place;
  const origin = { responseId: response.id, itemKey: "A1" };
  const ids: string[] = [];
  for (const title of ["Still open", "Done", "Dropped"]) {
    const words = { title, whereWeAre: "Three of eight", resourceOrHelp: "A day" };
    const input = { urn: school.urn, origin, fields: fields(words) };
    const outcome = await addAction(app, senco, input);
    if (outcome.kind !== "saved") throw new Error("expected the action to be added");
    ids.push(outcome.id);
  }
  const [open = "", done = "", dropped = ""] = ids;
  const move = (actionId: string, to: "done" | "dropped") =>
    moveAction(app, senco, { urn: school.urn, actionId, version: 1, to });
  await move(done, "done");
  await move(dropped, "dropped");
  const round = await aRound(app, {
    organisationId: owner.id,
    versionId: version.id,
    title: "Next autumn",
  });
  const next = await aResponse(app, {
    schoolId: school.id,
    versionId: version.id,
    roundId: round.id,
    state: begun ? "in-progress" : "not-started",
    phases: begun ? '["P"]' : null,
    createdAt: LATER,
  });
  return { ...place, next, open, dropped, where: { urn: school.urn, responseId: next.id } };
}

/** The service as it is to somebody slow: another acts between what they read and what they write. */
function whoseWriteWaitsFor(app: TestApp, other: () => Promise<unknown>): App {
  const db: Database = {
    ...app.db,
    read: app.db.read,
    transact: async (write) => {
      await other();
      return app.db.transact(write);
    },
  };
  return { ...app, db };
}

describe("actions of an earlier round", () => {
  it("are offered to the new one once it is begun, and nothing is carried on by itself", async () => {
    const { app, senco, school, next } = await aSchoolInTwoRounds();
    const plan = await listActions(app, senco, { urn: school.urn });
    expect(plan.offers).toEqual([{ responseId: next.id, title: "Next autumn", count: 1 }]);
    expect(plan.actions).toHaveLength(3);
  });

  it("are not offered before it is begun", async () => {
    const { app, senco, school, where } = await aSchoolInTwoRounds({ begun: false });
    expect((await listActions(app, senco, { urn: school.urn })).offers).toEqual([]);
    await expect(viewCarry(app, senco, where)).rejects.toMatchObject({ code: "not-found" });
  });

  it("are carried on with all they say, their history, and a link back", async () => {
    const place = await aSchoolInTwoRounds();
    const { app, senco, school, next, open, where } = place;
    const answer = { answer: "on-the-way" as const, line: "Half", seen: null };
    const given = { actionId: open, namesConfirmed: false, ...answer };
    await giveCheckIns(app, senco, { urn: school.urn, answers: [given] });
    expect((await viewCarry(app, senco, where)).actions).toMatchObject([
      { id: open, title: "Still open", from: "Autumn review", state: "in-progress" },
    ]);
    expect(await carryActions(app, senco, { ...where, actionIds: [open] })).toEqual({ carried: 1 });
    const plan = await listActions(app, senco, { urn: school.urn });
    const carried = plan.actions.find(({ carriedFrom }) => carriedFrom !== null);
    expect(carried).toMatchObject({
      title: "Still open",
      state: "in-progress",
      whereWeAre: "Three of eight",
      resourceOrHelp: "A day",
      from: { responseId: next.id, key: "A1" },
      carriedFrom: { id: open, title: "Autumn review" },
      checkIns: [{ line: "Half" }],
    });
    expect(plan.actions.find(({ id }) => id === open)).toMatchObject({
      carriedOn: true,
      moves: [],
    });
    expect(plan.offers).toEqual([]);
  });

  it("are carried on once, however often it is pressed, and moved in the new round only", async () => {
    const { app, senco, colleague, school, open, where } = await aSchoolInTwoRounds();
    const press = (who: typeof senco) => carryActions(app, who, { ...where, actionIds: [open] });
    const both = await Promise.all([press(senco), press(colleague)]);
    expect(both.reduce((sum, { carried }) => sum + carried, 0)).toBe(1);
    expect(await press(senco)).toEqual({ carried: 0 });
    expect(await readActions(app.db.read, { schoolId: school.id })).toHaveLength(4);
    const move = { urn: school.urn, actionId: open, to: "done" as const };
    const theirs = { carriedOn: true, state: "open", version: 2 };
    expect(await moveAction(app, senco, { ...move, version: 1 })).toMatchObject({ theirs });
    const fresh = moveAction(app, senco, { ...move, version: 2 });
    await expect(fresh).rejects.toMatchObject({ code: "conflict" });
  });

  it("are not carried on when somebody has done them since they were read", async () => {
    const { app, senco, school, open, where } = await aSchoolInTwoRounds();
    const done = { urn: school.urn, actionId: open, version: 1, to: "done" as const };
    const late = whoseWriteWaitsFor(app, () => moveAction(app, senco, done));
    expect(await carryActions(late, senco, { ...where, actionIds: [open] })).toEqual({
      carried: 0,
    });
    expect(await readActions(app.db.read, { schoolId: school.id })).toHaveLength(3);
  });

  it("are not moved when somebody has carried them on since they were read", async () => {
    const { app, senco, school, open, where } = await aSchoolInTwoRounds();
    const done = { urn: school.urn, actionId: open, version: 1, to: "done" as const };
    const late = whoseWriteWaitsFor(app, () =>
      carryActions(app, senco, { ...where, actionIds: [open] }),
    );
    expect(await moveAction(late, senco, done)).toMatchObject({
      kind: "conflict",
      theirs: { carriedOn: true, state: "open" },
    });
  });

  it("stay readable when they were dropped, and are not carried on", async () => {
    const { app, senco, school, dropped, where } = await aSchoolInTwoRounds();
    const input = { ...where, actionIds: [dropped] };
    expect(await carryActions(app, senco, input)).toEqual({ carried: 0 });
    const plan = await listActions(app, senco, { urn: school.urn });
    expect(plan.actions.find(({ id }) => id === dropped)).toMatchObject({ state: "dropped" });
  });

  it("are not for governors, nor found by another school's people", async () => {
    const { app, governor, outsider, otherSchool, open, where } = await aSchoolInTwoRounds();
    const input = { ...where, actionIds: [open] };
    await expect(carryActions(app, governor, input)).rejects.toMatchObject({ code: "forbidden" });
    for (const urn of [where.urn, otherSchool.urn]) {
      await expect(carryActions(app, outsider, { ...input, urn })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});
