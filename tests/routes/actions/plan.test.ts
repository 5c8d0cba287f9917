import { describe, expect, it } from "vitest";
import { action as move, loader as plan } from "~/routes/schools.$urn.actions._index";
import { loader as edit } from "~/routes/schools.$urn.actions.$action";
import { action as save } from "~/routes/schools.$urn.actions.$action";
import { action as add, loader as newOne } from "~/routes/schools.$urn.actions.new";
import { askRoute } from "../auth/ask-route";
import { aRequest } from "~tests/support/accounts";
import { actions } from "~db/schema";
import { aSignedInSchool, fields } from "./a-signed-in-school";

describe("the action plan", () => {
  it("asks to sign in first", async () => {
    const { app } = await aSignedInSchool();
    const answer = await askRoute(plan, app, aRequest("/schools/1/actions"));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in/);
  });

  it("is read by a governor, who is offered no change", async () => {
    const { get, governor, anAction } = await aSignedInSchool();
    const id = await anAction();
    const answer = await get(plan, { as: governor });
    expect(answer).toMatchObject({
      status: 200,
      data: { view: { mayEdit: false, actions: [{ id }] } },
    });
  });

  it("is not found by another school's people", async () => {
    const { get, outsider } = await aSignedInSchool();
    expect(await get(plan, { as: outsider })).toMatchObject({ status: 404 });
  });

  it("leads a statement in its address to the form of a new action", async () => {
    const { get, senco, response, school } = await aSignedInSchool();
    const path = `/schools/${school.urn}/actions?response=${response.id}&item=A1`;
    const answer = await get(plan, { as: senco, path });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(
      `/schools/${school.urn}/actions/new?response=${response.id}&item=A1`,
    );
  });
});

describe("adding an action", () => {
  it("shows the statement it is for and keeps it with the action", async () => {
    const { get, post, senco, response } = await aSignedInSchool();
    const path = `/?response=${response.id}&item=A1`;
    expect(await get(newOne, { as: senco, path })).toMatchObject({
      status: 200,
      data: { view: { statement: { key: "A1", section: "A" } } },
    });
    const answer = await post(add, { as: senco, path, form: fields() });
    expect(answer.status).toBe(302);
    expect(await get(plan, { as: senco })).toMatchObject({
      data: { view: { actions: [{ title: fields().title, from: { key: "A1" } }] } },
    });
  });

  it("gives back everything typed, with what to put right at each field", async () => {
    const { app, post, senco } = await aSignedInSchool();
    const typed = fields({ title: " ", leadRole: "Deputy head", term: "soon", priority: "" });
    const answer = await post(add, { as: senco, form: typed });
    expect(answer).toMatchObject({
      status: 422,
      data: {
        typed,
        problems: [
          { field: "title", message: "Write what will be done" },
          { field: "term", message: "Choose a term" },
          { field: "priority", message: "Choose a priority from 1 to 3" },
        ],
      },
    });
    expect(await app.db.read.select().from(actions)).toEqual([]);
  });

  it("takes a form with nothing in it as nothing typed", async () => {
    const { post, senco } = await aSignedInSchool();
    const answer = await post(add, { as: senco, form: {} });
    expect(answer).toMatchObject({ status: 422, data: { typed: { title: "", priority: "" } } });
  });

  it("is not a governor's, and not for another school's statement", async () => {
    const { app, get, post, governor, outsider, otherSchool, response } = await aSignedInSchool();
    expect(await get(newOne, { as: governor })).toMatchObject({ status: 403 });
    expect(await post(add, { as: governor, form: fields() })).toMatchObject({ status: 403 });
    const path = `/?response=${response.id}&item=A1`;
    const params = { urn: otherSchool.urn };
    const tampered = await post(add, { as: outsider, params, path, form: fields() });
    expect(tampered).toMatchObject({ status: 404 });
    expect(await app.db.read.select().from(actions)).toEqual([]);
  });
});

describe("changing an action", () => {
  it("saves what it says and leads back to the plan", async () => {
    const { get, post, senco, school, anAction } = await aSignedInSchool();
    const id = await anAction();
    const params = { action: id };
    const form = { ...fields({ progressNote: "Two teams trained" }), version: "1" };
    const answer = await post(save, { as: senco, params, form });
    expect(answer.headers.get("Location")).toBe(`/schools/${school.urn}/actions?saved=${id}`);
    expect(await get(edit, { as: senco, params })).toMatchObject({
      data: { one: { progressNote: "Two teams trained", version: 2 } },
    });
  });

  it("gives back everything typed with the version it was made from", async () => {
    const { post, senco, anAction } = await aSignedInSchool();
    const params = { action: await anAction() };
    const typed = fields({ leadRole: "", howWeWillKnow: "Parents tell us" });
    const answer = await post(save, { as: senco, params, form: { ...typed, version: "1" } });
    expect(answer).toMatchObject({
      status: 422,
      data: { typed, version: 1, problems: [{ field: "leadRole" }], theirs: null },
    });
  });

  it("tells the second of two editors how it stands, and keeps what they typed", async () => {
    const { get, post, senco, colleague, anAction } = await aSignedInSchool();
    const params = { action: await anAction() };
    const mine = { ...fields({ title: "First" }), version: "1" };
    await post(save, { as: colleague, params, form: mine });
    const typed = fields({ title: "Second" });
    const answer = await post(save, { as: senco, params, form: { ...typed, version: "1" } });
    expect(answer).toMatchObject({
      status: 409,
      data: { typed, theirs: { title: "First", version: 2 } },
    });
    expect(await get(edit, { as: senco, params })).toMatchObject({
      data: { one: { title: "First" } },
    });
  });

  it.each(["", "one", "1.5"])("writes nothing from a form of version %j", async (version) => {
    const { post, senco, anAction } = await aSignedInSchool();
    const params = { action: await anAction() };
    const form = { ...fields({ title: "Late" }), version };
    expect(await post(save, { as: senco, params, form })).toMatchObject({ status: 409 });
  });

  it("does not find another school's action under either address", async () => {
    const { get, post, outsider, otherSchool, anAction } = await aSignedInSchool();
    const id = await anAction();
    const form = { ...fields(), version: "1" };
    const addresses: Record<string, string>[] = [
      { action: id },
      { action: id, urn: otherSchool.urn },
    ];
    for (const params of addresses) {
      expect(await get(edit, { as: outsider, params })).toMatchObject({ status: 404 });
      expect(await post(save, { as: outsider, params, form })).toMatchObject({ status: 404 });
    }
  });
});

describe("moving an action on", () => {
  it("takes one button", async () => {
    const { get, post, senco, anAction } = await aSignedInSchool();
    const id = await anAction();
    const form = { action: id, version: "1", to: "in-progress" };
    expect(await post(move, { as: senco, form })).toMatchObject({ status: 302 });
    expect(await get(plan, { as: senco })).toMatchObject({
      data: { view: { actions: [{ state: "in-progress" }] } },
    });
  });

  it("tells what was chosen and how it stands when someone was first", async () => {
    const { post, senco, colleague, anAction } = await aSignedInSchool();
    const id = await anAction();
    await post(move, { as: colleague, form: { action: id, version: "1", to: "dropped" } });
    const answer = await post(move, { as: senco, form: { action: id, version: "1", to: "done" } });
    expect(answer).toMatchObject({
      status: 409,
      data: { to: "done", theirs: { state: "dropped", version: 2 } },
    });
  });

  it.each([
    [{ to: "elsewhere" }, 400],
    [{}, 400],
    [{ to: "open" }, 409],
    [{ to: "done", action: "01900000-0000-7000-8000-00000000ffff" }, 404],
  ])("answers %j with %i and moves nothing", async (over, status) => {
    const { get, post, senco, anAction } = await aSignedInSchool();
    const id = await anAction();
    const form = { action: id, version: "1", ...over };
    expect(await post(move, { as: senco, form })).toMatchObject({ status });
    expect(await get(plan, { as: senco })).toMatchObject({
      data: { view: { actions: [{ state: "open" }] } },
    });
  });

  it("is not a governor's", async () => {
    const { post, governor, anAction } = await aSignedInSchool();
    const form = { action: await anAction(), version: "1", to: "done" };
    expect(await post(move, { as: governor, form })).toMatchObject({ status: 403 });
  });
});
