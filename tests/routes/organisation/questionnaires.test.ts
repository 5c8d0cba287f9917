import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as comparePage from "~/routes/organisations.$key.questionnaires.$questionnaire.versions.$number.compare";
import * as filePage from "~/routes/organisations.$key.questionnaires.$questionnaire.versions.$number.file";
import * as versionPage from "~/routes/organisations.$key.questionnaires.$questionnaire.versions.$number._index";
import * as questionnairePage from "~/routes/organisations.$key.questionnaires.$questionnaire._index";
import * as newPage from "~/routes/organisations.$key.questionnaires.new";
import { loader as schema } from "~/routes/questionnaire[.]schema[.]json";
import { questionnaireVersions } from "~db/schema";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aGrant, aUser } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const KEY = "wealdshire";
const EXAMPLE = readFileSync("docs/examples/online-safety.csv", "utf8");

async function aDesk() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: KEY });
  const as = async (role: "manager" | "officer") => {
    const { id: userId } = await aUser(app);
    await aGrant(app, { userId, role, organisationId });
    return aSession(app, userId);
  };
  const cookie = await as("manager");
  const base = `/organisations/${KEY}/questionnaires`;
  const params = { key: KEY, questionnaire: "online-safety" };
  const send = (path: string, text: string | null, from = "") => {
    const body = new FormData();
    body.set("from", from);
    if (text !== null) body.set("file", new File([text], "questionnaire.csv"));
    const { url, headers } = aRequest(path, cookie);
    const kept = new Headers(headers);
    kept.delete("content-type");
    return new Request(url, { method: "POST", headers: kept, body });
  };
  const readNew = (text: string | null) =>
    askRoute(newPage.action, app, { request: send(`${base}/new`, text), params });
  const readNext = (text: string, from: string) =>
    askRoute(questionnairePage.action, app, {
      request: send(`${base}/online-safety`, text, from),
      params,
    });
  const at = (number: number) => `${base}/online-safety/versions/${number}`;
  const post = (number: number, fields: Record<string, string>) =>
    askRoute(versionPage.action, app, {
      request: aPost(at(number), fields, cookie),
      params: { ...params, number: String(number) },
    });
  const confirm = (number: number, fields: Record<string, string>) =>
    askRoute(comparePage.action, app, {
      request: aPost(`${at(number)}/compare`, fields, cookie),
      params: { ...params, number: String(number) },
    });
  const shas = async () => {
    const rows = await app.db.read.select().from(questionnaireVersions);
    return new Map(rows.map(({ number, sha256 }) => [number, sha256]));
  };
  return { app, cookie, as, base, params, at, readNew, readNext, post, confirm, shas };
}

describe("reading a questionnaire in", () => {
  it("leads to the draft, and asks for a file where none was chosen", async () => {
    const { readNew, base } = await aDesk();
    const none = await readNew(null);
    expect(none.status).toBe(422);
    expect(none.data).toMatchObject({ sent: { problem: "Choose a file" } });
    const read = await readNew(EXAMPLE);
    expect(read.status).toBe(302);
    expect(read.headers.get("Location")).toBe(`${base}/online-safety/versions/1?done=read`);
  });

  it("names every fault with 422", async () => {
    const { readNew } = await aDesk();
    const refused = await readNew(EXAMPLE.replace("five-levels", "5 levels"));
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      sent: { faults: [{ sheet: "Questionnaire", row: 9, column: "Value" }] },
    });
  });

  it("is refused to officers with 403", async () => {
    const { app, as, base, params } = await aDesk();
    const request = aRequest(`${base}/new`, await as("officer"));
    const refused = await askRoute(newPage.loader, app, { request, params });
    expect(refused.status).toBe(403);
  });
});

describe("a version", () => {
  it("is published, read in again, compared, confirmed and published as the next", async () => {
    const { readNew, readNext, post, confirm, shas, at } = await aDesk();
    await readNew(EXAMPLE);
    const published = await post(1, { intent: "publish", from: (await shas()).get(1) ?? "" });
    expect(published.headers.get("Location")).toBe(`${at(1)}?done=published`);
    const next = await readNext(
      EXAMPLE.replace("within their first term", "before they begin"),
      "",
    );
    expect(next.headers.get("Location")).toBe(`${at(2)}/compare?done=read`);
    const from = (await shas()).get(2) ?? "";
    expect((await post(2, { intent: "publish", from })).status).toBe(409);
    const wrong = await confirm(2, {
      from,
      change: "statement:B6>B6",
      rule: "combine",
      note: "Mine",
      "level-1": "2",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      sent: { rule: "combine", note: "Mine", levels: { "1": "2" } },
    });
    expect((await confirm(2, { from, intent: "confirm-all" })).status).toBe(302);
    expect((await confirm(2, { from, intent: "confirm-all" })).status).toBe(409);
    const again = { intent: "publish", from: (await shas()).get(2) ?? "" };
    expect((await post(2, again)).status).toBe(302);
    expect((await post(2, { intent: "retire" })).headers.get("Location")).toBe(
      `${at(2)}?done=retired`,
    );
  });

  it("finds a draft that somebody changed with 409, and discards the one that was seen", async () => {
    const { readNew, readNext, post, shas, base } = await aDesk();
    await readNew(EXAMPLE);
    expect((await readNext(EXAMPLE, "")).status).toBe(409);
    expect((await post(1, { intent: "discard", from: "another" })).status).toBe(409);
    const gone = await post(1, { intent: "discard", from: (await shas()).get(1) ?? "" });
    expect(gone.headers.get("Location")).toBe(`${base}/online-safety?done=discarded`);
  });

  it("is saved as a file under its name", async () => {
    const { app, cookie, readNew, at, params } = await aDesk();
    await readNew(EXAMPLE);
    const asked = { ...params, number: "1" };
    const request = aRequest(`${at(1)}/file?as=yaml`, cookie);
    const saved = await askRoute(filePage.loader, app, { request, params: asked });
    expect(saved.status).toBe(200);
    expect(saved.headers.get("Content-Disposition")).toContain("online-safety-version-1.yaml");
  });
});

describe("the JSON Schema", () => {
  it("is open to everyone", async () => {
    expect(await schema().json()).toMatchObject({ title: "Questionnaire", type: "object" });
  });
});
