import { describe, expect, it } from "vitest";
import { action as carry, loader as toCarry } from "~/routes/schools.$urn.actions.carry";
import { loader as csv } from "~/routes/schools.$urn.actions.plan[.]csv";
import { loader as pdf } from "~/routes/schools.$urn.actions.plan[.]pdf";
import { action as give, loader as review } from "~/routes/schools.$urn.actions.review";
import { loader as newOne } from "~/routes/schools.$urn.actions.new";
import { addAction } from "~/services/actions/add-action.server";
import { insertTerms } from "~db/queries/calendar";
import { actionCheckIns } from "~db/schema";
import { askRoute } from "../auth/ask-route";
import { aPost, aSession } from "~tests/support/accounts";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aSignedInSchool, fields } from "./a-signed-in-school";

/** In the last weeks of a Term 2 that the authority keeps. */
async function aReviewingSchool() {
  const place = await aSignedInSchool();
  const { app, owner } = place;
  const term = { year: "2026-27", term: 2, from: "2026-11-02", to: "2026-12-18", version: 1 };
  await app.db.transact((tx) =>
    insertTerms(tx, [{ id: app.newId(), organisationId: owner.id, ...term }]),
  );
  app.clock.set("2026-12-07T09:00:00.000Z");
  return place;
}

describe("the review of a term", () => {
  it("shows the team what is left, and is not a governor's", async () => {
    const { get, senco, governor, outsider, anAction } = await aReviewingSchool();
    await anAction();
    expect(await get(review, { as: senco })).toMatchObject({
      status: 200,
      data: { view: { left: 1, review: { term: "2026-27 Term 2" } } },
    });
    expect(await get(review, { as: governor })).toMatchObject({ status: 403 });
    expect(await get(review, { as: outsider })).toMatchObject({ status: 404 });
  });

  it("saves the one that was pressed, and leaves the others of the form alone", async () => {
    const { app, post, senco, anAction } = await aReviewingSchool();
    const first = await anAction();
    const second = await anAction();
    const form = {
      action: first,
      only: first,
      [`answer ${first}`]: "done",
      [`line ${first}`]: "All eight",
      [`seen ${first}`]: "",
      [`answer ${second}`]: "stuck",
    };
    expect(await post(give, { as: senco, form })).toMatchObject({
      status: 200,
      data: { problems: [], overtaken: [] },
    });
    expect(await app.db.read.select().from(actionCheckIns)).toMatchObject([
      { actionId: first, answer: "done", line: "All eight" },
    ]);
  });

  it("without the page's own script saves the whole form with one button", async () => {
    const { app, senco, school, anAction } = await aReviewingSchool();
    const ids = [await anAction(), await anAction(), await anAction()];
    const body = new URLSearchParams();
    for (const id of ids) body.append("action", id);
    body.set(`answer ${ids[0] ?? ""}`, "done");
    body.set(`answer ${ids[1] ?? ""}`, "stuck");
    const cookie = await aSession(app, senco.userId);
    const request = aPost("/", {}, cookie);
    const whole = new Request(request.url, { method: "POST", headers: request.headers, body });
    const answer = await askRoute(
      (args) => give({ ...args, params: { urn: school.urn } }),
      app,
      whole,
    );
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/schools/${school.urn}/actions/review?saved=2`);
    expect(await app.db.read.$count(actionCheckIns)).toBe(2);
  });

  it("gives back what was typed with what to put right", async () => {
    const { app, post, senco, anAction } = await aReviewingSchool();
    const id = await anAction();
    const form = { action: id, [`line ${id}`]: "Half are trained" };
    expect(await post(give, { as: senco, form })).toMatchObject({
      status: 422,
      data: {
        typed: [{ actionId: id, answer: null, line: "Half are trained" }],
        problems: [{ field: "answer", message: "Choose Done, On the way or Stuck" }],
      },
    });
    expect(await app.db.read.$count(actionCheckIns)).toBe(0);
  });

  it("tells the second of two that somebody answered first", async () => {
    const { post, senco, colleague, anAction } = await aReviewingSchool();
    const id = await anAction();
    const form = (answer: string) => ({ action: id, only: id, [`answer ${id}`]: answer });
    await post(give, { as: colleague, form: form("done") });
    expect(await post(give, { as: senco, form: form("stuck") })).toMatchObject({
      status: 409,
      data: { overtaken: [id] },
    });
  });

  it.each(["on-the-way", "elsewhere"])(
    "takes no answer %j for an action that is none of the school's",
    async (said) => {
      const { post, senco } = await aReviewingSchool();
      const id = "01900000-0000-7000-8000-00000000ffff";
      const form = { action: id, only: id, [`answer ${id}`]: said, [`line ${id}`]: "x" };
      expect((await post(give, { as: senco, form })).status).toBe(said === "elsewhere" ? 422 : 404);
    },
  );
});

describe("carrying actions on", () => {
  it("takes one press, asks for a tick where none is, and is the team's", async () => {
    const place = await aReviewingSchool();
    const { app, get, post, senco, governor, school, owner, version, response } = place;
    const origin = { responseId: response.id, itemKey: "A1" };
    const added = await addAction(app, senco, { urn: school.urn, origin, fields: fields() });
    const id = added.kind === "saved" ? added.id : "";
    const round = await aRound(app, { organisationId: owner.id, versionId: version.id });
    const next = await aResponse(app, {
      schoolId: school.id,
      versionId: version.id,
      roundId: round.id,
      phases: '["P"]',
      createdAt: new Date("2027-09-01T09:00:00.000Z"),
    });
    const path = `/?response=${next.id}`;
    expect(await get(toCarry, { as: senco, path })).toMatchObject({
      data: { view: { actions: [{ id }] } },
    });
    expect(await get(toCarry, { as: governor, path })).toMatchObject({ status: 403 });
    const unknown = "/?response=01900000-0000-7000-8000-00000000ffff";
    expect(await get(toCarry, { as: senco, path: unknown })).toMatchObject({ status: 404 });
    expect(await get(toCarry, { as: senco, path: "/" })).toMatchObject({
      data: { view: { to: { responseId: next.id } } },
    });
    expect(await post(carry, { as: senco, path, form: {} })).toMatchObject({
      status: 422,
      data: { noneTicked: true },
    });
    const answer = await post(carry, { as: senco, path, form: { carry: id } });
    expect(answer.headers.get("Location")).toBe(`/schools/${school.urn}/actions?carried=1`);
  });
});

describe("a copy of the plan", () => {
  it("is a file that no browser keeps, for governors too", async () => {
    const { get, governor, outsider, school, anAction } = await aReviewingSchool();
    await anAction();
    for (const [loader, kind, name] of [
      [pdf, "application/pdf", "pdf"],
      [csv, "text/csv; charset=utf-8", "csv"],
    ] as const) {
      const { headers, status } = await get(loader, { as: governor });
      expect(status).toBe(200);
      expect(headers.get("Content-Type")).toBe(kind);
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("Content-Disposition")).toContain(
        `action-plan-${school.urn}-2026-12-07.${name}`,
      );
      expect(await get(loader, { as: outsider })).toMatchObject({ status: 404 });
    }
  });
});

describe("the form of a new action", () => {
  it("is not found for a suggestion that nobody agreed", async () => {
    const { get, senco } = await aReviewingSchool();
    const path = "/?suggestion=01900000-0000-7000-8000-00000000ffff";
    expect(await get(newOne, { as: senco, path })).toMatchObject({ status: 404 });
  });
});
