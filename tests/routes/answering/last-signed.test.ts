import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action as bring, loader as bringPage } from "~/routes/schools.$urn.self-reviews.$id.bring";
import {
  action as confirm,
  loader as confirmPage,
} from "~/routes/schools.$urn.self-reviews.$id.confirm";
import { saveAnswer } from "~/services/answering/save-answers.server";
import {
  anAnsweringSchool,
  toSave,
  type AnsweringSchool,
} from "~tests/integration/answering/answering-school";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

type Route = Parameters<typeof askRoute>[0];
type Asked = { by: Actor; fields?: Record<string, string> };

async function ask(route: Route, { app, at }: AnsweringSchool, { by, fields }: Asked) {
  const cookie = await aSession(app, by.userId);
  const request = fields === undefined ? aRequest("/x", cookie) : aPost("/x", fields, cookie);
  return askRoute(route, app, { request, params: { urn: at.urn, id: at.responseId } });
}

async function withAnswerToConfirm() {
  const place = await anAnsweringSchool();
  const { app, senco, at } = place;
  const waiting = { level: "2", toConfirm: true };
  await saveAnswer(app, senco, { ...at, ...toSave({ key: "A2", content: waiting }) });
  return place;
}

describe("the page of answers to read again", () => {
  it("shows what waits, and takes it off the list when its section is confirmed", async () => {
    const place = await withAnswerToConfirm();
    const by = place.senco;
    expect(JSON.stringify(await ask(confirmPage, place, { by }))).toContain('"key":"A2"');
    const sent = await ask(confirm, place, { by, fields: { read: "A2 1" } });
    expect(sent).toMatchObject({ status: 302 });
    expect(JSON.stringify(await ask(confirmPage, place, { by }))).not.toContain('"key":"A2"');
  });

  it("answers 409 with the key when the answer was changed since it was read", async () => {
    const place = await withAnswerToConfirm();
    const changed = { level: "3", toConfirm: true };
    await saveAnswer(place.app, place.colleague, {
      ...place.at,
      ...toSave({ key: "A2", base: 1, content: changed }),
    });
    const sent = await ask(confirm, place, { by: place.senco, fields: { read: "A2 1" } });
    expect(sent).toMatchObject({ status: 409 });
  });

  it("confirms nothing for what no form of ours sends", async () => {
    const place = await withAnswerToConfirm();
    const by = place.senco;
    for (const read of ["", "A2", "A2 one", "A2 1 1", "Z9 1"]) {
      await ask(confirm, place, { by, fields: { read } });
    }
    expect(JSON.stringify(await ask(confirmPage, place, { by }))).toContain('"key":"A2"');
  });

  it("is not found outside the school", async () => {
    const place = await withAnswerToConfirm();
    const by = place.outsider;
    const answers = [
      await ask(confirmPage, place, { by }),
      await ask(confirm, place, { by, fields: { read: "A2 1" } }),
      await ask(bringPage, place, { by }),
      await ask(bring, place, { by, fields: { intent: "bring" } }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 404 });
  });
});

describe("the page that brings signed answers", () => {
  it("says so where there is nothing to bring, and goes home when pressed anyway", async () => {
    const place = await anAnsweringSchool();
    const by = place.senco;
    expect(JSON.stringify(await ask(bringPage, place, { by }))).toContain('"offer":null');
    const fields = { intent: "bring" };
    expect(await ask(bring, place, { by, fields })).toMatchObject({ status: 302 });
  });

  it("brings nothing for a form that is not its own", async () => {
    const place = await anAnsweringSchool();
    const sent = await ask(bring, place, { by: place.senco, fields: { other: "form" } });
    expect(sent).toMatchObject({ status: 422 });
  });
});
