import { describe, expect, it } from "vitest";
import { action as work, loader as workPage } from "~/routes/organisations.$key.work";
import { loader as caughtMail } from "~/routes/dev.mails.$id";
import { loader as caughtMails } from "~/routes/dev.mails._index";
import { action as stop, loader as stopPage } from "~/routes/mails.stop";
import { addUnsubscribeToken, wantsDigest } from "~db/queries/mail-preferences";
import { insertCaughtMail } from "~db/queries/caught-mails";
import { mails } from "~db/schema";
import { hashSecret } from "~/services/mail/link-secret.server";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { anActor, aUser } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const SECRET = "secret-of-a-link";

async function aReader() {
  const app = await aTestApp();
  const { id: userId } = await aUser(app);
  const at = app.clock.now();
  const token = { hash: hashSecret(SECRET), userId, at, forgetBefore: new Date(0) };
  await app.db.transact((tx) => addUnsubscribeToken(tx, token));
  const press = (fields: Record<string, string>) =>
    askRoute(stop, app, aPost(`/mails/stop?key=${SECRET}`, fields));
  return { app, userId, press };
}

function oneClickParts(): FormData {
  const parts = new FormData();
  parts.set("List-Unsubscribe", "One-Click");
  return parts;
}

describe("the page that ends the weekly mail", () => {
  it("changes nothing when it is opened, however often", async () => {
    const { app, userId } = await aReader();
    for (const method of ["GET", "HEAD"]) {
      const request = aRequest(`/mails/stop?key=${SECRET}`, "", { method });
      const answer = await askRoute(stopPage, app, request);
      expect(answer).toMatchObject({ status: 200, data: { wishes: { digest: true } } });
    }
    expect(await wantsDigest(app.db.read, userId)).toBe(true);
  });

  it("ends it on a press, without signing in, and begins it again", async () => {
    const { app, userId, press } = await aReader();
    await press({ key: SECRET, digest: "stop" });
    expect(await wantsDigest(app.db.read, userId)).toBe(false);
    await press({ key: SECRET, digest: "start" });
    expect(await wantsDigest(app.db.read, userId)).toBe(true);
  });

  it.each([
    ["a form", new URLSearchParams({ "List-Unsubscribe": "One-Click" })],
    ["a form with parts", oneClickParts()],
  ])("ends it when a mail program posts %s to the address of the link", async (_kind, body) => {
    const { app, userId } = await aReader();
    const request = aRequest(`/mails/stop?key=${SECRET}`, "", { method: "POST", body });
    expect((await askRoute(stop, app, request)).status).toBe(200);
    expect(await wantsDigest(app.db.read, userId)).toBe(false);
  });

  it("takes no key but that of the address from a mail program, and no other word", async () => {
    const { app, userId } = await aReader();
    for (const [path, form] of [
      ["/mails/stop", { key: SECRET, "List-Unsubscribe": "One-Click" }],
      ["/mails/stop?key=guessed", { "List-Unsubscribe": "One-Click" }],
      [`/mails/stop?key=${SECRET}`, { "List-Unsubscribe": "Twice" }],
    ] as const) {
      await askRoute(stop, app, aPost(path, form));
    }
    const broken = {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data" },
      body: "x",
    };
    const answer = await askRoute(stop, app, aRequest(`/mails/stop?key=${SECRET}`, "", broken));
    expect(answer.status).toBe(400);
    expect(await wantsDigest(app.db.read, userId)).toBe(true);
  });

  it("says that a link is not known, and tells nothing of anybody", async () => {
    const { app, userId } = await aReader();
    for (const path of ["/mails/stop", "/mails/stop?key=guessed"]) {
      const answer = await askRoute(stopPage, app, aRequest(path));
      expect(answer.status).toBe(404);
      expect(answer.data).toMatchObject({ wishes: null });
    }
    const press = aPost("/mails/stop", { key: "guessed", digest: "stop" });
    expect(await askRoute(stop, app, press)).toMatchObject({ status: 200, data: null });
    expect(await wantsDigest(app.db.read, userId)).toBe(true);
  });

  it.each<Record<string, string>>([{ key: SECRET }, { key: SECRET, digest: "all" }])(
    "refuses %j",
    async (fields) => {
      const { app, userId, press } = await aReader();
      expect((await press(fields)).status).toBe(400);
      expect(await wantsDigest(app.db.read, userId)).toBe(true);
    },
  );
});

describe("mails kept here", () => {
  const SOURCE = "From: a\nTo: Jo <jo@x.example>\nSubject: Hello\n\nRead me\n";

  async function kept(config: { demo: boolean; production?: boolean; smtpUrl?: string }) {
    const app = await aTestApp({ config });
    const mail = { id: "m1", source: SOURCE, caughtAt: app.clock.now() };
    await app.db.transact((tx) => insertCaughtMail(tx, mail));
    const params = { id: "m1" };
    return {
      list: await askRoute(caughtMails, app, aRequest("/dev/mails")),
      one: await askRoute(caughtMail, app, { request: aRequest("/dev/mails/m1"), params }),
    };
  }

  it("can be read in a demonstration", async () => {
    const { list, one } = await kept({ demo: true });
    expect(list.data).toMatchObject([{ id: "m1", subject: "Hello", to: "Jo <jo@x.example>" }]);
    expect(one.data).toMatchObject({ subject: "Hello" });
  });

  it.each([
    { demo: false },
    { demo: true, production: true },
    { demo: true, smtpUrl: "smtp://mail.example.org" },
  ])("are not found with %j", async (config) => {
    const { list, one } = await kept(config);
    expect([list.status, one.status]).toEqual([404, 404]);
  });
});

describe("the manager's work page", () => {
  async function aBounce() {
    const app = await aTestApp();
    const organisation = await anOrganisation(app);
    const place = { organisationId: organisation.id };
    const manager = await anActor(app, { grants: [{ role: "manager", ...place }] });
    await app.db.transact(async (tx) => {
      await tx.insert(mails).values({
        id: "m1",
        template: "invitation",
        email: "jo@oakfold.example",
        name: "Jo Lane",
        state: "bounced",
        bounceCode: "550",
        ...place,
        queuedAt: app.clock.now(),
        settledAt: app.clock.now(),
      });
    });
    const cookie = await aSession(app, manager.userId);
    const path = `/organisations/${organisation.key}/work`;
    const params = { key: organisation.key };
    return {
      see: () => askRoute(workPage, app, { request: aRequest(path, cookie), params }),
      press: (fields: Record<string, string>) =>
        askRoute(work, app, { request: aPost(path, fields, cookie), params }),
    };
  }

  it("lists a mail that came back until somebody says that it is dealt with", async () => {
    const { see, press } = await aBounce();
    expect((await see()).data).toMatchObject({
      mails: { bounced: [{ id: "m1", email: "jo@oakfold.example", code: "550" }] },
    });
    expect((await press({ bounce: "m1" })).status).toBe(302);
    expect((await see()).data).toMatchObject({ mails: { bounced: [] } });
    expect((await press({ bounce: "m1" })).status).toBe(409);
  });

  it("does not know a mail that is none of the organisation's", async () => {
    const { press } = await aBounce();
    expect((await press({ bounce: "m2" })).status).toBe(404);
  });
});
