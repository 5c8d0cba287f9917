import { describe, expect, it } from "vitest";
import { action, loader } from "~/routes/organisations.$key.rounds.$round.reminders";
import { roundReminders } from "~db/schema";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aGrant, anActor, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const KEY = "wealdshire";

async function aPage(role: "manager" | "officer" = "manager", over: { rolling?: boolean } = {}) {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: KEY });
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  const round = await aRound(app, { organisationId, versionId, ...over });
  const school = await aSchool(app, { coveredBy: [organisationId] });
  await anActor(app, { user: {}, grants: [{ role: "head", schoolId: school.id }] });
  await aResponse(app, { schoolId: school.id, versionId, roundId: round.id });
  const { id: userId } = await aUser(app);
  await aGrant(app, { userId, role, organisationId });
  const cookie = await aSession(app, userId);
  const path = `/organisations/${KEY}/rounds/${round.id}/reminders`;
  const params = { key: KEY, round: round.id };
  const get = (query = "") =>
    askRoute(loader, app, { request: aRequest(path + query, cookie), params });
  const post = (fields: Record<string, string>) =>
    askRoute(action, app, { request: aPost(path, fields, cookie), params });
  const stands = () => app.db.read.select().from(roundReminders);
  return { get, post, stands, path };
}

describe("the page of a round’s reminders", () => {
  it("turns them on and off by a plain form, and says so", async () => {
    const { get, post, stands, path } = await aPage();
    expect((await get()).data).toMatchObject({ view: { on: false, found: 1 }, told: null });
    const on = await post({ intent: "on", note: "Ring us.", version: "0" });
    expect([on.status, on.headers.get("location")]).toEqual([302, `${path}?done=on`]);
    expect(await stands()).toMatchObject([{ on: true, note: "Ring us.", version: 1 }]);
    expect((await get("?done=on")).data).toMatchObject({
      view: { on: true, note: "Ring us." },
      told: expect.stringContaining("Reminders are on.") as string,
    });
    await post({ intent: "off", note: "", version: "1" });
    expect(await stands()).toMatchObject([{ on: false, note: "", version: 2 }]);
  });

  it("gives back what was typed where it does not hold", async () => {
    const { post, stands } = await aPage();
    const note = "About H801200001001";
    const refused = await post({ intent: "on", note, version: "0" });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ note, problems: [{ field: "note" }] });
    expect(await stands()).toEqual([]);
    const named = { intent: "on", note: "Jayden needs a plan.", version: "0" };
    expect((await post(named)).status).toBe(422);
    expect((await post({ ...named, namesConfirmed: "on" })).status).toBe(302);
  });

  it("is a conflict where somebody else was first", async () => {
    const { post } = await aPage();
    await post({ intent: "on", note: "", version: "0" });
    expect((await post({ intent: "off", note: "", version: "0" })).status).toBe(409);
  });

  it("is refused to officers, and not there for a rolling round", async () => {
    expect((await (await aPage("officer")).get()).status).toBe(403);
    const rolling = await aPage("manager", { rolling: true });
    expect((await rolling.get()).status).toBe(404);
    expect((await rolling.post({ intent: "on", note: "", version: "0" })).status).toBe(404);
  });
});
