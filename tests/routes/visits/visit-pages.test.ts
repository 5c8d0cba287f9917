import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { loader as day } from "~/routes/visits.$visit.day[.]ics";
import { action as step, loader as today } from "~/routes/visits.$visit._index";
import { action as plan } from "~/routes/visits.$visit.plan";
import { loader as own } from "~/routes/visits._index";
import { action as wish, loader as ofSchool } from "~/routes/schools.$urn.visits";
import type { Actor } from "~/domain/policy/actor";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

type Handler = (args: ActionFunctionArgs) => unknown;

async function aVisitWithPages(over: Parameters<typeof aVisit>[1] = {}) {
  const app = await aTestApp();
  const world = await aVisit(app, over);
  const params = { visit: world.visit.id, urn: world.school.urn };
  const withParams = (handler: Handler) => (args: ActionFunctionArgs) =>
    handler({ ...args, params });
  const get = async (loader: Handler, as: Actor) =>
    askRoute(withParams(loader), app, aRequest("/", await aSession(app, as.userId)));
  const post = async (action: Handler, as: Actor, form: Record<string, string>) =>
    askRoute(withParams(action), app, aPost("/", form, await aSession(app, as.userId)));
  return { app, ...world, get, post, address: `/visits/${world.visit.id}` };
}

const DATED = { visitOn: "2027-02-04", startsAt: "09:00", endsAt: "15:30" };

describe("the first page of a visit", () => {
  it("asks to sign in first, and is not found by strangers", async () => {
    const { app, get, address } = await aVisitWithPages();
    const answer = await askRoute(today, app, aRequest(address));
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await get(today, await anActor(app))).toMatchObject({ status: 404 });
  });

  it("takes yes and leads back to itself, saying so", async () => {
    const { post, lead, address } = await aVisitWithPages();
    const form = { intent: "accept-as-reviewer", noTies: "yes" };
    const answer = await post(step, lead.actor, form);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`${address}?done=accepted`);
  });

  it("sends who says not this time to their other visits", async () => {
    const { post, get, lead } = await aVisitWithPages();
    const answer = await post(step, lead.actor, { intent: "decline" });
    expect(answer.headers.get("Location")).toBe("/visits?done=declined");
    expect(await get(own, lead.actor)).toMatchObject({ status: 200, data: { visits: [] } });
  });

  it("sends who cannot come to their other visits, and gives words back that cannot be told", async () => {
    const { post, get, lead, head } = await aVisitWithPages({ state: "dated", ...DATED });
    const words = "x".repeat(501);
    expect(await post(step, lead.actor, { intent: "step-back", words })).toMatchObject({
      status: 422,
      data: { intent: "step-back", typed: { words }, problems: [{ field: "words" }] },
    });
    expect(await post(step, head, { intent: "step-back" })).toMatchObject({ status: 403 });
    const answer = await post(step, lead.actor, { intent: "step-back", words: "" });
    expect(answer.headers.get("Location")).toBe("/visits?done=stepped-back");
    expect(await get(today, lead.actor)).toMatchObject({ status: 404 });
  });

  it("gives back days and hours as typed, with what to put right at each", async () => {
    const over = { state: "accepted", hostAcceptedAt: new Date("2026-11-20T10:00:00Z") } as const;
    const { post, head } = await aVisitWithPages(over);
    const form = { intent: "propose-days", days: "6 2 2027", startsAt: "09:00", endsAt: "15:30" };
    expect(await post(step, head, form)).toMatchObject({
      status: 422,
      data: {
        intent: "propose-days",
        typed: { days: ["6 2 2027"] },
        problems: [{ field: "day-1" }],
      },
    });
  });

  it("gives back words that are too long for the others, and keeps the day", async () => {
    const { post, get, lead } = await aVisitWithPages({ state: "dated", ...DATED });
    const words = "x".repeat(501);
    expect(await post(step, lead.actor, { intent: "postpone", words })).toMatchObject({
      status: 422,
      data: { typed: { words }, problems: [{ field: "words" }] },
    });
    expect(await get(today, lead.actor)).toMatchObject({
      data: { view: { visitOn: "2027-02-04" } },
    });
  });

  it("answers a form it does not know with 400 and one that is not theirs with 403", async () => {
    const { post, coordinator } = await aVisitWithPages();
    expect(await post(step, coordinator, { intent: "fly" })).toMatchObject({ status: 400 });
    const form = { intent: "accept-as-host" };
    expect(await post(step, coordinator, form)).toMatchObject({ status: 403 });
  });

  it("answers what came too late with 409", async () => {
    const { post, head } = await aVisitWithPages({ state: "visited", ...DATED });
    const form = { intent: "cancel", words: "Too late." };
    expect(await post(step, head, form)).toMatchObject({ status: 409 });
  });
});

describe("other pages of visits", () => {
  it("give the day as a calendar file", async () => {
    const { get, second } = await aVisitWithPages({ state: "dated", ...DATED });
    const answer = await get(day, second.actor);
    expect(answer.headers.get("Content-Type")).toContain("text/calendar");
  });

  it("list visits for the school's own people only", async () => {
    const { get, coordinator, lead, visit } = await aVisitWithPages();
    expect(await get(ofSchool, coordinator)).toMatchObject({
      data: { visits: [{ id: visit.id }] },
    });
    expect(await get(ofSchool, lead.actor)).toMatchObject({ status: 404 });
  });

  it("give back a plan that is not whole, and show both texts where a colleague was quicker", async () => {
    const { post, head, coordinator } = await aVisitWithPages({ state: "dated", ...DATED });
    const mine = { intent: "agree", version: "1", focusReason: "Mine" };
    expect(await post(plan, head, mine)).toMatchObject({
      status: 422,
      data: { typed: { fields: { focusReason: "Mine" } }, problems: [{ field: "sections" }] },
    });
    const theirs = { intent: "save", version: "1", sections: "A", focusReason: "Theirs" };
    expect(await post(plan, coordinator, theirs)).toMatchObject({ status: 302 });
    expect(await post(plan, head, { ...mine, sections: "A" })).toMatchObject({
      status: 409,
      data: {
        typed: { fields: { focusReason: "Mine" } },
        theirs: { fields: { focusReason: "Theirs" }, version: 2 },
      },
    });
  });
});

describe("the visits of a school", () => {
  it("take a wish for a visit and its taking back, and give a line back that cannot stand", async () => {
    const { post, get, head, coordinator, round, organisation } = await aVisitWithPages({
      state: "cancelled",
    });
    const words = "x".repeat(301);
    const form = { intent: "ask", round: round.id, words };
    expect(await post(wish, head, form)).toMatchObject({
      status: 422,
      data: { typed: { round: round.id, words }, problems: [{ field: "words" }] },
    });
    const asked = await post(wish, coordinator, { ...form, words: "" });
    expect(asked.headers.get("Location")).toMatch(/\/visits\?done=asked$/);
    expect(await get(ofSchool, head)).toMatchObject({
      data: { wishes: { standing: [{ roundTitle: round.title }] } },
    });
    const back = { intent: "withdraw", organisation: organisation.id };
    const taken = await post(wish, head, back);
    expect(taken.headers.get("Location")).toMatch(/\/visits\?done=withdrawn$/);
    expect(await post(wish, head, { intent: "fly" })).toMatchObject({ status: 400 });
  });
});
