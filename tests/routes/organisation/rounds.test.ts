import { describe, expect, it } from "vitest";
import { action as start, loader as list } from "~/routes/organisations.$key.rounds._index";
import {
  action as save,
  loader as question,
} from "~/routes/organisations.$key.rounds.drafts.$draft.$step";
import { action as open } from "~/routes/organisations.$key.rounds.drafts.$draft.check";
import { action as round } from "~/routes/organisations.$key.rounds.$round._index";
import { action as terms } from "~/routes/organisations.$key.settings.terms";
import { rounds } from "~db/schema";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aGrant, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const KEY = "wealdshire";
type Handler = Parameters<typeof askRoute>[0];
type Fields = Parameters<typeof aPost>[1];

async function aManager() {
  const app = await aTestApp();
  const organisation = await anOrganisation(app, { key: KEY });
  const { id: versionId } = await aPublishedVersion(app, { organisationId: organisation.id });
  await aSchool(app, { coveredBy: [organisation.id] });
  const { id: userId } = await aUser(app);
  await aGrant(app, { userId, role: "manager", organisationId: organisation.id });
  const cookie = await aSession(app, userId);
  const post = (
    action: Handler,
    path: string,
    fields: Fields,
    params: Record<string, string> = {},
  ) =>
    askRoute(action, app, {
      request: aPost(`/organisations/${KEY}/${path}`, fields, cookie),
      params: { key: KEY, ...params },
    });
  const get = (loader: Handler, path: string, params: Record<string, string> = {}) =>
    askRoute(loader, app, {
      request: aRequest(`/organisations/${KEY}/${path}`, cookie),
      params: { key: KEY, ...params },
    });
  const begun = await post(start, "rounds", { intent: "start" });
  const draft = /drafts\/([^/]+)\//.exec(begun.headers.get("location") ?? "")?.[1] ?? "";
  let version = 0;
  const answer = (step: string, fields: Fields) => {
    version += 1;
    const path = `rounds/drafts/${draft}/${step}`;
    return post(save, path, { version: String(version), ...fields }, { draft, step });
  };
  return { app, versionId, post, get, draft, answer, at: () => String(version + 1) };
}

describe("opening a round by plain forms", () => {
  it("goes from question to question and opens what was said", async () => {
    const { app, versionId, post, get, draft, answer, at } = await aManager();
    const leads = async (step: string, fields: Fields) =>
      (await answer(step, fields)).headers.get("location")?.split("/").at(-1);
    const what = { versionId, title: "", year: "2026-27", kind: "deadlines" };
    expect(await leads("questionnaire", what)).toBe("sections");
    expect(await leads("sections", { ask: "whole", chooseAtLeast: "" })).toBe("dates");
    const days = { opensOn: "24 11 2026", firstDeadline: "3/2/2027", finalDeadline: "3 3 2027" };
    expect(await leads("dates", days)).toBe("dates?warned=1");
    expect(await leads("schools", { all: "1", intent: "count" })).toBe("schools");
    expect(await leads("schools", { all: "1" })).toBe("rules");
    const rules = { governorSigns: "yes", visitOwnership: "themes", viewsFirst: "no" };
    expect(await leads("rules", rules)).toBe("message");
    expect(await leads("message", { message: "Begin with A." })).toBe("check");
    const opened = await post(
      open,
      `rounds/drafts/${draft}/check`,
      { intent: "open", version: at() },
      { draft },
    );
    expect(opened.status).toBe(302);
    const [row] = await app.db.read.select().from(rounds);
    expect(row).toMatchObject({
      ...{ governorSigns: true, viewsFirst: false, message: "Begin with A." },
      ...{ firstDeadline: "2027-02-03", title: "Test questionnaire 2026 to 2027" },
    });
    expect((await get(list, "rounds")).status).toBe(200);
    const closed = await post(
      round,
      `rounds/${row?.id ?? ""}`,
      { intent: "close" },
      { round: row?.id ?? "" },
    );
    expect(closed.headers.get("location")).toContain("done=closed");
    const again = await post(
      round,
      `rounds/${row?.id ?? ""}`,
      { intent: "close" },
      { round: row?.id ?? "" },
    );
    expect(again.status).toBe(409);
  });

  it("gives back what was typed with what is to be put right, and keeps it", async () => {
    const { get, draft, answer } = await aManager();
    const sent = await answer("dates", { opensOn: "soon", firstDeadline: "", finalDeadline: "" });
    expect(sent.status).toBe(422);
    const html = JSON.stringify(sent.data);
    expect(html).toContain("soon");
    const kept = await get(question, `rounds/drafts/${draft}/dates`, { draft, step: "dates" });
    expect(JSON.stringify(kept.data)).toContain("soon");
  });

  it("answers 409 where somebody else was first, 422 where the round is not whole, 404 for no question", async () => {
    const { post, get, draft, answer } = await aManager();
    expect((await answer("message", { message: "Mine", version: "7" })).status).toBe(409);
    const early = await post(open, `rounds/drafts/${draft}/check`, { version: "1" }, { draft });
    expect(early.status).toBe(422);
    const none = await get(question, `rounds/drafts/${draft}/else`, { draft, step: "else" });
    expect(none.status).toBe(404);
  });
});

describe("the terms of a year", () => {
  const SIX = {
    ...{ from1: "1 9 2027", to1: "15 10 2027", from2: "1 11 2027", to2: "17 12 2027" },
    ...{ from3: "4 1 2028", to3: "11 2 2028", from4: "21 2 2028", to4: "31 3 2028" },
    ...{ from5: "18 4 2028", to5: "26 5 2028", from6: "5 6 2028", to6: "21 7 2028" },
  };

  it("are kept whole, refused where they are not, and changed by one person at a time", async () => {
    const { post } = await aManager();
    const path = "settings/terms?year=2027-28";
    const wrong = await post(terms, path, { ...SIX, to6: "", version: "0" });
    expect(wrong.status).toBe(422);
    const kept = await post(terms, path, { ...SIX, version: "0" });
    expect(kept.headers.get("location")).toContain("kept=1");
    expect((await post(terms, path, { ...SIX, version: "0" })).status).toBe(409);
    const other = await post(terms, "settings/terms?year=1999-00", { ...SIX, version: "0" });
    expect(other.status).toBe(404);
  });
});
