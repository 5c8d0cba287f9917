import { describe, expect, it } from "vitest";
import { action as confirm, loader as proposal } from "~/routes/organisations.$key.visits.propose";
import {
  action as schoolAction,
  loader as school,
} from "~/routes/organisations.$key.visits.schools.$urn";
import { loader as list } from "~/routes/organisations.$key.visits._index";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aRoundToMatch } from "~tests/support/factories/matching-round";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const KEY = "wealdshire";

async function aManager() {
  const app = await aTestApp();
  const world = await aRoundToMatch(app);
  const { manager, marshLane, people } = world;
  const cookie = await aSession(app, manager.userId);
  const { urn } = marshLane.school;
  const base = `/organisations/${KEY}/visits`;
  const get = (loader: Parameters<typeof askRoute>[0], rest: string, params = {}) =>
    askRoute(loader, app, {
      request: aRequest(`${base}${rest}`, cookie),
      params: { key: KEY, ...params },
    });
  const post = (action: Parameters<typeof askRoute>[0], rest: string, fields = {}, params = {}) =>
    askRoute(action, app, {
      request: aPost(`${base}${rest}`, fields, cookie),
      params: { key: KEY, ...params },
    });
  const atSchool = (fields: Record<string, string>) =>
    post(schoolAction, `/schools/${urn}`, fields, { urn });
  const line = `${urn}.${people.ruth.reviewer.id}.${people.grace.reviewer.id}`;
  return { app, ...world, urn, get, post, atSchool, line };
}

describe("proposing many visits", () => {
  it("shows the choice first, then who could visit whom", async () => {
    const { get } = await aManager();
    expect((await get(proposal, "/propose")).data).toMatchObject({
      view: { capacity: 3, proposal: null },
      choices: { askedForIt: true, longestWithout: true },
    });
    const { data } = await get(proposal, "/propose?shown=1&longest=1&seed=7");
    expect(data).toMatchObject({
      view: { proposal: { lines: [{ byHand: false }, { byHand: false }] } },
      choices: { askedForIt: false, seed: "7" },
    });
  });

  it("says at its field what is wrong with the days", async () => {
    const { get } = await aManager();
    expect((await get(proposal, "/propose?shown=1&from=yesterday")).data).toMatchObject({
      view: { windowProblems: [{ field: "from" }], proposal: null },
    });
  });

  it("leads to the list with how many were proposed", async () => {
    const { get, post, round, line } = await aManager();
    const answer = await post(confirm, `/propose?shown=1&round=${round.id}`, { line });
    expect(answer.headers.get("Location")).toBe(
      `/organisations/${KEY}/visits?round=${round.id}&proposed=1`,
    );
    const { data } = await get(list, `?round=${round.id}&proposed=1`);
    expect(data).toMatchObject({
      told: "1 visit is proposed. Schools and reviewers are asked by mail.",
      view: { visits: [{ schoolName: "Marsh Lane", state: "proposed" }] },
    });
  });

  it("brings back what does not hold any more, and says when nothing was ticked", async () => {
    const { post, line, urn } = await aManager();
    const none = await post(confirm, "/propose?shown=1");
    expect(none.status).toBe(422);
    expect(none.data).toMatchObject({ ticked: [] });
    await post(confirm, "/propose?shown=1", { line });
    const again = await post(confirm, "/propose?shown=1", { line });
    expect(again.status).toBe(409);
    expect(again.data).toMatchObject({
      proposed: 0,
      back: [{ name: "Marsh Lane", whys: ["Has a visit this round already"] }],
      ticked: [urn],
    });
  });

  it("does not find a round of another organisation", async () => {
    const { get } = await aManager();
    expect((await get(proposal, "/propose?round=nothing")).status).toBe(404);
  });
});

describe("the page of one school", () => {
  it("proposes the pair chosen, from a card or by hand", async () => {
    const { atSchool, people, get, urn, line } = await aManager();
    expect((await atSchool({ intent: "propose" })).status).toBe(422);
    const [lead, second] = [people.ruth.reviewer.id, people.grace.reviewer.id];
    const twice = await atSchool({ intent: "propose", lead, second: lead });
    expect(twice.status).toBe(409);
    expect(twice.data).toMatchObject({ chosen: { lead, second: lead, line: "" } });
    const answer = await atSchool({ intent: "propose", lead, second });
    expect(answer.headers.get("Location")).toContain("done=proposed");
    const again = await atSchool({ intent: "propose", line });
    expect(again.data).toMatchObject({ problems: [{ message: "Has a visit this round already" }] });
    const { data } = await get(school, `/schools/${urn}`, { urn });
    expect(data).toMatchObject({ view: { places: 0, visit: { state: "proposed" } } });
  });

  it("asks somebody else in place of one, and cancels with a reason that is asked for", async () => {
    const { atSchool, get, urn, people, line } = await aManager();
    await atSchool({ intent: "propose", line });
    const { data } = await get(school, `/schools/${urn}`, { urn });
    const [lead] = (data as { view: { visit: { people: { rowId: string }[] } } }).view.visit.people;
    const visit = (data as { view: { visit: { id: string } } }).view.visit.id;
    const leaving = lead?.rowId ?? "";
    const coming = people.lukasz.reviewer.id;
    const replaced = await atSchool({ intent: "replace", visit, leaving, coming });
    expect(replaced.headers.get("Location")).toContain("done=replaced");
    expect((await atSchool({ intent: "cancel", words: "" })).status).toBe(422);
    const cancelled = await atSchool({ intent: "cancel", words: "The school is closing." });
    expect(cancelled.headers.get("Location")).toContain("shows=cancelled");
  });

  it("keeps the proposal at hand in its address", async () => {
    const { get, urn, round } = await aManager();
    const { data } = await get(school, `/schools/${urn}?shown=1&round=${round.id}&longest=1`, {
      urn,
    });
    expect(data).toMatchObject({ planning: { longestWithout: true, roundId: round.id } });
  });

  it("answers a form that says nothing with a conflict, and an unknown school with not found", async () => {
    const { atSchool, get } = await aManager();
    expect((await atSchool({})).status).toBe(409);
    expect((await get(school, "/schools/999999", { urn: "999999" })).status).toBe(404);
  });
});
