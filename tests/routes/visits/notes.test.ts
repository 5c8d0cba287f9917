import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { PERSON_HEADER } from "~/domain/visit/kept-pages";
import { action as file } from "~/routes/visits.$visit.file";
import { action as post, loader as notes } from "~/routes/visits.$visit.notes._index";
import { action as jottings } from "~/routes/visits.$visit.notes.jottings";
import { viewFiling } from "~/services/visits/file-notes.server";
import { viewNotes } from "~/services/visits/view-notes.server";
import { insertActivityOnce } from "~db/queries/visit-notes";
import { visits } from "~db/schema";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

async function aDay() {
  const app = await aTestApp({ ids: "real" });
  const world = await aVisit(app, { state: "planned", visitOn: "2026-11-24" });
  const visit = world.visit.id;
  const line = {
    ...{ id: app.newId(), visitId: visit, kind: "lesson" as const, title: "Year 4" },
    ...{ withWhom: "", place: "", startsAt: "09:10", endsAt: "10:00", version: 1 },
    addedBy: world.head.userId,
  };
  await app.db.transact((tx) => insertActivityOnce(tx, line));
  const send = async (
    route: Parameters<typeof askRoute>[0],
    by: Actor,
    fields: Record<string, string>,
  ) => {
    const request = aPost(`/visits/${visit}/notes`, fields, await aSession(app, by.userId));
    return askRoute(route, app, { request, params: { visit } });
  };
  const fields = (over: Record<string, string> = {}) => ({
    ...{ intent: "keep", note: app.newId(), delivery: app.newId(), line: line.id, base: "0" },
    ...{ kind: "saw", text: "Word mats" },
    ...over,
  });
  const own = () => viewNotes(app, world.lead.actor, { visitId: visit });
  return { app, ...world, visitId: visit, line, send, fields, own };
}

describe("the notes page", () => {
  it("says whose it is, so that it may be kept for that person, and of a visit that is over says nothing", async () => {
    const { app, lead, visitId } = await aDay();
    const cookie = await aSession(app, lead.actor.userId);
    const request = () => aRequest(`/visits/${visitId}/notes`, cookie);
    const ask = () => askRoute(notes, app, { request: request(), params: { visit: visitId } });
    expect((await ask()).headers.get(PERSON_HEADER)).toBe(lead.actor.userId);
    await app.db.transact(async (tx) => {
      await tx.update(visits).set({ state: "closed" });
    });
    expect((await ask()).headers.get(PERSON_HEADER)).toBeNull();
  });

  it("keeps a note from a form and goes back to its line", async () => {
    const { lead, line, send, fields, own, visitId } = await aDay();
    const answer = await send(post, lead.actor, fields());
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/visits/${visitId}/notes?line=${line.id}`);
    expect((await own()).notes).toMatchObject([{ text: "Word mats" }]);
  });

  it.each([
    [{ text: " " }, 422],
    [{ text: "About P000000000001" }, 422],
    [{ kind: "" }, 422],
    [{ line: "no such line" }, 422],
  ])("gives back what it does not take: %o", async (over, status) => {
    const { lead, send, fields, own } = await aDay();
    const answer = await send(post, lead.actor, fields(over));
    expect(answer.status).toBe(status);
    expect((await own()).notes).toEqual([]);
  });

  it("answers a change of an older version with both texts", async () => {
    const { app, lead, send, fields, own } = await aDay();
    const first = fields();
    await send(post, lead.actor, first);
    const later = { ...first, delivery: app.newId(), base: "0", text: "Other words" };
    const answer = await send(post, lead.actor, later);
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer)).toContain("Word mats");
    expect((await own()).notes).toMatchObject([{ text: "Word mats" }]);
  });

  it("is not for the host", async () => {
    const { head, send, fields } = await aDay();
    expect((await send(post, head, fields())).status).toBe(403);
  });
});

describe("jottings from a device", () => {
  it("are taken from their author only", async () => {
    const { lead, second, send, own } = await aDay();
    const jotted = { intent: "jottings", text: "Ask", version: "0", person: lead.actor.userId };
    expect((await send(jottings, second.actor, jotted)).status).toBe(403);
    expect((await send(jottings, lead.actor, jotted)).status).toBe(200);
    expect((await own()).jottings).toEqual({ text: "Ask", version: 1 });
  });

  it("that cannot be read are refused", async () => {
    const { lead, send } = await aDay();
    expect((await send(jottings, lead.actor, { intent: "jottings" })).status).toBe(422);
  });
});

describe("filing by a form", () => {
  it("files, takes back, and refuses what the visit does not look at", async () => {
    const { app, lead, send, fields, visitId } = await aDay();
    const kept = fields();
    await send(post, lead.actor, kept);
    const to = (where: string) => send(file, lead.actor, { note: kept.note, to: where });
    const filed = async () => (await viewFiling(app, lead.actor, { visitId })).notes[0]?.filedTo;
    expect((await to("H9")).status).toBe(422);
    expect((await to("not-for-record")).status).toBe(302);
    expect(await filed()).toBe("not-for-record");
    expect((await to("nowhere")).status).toBe(302);
    expect(await filed()).toBeNull();
  });
});
