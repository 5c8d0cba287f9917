import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { argon2Passwords } from "~/auth/password.server";
import type { Actor } from "~/domain/policy/actor";
import { action as erase, loader as erasePage } from "~/routes/account.delete";
import { action as ask, loader as askPage } from "~/routes/account.my-data._index";
import { loader as file } from "~/routes/account.my-data.file";
import { action as save, loader as schedule } from "~/routes/organisations.$key.retention._index";
import {
  action as answer,
  loader as requests,
} from "~/routes/organisations.$key.retention.requests._index";
import { loader as subjectFile } from "~/routes/organisations.$key.retention.requests.file";
import { loader as privacy } from "~/routes/privacy";
import { action as choose, loader as choice } from "~/routes/schools.$urn.retention";
import { auditEntries, retentionChoices, retentionErasures, retentionSchedules } from "~db/schema";
import { aSigningSchool } from "~tests/integration/signing/signing-school";
import { aPost, aRequest, aSession, PASSWORD } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aResponse } from "~tests/support/factories/rounds";
import { askRoute } from "../auth/ask-route";

type Handler = (args: ActionFunctionArgs) => unknown;

async function aPlace() {
  const place = await aSigningSchool();
  const { app, owner, school } = place;
  const params = { key: owner.key, urn: school.urn };
  const manager = await anActor(app, {
    user: { name: "Ola Berg", passwordHash: await argon2Passwords.hash(PASSWORD) },
    grants: [{ role: "manager", organisationId: owner.id }],
  });
  const get = async (loader: Handler, as: Actor, path = "/") => {
    const request = aRequest(path, await aSession(app, as.userId));
    return askRoute(loader, app, { request, params });
  };
  const post = async (action: Handler, as: Actor, form: Record<string, string>) => {
    const request = aPost("/", form, await aSession(app, as.userId));
    return askRoute(action, app, { request, params });
  };
  return { ...place, manager, get, post };
}

const usual = { invitations: "6", mails: "6", bounces: "12", accounts: "12" };
const password = PASSWORD;

describe("the schedule's page", () => {
  it("is the managers' alone", async () => {
    const { get, post, manager, officer, head } = await aPlace();
    for (const page of [schedule, requests]) {
      expect(await get(page, manager)).toMatchObject({ status: 200 });
      expect(await get(page, officer)).toMatchObject({ status: 403 });
      expect(await get(page, head)).toMatchObject({ status: 404 });
    }
    expect(await post(save, officer, usual)).toMatchObject({ status: 403 });
    expect(await post(answer, head, {})).toMatchObject({ status: 404 });
  });

  it("gives back what was typed with a message at each field", async () => {
    const { post, manager } = await aPlace();
    expect(await post(save, manager, { ...usual, mails: "ninety" })).toMatchObject({
      status: 422,
      data: { typed: { mails: "ninety", accounts: "12" }, problems: [{ field: "mails" }] },
    });
    expect(await post(save, manager, {})).toMatchObject({ status: 422 });
  });

  it("shows what would go before anything is saved, and saves what was looked at", async () => {
    const { app, post, manager } = await aPlace();
    const form = { ...usual, mails: "3", version: "0" };
    const looked = await post(save, manager, form);
    expect(looked).toMatchObject({ status: 200, data: { preview: { seen: "6-3-12-12" } } });
    expect(await app.db.read.select().from(retentionSchedules)).toEqual([]);
    expect(await post(save, manager, { ...form, mails: "1", seen: "6-3-12-12" })).toMatchObject({
      status: 200,
      data: { preview: { seen: "6-1-12-12" } },
    });
    const saved = await post(save, manager, { ...form, seen: "6-3-12-12" });
    expect(saved).toMatchObject({ status: 302 });
    const [row] = await app.db.read.select().from(retentionSchedules);
    expect(row).toMatchObject({ startedAt: null, version: 1 });
    expect(row?.settings).toContain('"mails":3');
  });

  it("refuses a form made from older settings", async () => {
    const { post, manager } = await aPlace();
    const form = { ...usual, seen: "6-6-12-12", version: "0" };
    expect(await post(save, manager, form)).toMatchObject({ status: 302 });
    expect(await post(save, manager, form)).toMatchObject({ status: 409 });
    expect(await post(save, manager, { intent: "start" })).toMatchObject({ status: 409 });
  });

  it("lets deleting begin by its button", async () => {
    const { app, get, post, manager } = await aPlace();
    expect(await get(schedule, manager)).toMatchObject({
      data: { view: { startedAt: null, wouldGo: [{ due: 0 }, {}, {}, {}] } },
    });
    expect(await post(save, manager, { intent: "start", version: "0" })).toMatchObject({
      status: 302,
    });
    expect(await get(schedule, manager)).toMatchObject({ data: { view: { wouldGo: null } } });
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events).toContain("retention.started");
  });
});

describe("a school's own choice", () => {
  it("is the head's alone", async () => {
    const { get, head, senco, colleague, manager } = await aPlace();
    expect(await get(choice, head)).toMatchObject({ status: 200 });
    expect(await get(choice, senco)).toMatchObject({ status: 403 });
    expect(await get(choice, colleague)).toMatchObject({ status: 403 });
    expect(await get(choice, manager)).toMatchObject({ status: 403 });
  });

  it("says at the field what is wrong", async () => {
    const { post, head } = await aPlace();
    expect(await post(choose, head, {})).toMatchObject({
      status: 422,
      data: { problems: [{ field: "keep" }] },
    });
    const typed = { keep: "years", schoolYears: "99" };
    expect(await post(choose, head, typed)).toMatchObject({
      status: 422,
      data: { typed, problems: [{ field: "schoolYears" }] },
    });
  });

  it("shows what would go, then is kept", async () => {
    const { app, post, head, school, version } = await aPlace();
    await aResponse(app, { schoolId: school.id, versionId: version.id });
    const form = { keep: "years", schoolYears: "2", version: "0" };
    expect(await post(choose, head, form)).toMatchObject({
      status: 200,
      data: { preview: { seen: "2", reviews: [{ goesOn: "2029-09-01", told: false }] } },
    });
    expect(await app.db.read.select().from(retentionChoices)).toEqual([]);
    expect(await post(choose, head, { ...form, seen: "2" })).toMatchObject({ status: 302 });
    expect(await app.db.read.select().from(retentionChoices)).toMatchObject([{ schoolYears: 2 }]);
    const keep = { keep: "for-good", version: "1" };
    expect(await post(choose, head, keep)).toMatchObject({ status: 302 });
  });
});

type Ready = { data: { copyKey: string } };
const isReady = (answered: unknown): answered is Ready =>
  typeof answered === "object" && answered !== null && "data" in answered;

describe("a copy of one's data", () => {
  it("asks who it is, then gives two files that no one keeps", async () => {
    const { get, post, colleague } = await aPlace();
    expect(await get(askPage, colleague)).toMatchObject({
      status: 200,
      data: { ways: { password: true } },
    });
    expect(await post(ask, colleague, { password: "" })).toMatchObject({ status: 422 });
    expect(await post(ask, colleague, { password: "wrong" })).toMatchObject({
      status: 422,
      data: { errors: { password: expect.stringContaining("does not match") as string } },
    });
    const made = await post(ask, colleague, { password });
    const key = isReady(made) ? made.data.copyKey : "";
    for (const format of ["html", "json"]) {
      const answered = await get(file, colleague, `/file?format=${format}&key=${key}`);
      expect(answered.status).toBe(200);
      expect(answered.headers.get("Cache-Control")).toBe("no-store");
      expect(answered.headers.get("Content-Disposition")).toContain(`.${format}"`);
    }
    expect(await get(file, colleague, "/file")).toMatchObject({ status: 404 });
  });
});

describe("erasing one's account", () => {
  it("says first what happens, and why a last head has to wait", async () => {
    const { get, post, head, school } = await aPlace();
    expect(await get(erasePage, head)).toMatchObject({ data: { lastKeeperOf: [school.name] } });
    expect(await post(erase, head, { sure: "yes", password })).toMatchObject({ status: 422 });
  });

  it("needs the box and the password, then signs out", async () => {
    const { app, post, colleague } = await aPlace();
    expect(await post(erase, colleague, { password })).toMatchObject({
      status: 422,
      data: { errors: { sure: "Tick the box once you have read both lists" } },
    });
    expect(await post(erase, colleague, { sure: "yes", password: "no" })).toMatchObject({
      status: 422,
      data: { sure: true },
    });
    const done = await post(erase, colleague, { sure: "yes", password });
    expect(done.headers.get("Location")).toBe("/privacy?erased=1");
    expect(done.headers.get("Set-Cookie")).toContain("Max-Age=0");
    expect(await app.db.read.select().from(retentionErasures)).toHaveLength(1);
  });
});

describe("answering someone who asked", () => {
  it("finds them, asks how they asked and who answers, and gives the file", async () => {
    const { get, post, manager, colleague, officer, owner } = await aPlace();
    const who = { email: colleague.email, userId: colleague.userId };
    expect(await post(answer, manager, { intent: "find", email: "no@one.example" })).toMatchObject({
      status: 422,
      data: { email: "no@one.example", problems: [{ field: "email" }] },
    });
    expect(await post(answer, manager, { intent: "find", ...who })).toMatchObject({
      status: 200,
      data: { found: { userId: colleague.userId, mayErase: false } },
    });
    expect(await post(answer, manager, { intent: "give", ...who, asked: "soon" })).toMatchObject({
      status: 422,
      data: { asked: "soon", problems: [{ field: "how" }, { field: "asked" }] },
    });
    const form = { intent: "give", ...who, how: "letter", asked: "20 November 2026", password };
    const made = await post(answer, manager, form);
    const key = isReady(made) ? made.data.copyKey : "";
    const path = `/organisations/${owner.key}/retention/requests/file?format=json&key=${key}`;
    expect(await get(subjectFile, manager, path)).toMatchObject({ status: 200 });
    expect(await get(subjectFile, officer, path)).toMatchObject({ status: 403 });
    expect(await post(answer, manager, { ...form, intent: "erase" })).toMatchObject({
      status: 403,
    });
  });
});

describe("the privacy page", () => {
  it("prints whom to ask and what an organisation set", async () => {
    const { get, post, manager, owner } = await aPlace();
    await post(save, manager, { ...usual, mails: "3", seen: "6-3-12-12", version: "0" });
    expect(await get(privacy, manager)).toMatchObject({
      status: 200,
      data: {
        erased: false,
        view: {
          organisations: [
            { name: owner.name, contactEmail: owner.contactEmail, settings: { mails: 3 } },
          ],
        },
      },
    });
  });
});
