import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { action, loader } from "~/routes/schools.$urn.private";
import { responses } from "~db/schema";
import {
  anAnsweringSchool,
  type AnsweringSchool,
} from "~tests/integration/answering/answering-school";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

type Over = { urn?: string; by?: Actor };

async function ask(place: AnsweringSchool, over: Over, fields?: Record<string, string>) {
  const { app, school, senco } = place;
  const { urn = school.urn, by = senco } = over;
  const cookie = await aSession(app, by.userId);
  const path = `/schools/${urn}/private`;
  return fields === undefined
    ? askRoute(loader, app, { request: aRequest(path, cookie), params: { urn } })
    : askRoute(action, app, { request: aPost(path, fields, cookie), params: { urn } });
}

const countReviews = ({ app }: AnsweringSchool) => app.db.read.$count(responses);

describe("starting a private self-review", () => {
  it("offers the questionnaires published for the school, with none chosen", async () => {
    const place = await anAnsweringSchool();
    const answer = await ask(place, {});
    expect(answer).toMatchObject({
      status: 200,
      data: { view: { choices: [{ versionId: place.version.id, title: "Test questionnaire" }] } },
    });
  });

  it("goes on to which parts apply, in a self-review without a round", async () => {
    const place = await anAnsweringSchool();
    const answer = await ask(place, {}, { versionId: place.version.id });
    expect(answer.status).toBe(302);
    const [, id] =
      /\/self-reviews\/([^/]+)\/start$/.exec(answer.headers.get("Location") ?? "") ?? [];
    const found = (await place.app.db.read.select().from(responses)).find((one) => one.id === id);
    expect(found).toMatchObject({ schoolId: place.school.id, roundId: null, state: "not-started" });
  });

  it("starts one where the form is sent twice", async () => {
    const place = await anAnsweringSchool();
    const offered = await ask(place, {});
    const { startId } = offered.data as { startId: string };
    const fields = { versionId: place.version.id, startId };
    const [first, second] = [await ask(place, {}, fields), await ask(place, {}, fields)];
    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(await countReviews(place)).toBe(2);
  });

  it.each<Record<string, string>>([{}, { versionId: "" }, { versionId: "x".repeat(101) }])(
    "asks for a questionnaire where none is chosen: %o",
    async (fields) => {
      const place = await anAnsweringSchool();
      const answer = await ask(place, {}, fields);
      expect(answer).toMatchObject({ status: 422, data: { error: "Choose a questionnaire" } });
      expect(await countReviews(place)).toBe(1);
    },
  );

  it("is not found for a version not offered, or for people outside the school", async () => {
    const place = await anAnsweringSchool();
    const fields = { versionId: place.version.id };
    expect((await ask(place, {}, { versionId: "nothing" })).status).toBe(404);
    const by = place.outsider;
    expect((await ask(place, { by })).status).toBe(404);
    expect((await ask(place, { by }, fields)).status).toBe(404);
    expect((await ask(place, { urn: place.otherSchool.urn }, fields)).status).toBe(404);
    expect(await countReviews(place)).toBe(1);
  });

  it("is not for officers or governors", async () => {
    const place = await anAnsweringSchool();
    const fields = { versionId: place.version.id };
    for (const by of [place.officer, place.governor]) {
      expect((await ask(place, { by })).status).toBe(403);
      expect((await ask(place, { by }, fields)).status).toBe(403);
    }
    expect(await countReviews(place)).toBe(1);
  });

  it("asks to sign in first", async () => {
    const { app, school } = await anAnsweringSchool();
    const request = aRequest(`/schools/${school.urn}/private`);
    const answer = await askRoute(loader, app, { request, params: { urn: school.urn } });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?next=/);
  });
});
