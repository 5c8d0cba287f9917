import { describe, expect, it } from "vitest";
import {
  action as assign,
  loader as assignPage,
} from "~/routes/schools.$urn.self-reviews.$id.assign";
import { loader as dutiesPage } from "~/routes/schools.$urn.self-reviews.$id.duties";
import { aSave } from "~tests/support/factories/worlds";
import { aSignedInSchool } from "./a-signed-in-school";

async function aReview() {
  const place = await aSignedInSchool();
  return { ...place, params: { id: place.response.id } };
}

describe("assigning sections", () => {
  it("offers the team, governors not among them", async () => {
    const { get, senco, params } = await aReview();
    const { status, data } = await get(assignPage, { as: senco, params });
    expect(status).toBe(200);
    const { view } = data as { view: { people: { name: string }[] } };
    const names = view.people.map(({ name }) => name).sort();
    expect(names).toEqual(["Margaret Ellis", "Priya Nair", "Tom Okafor"]);
  });

  it("saves every section with one button, and nobody is a choice", async () => {
    const { get, post, senco, colleague, params } = await aReview();
    const form = { "section.A": colleague.userId, "section.B": "" };
    const answer = await post(assign, { as: senco, params, form });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/\/assign\?changed=1$/);
    expect(await get(assignPage, { as: senco, params })).toMatchObject({
      data: {
        view: {
          sections: [
            { key: "A", assignedTo: { name: "Tom Okafor" } },
            { key: "B", assignedTo: null },
          ],
        },
      },
    });
  });

  it("gives the choices back when one is not on the team, and saves none of them", async () => {
    const { get, post, senco, colleague, governor, params } = await aReview();
    const form = { "section.A": colleague.userId, "section.B": governor.userId };
    expect(await post(assign, { as: senco, params, form })).toMatchObject({
      status: 422,
      data: {
        typed: [
          { section: "A", userId: colleague.userId },
          { section: "B", userId: governor.userId },
        ],
      },
    });
    expect(await get(assignPage, { as: senco, params })).toMatchObject({
      data: { view: { sections: [{ assignedTo: null }, { assignedTo: null }] } },
    });
  });

  it("is not a colleague's", async () => {
    const { get, post, colleague, params } = await aReview();
    expect(await get(assignPage, { as: colleague, params })).toMatchObject({ status: 403 });
    const form = { "section.A": colleague.userId };
    expect(await post(assign, { as: colleague, params, form })).toMatchObject({ status: 403 });
  });

  it("does not find another school's self-review under either address", async () => {
    const { get, post, outsider, otherSchool, params } = await aReview();
    for (const place of [params, { ...params, urn: otherSchool.urn }]) {
      expect(await get(assignPage, { as: outsider, params: place })).toMatchObject({ status: 404 });
      const form = { "section.A": "" };
      expect(await post(assign, { as: outsider, params: place, form })).toMatchObject({
        status: 404,
      });
    }
  });
});

describe("legal duties", () => {
  it("are listed with the school's answer and its words", async () => {
    const { app, get, senco, response, params } = await aReview();
    const save = { responseId: response.id, userId: senco.userId, key: "A1" };
    await aSave(app, { ...save, duty: "partly", dutyNote: "The plan is from 2022" });
    expect(await get(dutiesPage, { as: senco, params })).toMatchObject({
      status: 200,
      data: {
        view: {
          duties: [
            {
              statement: { key: "A1" },
              kind: "must",
              answer: "partly",
              note: "The plan is from 2022",
              actions: [],
            },
          ],
        },
      },
    });
  });

  it("are not found in another school's self-review under either address", async () => {
    const { get, outsider, otherSchool, params } = await aReview();
    for (const place of [params, { ...params, urn: otherSchool.urn }]) {
      expect(await get(dutiesPage, { as: outsider, params: place })).toMatchObject({ status: 404 });
    }
  });
});
