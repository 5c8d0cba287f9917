import { describe, expect, it } from "vitest";
import { action, loader } from "~/routes/organisations.$key.calls.$urn";
import { schoolContacts } from "~db/schema";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aGrant, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const KEY = "wealdshire";
const CALL = { on: "24 11 2026", withWhom: "office", agreed: "Rings back", ringAgainOn: "" };

async function aPage() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: KEY });
  const { urn } = await aSchool(app, { coveredBy: [organisationId] });
  const asOfficer = async () => {
    const { id: userId } = await aUser(app);
    await aGrant(app, { userId, role: "officer", organisationId });
    return aSession(app, userId);
  };
  const cookie = await asOfficer();
  const path = `/organisations/${KEY}/calls/${urn}`;
  const params = { key: KEY, urn };
  const get = (query = "", as = cookie) =>
    askRoute(loader, app, { request: aRequest(path + query, as), params });
  const post = (fields: Record<string, string>, as = cookie) =>
    askRoute(action, app, { request: aPost(path, fields, as), params });
  const calls = () => app.db.read.select().from(schoolContacts);
  return { get, post, calls, path, asOfficer };
}

describe("the page of a school’s calls", () => {
  it("notes a call, corrects it and removes it, by plain forms", async () => {
    const { get, post, calls, path } = await aPage();
    expect((await post(CALL)).status).toBe(302);
    const [noted] = await calls();
    const call = noted?.id ?? "";
    expect((await get(`?call=${call}`)).data).toMatchObject({
      own: { id: call, version: 1, fields: { agreed: "Rings back", on: "24 November 2026" } },
    });
    const own = { ...CALL, call, version: "1" };
    const refused = await post({ ...own, agreed: "", intent: "correct" });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ problems: [{ field: "agreed" }] });
    const corrected = await post({ ...own, agreed: "Rings on Friday", intent: "correct" });
    expect(corrected.headers.get("location")).toBe(`${path}?done=corrected`);
    expect(await calls()).toMatchObject([{ agreed: "Rings on Friday", version: 2 }]);
    expect((await post({ call, version: "1", intent: "remove" })).status).toBe(409);
    const removed = await post({ call, version: "2", intent: "remove" });
    expect(removed.headers.get("location")).toBe(`${path}?done=removed`);
    expect(await calls()).toEqual([]);
    expect((await get(`?call=${call}`)).status).toBe(404);
  });

  it("leaves a colleague’s call alone", async () => {
    const { get, post, calls, asOfficer } = await aPage();
    await post(CALL);
    const call = (await calls())[0]?.id ?? "";
    const colleague = await asOfficer();
    expect((await get(`?call=${call}`, colleague)).status).toBe(403);
    expect((await post({ call, version: "1", intent: "remove" }, colleague)).status).toBe(403);
    expect(await calls()).toHaveLength(1);
  });
});
