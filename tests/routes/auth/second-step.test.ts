import { describe, expect, it } from "vitest";
import { getActor, getSession } from "~/auth/session.server";
import { action as setUpOwn, loader as ownPage } from "~/routes/account.authenticator";
import { loader as account } from "~/routes/account._index";
import { action as extend, loader as sessionEnd } from "~/routes/account.session";
import { action as endSessions } from "~/routes/account.sessions";
import { loader as organisationPage } from "~/routes/organisations.$key._index";
import {
  action as resetColleague,
  loader as colleague,
} from "~/routes/people.$person.second-factor";
import { action as signIn } from "~/routes/sign-in";
import { action as signOut } from "~/routes/sign-out";
import { action as setUp, loader as setUpPage } from "~/routes/sign-in_.authenticator";
import { action as giveCode, loader as codePage } from "~/routes/sign-in_.code";
import { auditEntries } from "~db/schema";
import {
  aContext,
  anAccount,
  aPost,
  aRequest,
  aSession,
  cookieOf,
  PASSWORD,
} from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { anAuthenticator, codeOf } from "~tests/support/second-factors";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { askRoute, type Answer } from "./ask-route";

const EMAIL = "priya.shah@marsh-lane.example";
const NEXT = "/schools/118234/actions?term=4";
const setCookieOf = (answer: Answer) => cookieOf(answer.headers.get("Set-Cookie"));
const placeOf = (answer: Answer) => answer.headers.get("Location");
const actorOf = (app: TestApp, cookie: string) => getActor(aRequest("/", cookie), aContext(app));

/** A person with an app, who has given the password. */
async function halfway({ next = "" } = {}) {
  const app = await aTestApp();
  const { userId } = await anAccount(app);
  const codes = await anAuthenticator(app, userId);
  const fields = { email: EMAIL, password: PASSWORD, next };
  const answer = await askRoute(signIn, app, aPost("/sign-in", fields));
  const cookie = setCookieOf(answer);
  const give = (given: Record<string, string>, of = cookie) =>
    askRoute(giveCode, app, aPost("/sign-in/code", given, of));
  return { app, userId, codes, answer, cookie, give };
}

describe("signing in with an authenticator app", () => {
  it("asks for a code after the password, and opens nothing before it", async () => {
    const { app, answer, cookie } = await halfway({ next: NEXT });
    expect(placeOf(answer)).toBe(`/sign-in/code?${new URLSearchParams({ next: NEXT }).toString()}`);
    expect(cookie).toMatch(/^second-step=/);
    expect(await actorOf(app, cookie)).toBeNull();
    for (const [path, loader] of [
      ["/account", account],
      ["/account/authenticator", ownPage],
    ] as const) {
      const refused = await askRoute(loader, app, aRequest(path, cookie));
      expect(placeOf(refused)).toMatch(/^\/sign-in/);
    }
  });

  it("starts a session with the code and goes to the page that was asked for", async () => {
    const { app, userId, give } = await halfway();
    const done = await give({ code: await codeOf(app, userId), next: NEXT });
    expect(placeOf(done)).toBe(NEXT);
    const session = await getSession(aRequest("/", setCookieOf(done)), aContext(app));
    expect(session).toMatchObject({ userId, secondFactor: true });
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/sign-out"])(
    "goes home instead of to %s (open redirect)",
    async (next) => {
      const { app, userId, answer, give } = await halfway({ next });
      expect(placeOf(answer)).toBe("/sign-in/code");
      const done = await give({ code: await codeOf(app, userId), next });
      expect(placeOf(done)).toBe("/");
    },
  );

  it("gives a new session to a browser that came with one (session fixation)", async () => {
    const { app, userId, cookie, give } = await halfway();
    const planted = await aSession(app, userId);
    const done = await give({ code: await codeOf(app, userId) }, `${planted}; ${cookie}`);
    expect(setCookieOf(done)).toMatch(/^session=/);
    expect(setCookieOf(done)).not.toBe(planted);
    expect(await actorOf(app, planted)).toBeNull();
  });

  it("takes the half-session once: a second code in it leads nowhere (replay)", async () => {
    const { app, userId, codes, give } = await halfway();
    await give({ code: await codeOf(app, userId) });
    const again = await give({ kind: "recovery-code", code: codes[0] ?? "" });
    expect(placeOf(again)).toBe("/sign-in?late=1");
    expect(again.headers.has("Set-Cookie")).toBe(false);
  });

  it("says what to do about a wrong code, and to wait after five (brute force)", async () => {
    const { app, userId, give } = await halfway();
    for (let n = 0; n < 5; n += 1) {
      expect(await give({ code: "000000" })).toMatchObject({
        status: 422,
        data: { problem: expect.stringMatching(/Wait for the next one/) as string },
      });
    }
    const answer = await give({ code: await codeOf(app, userId) });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toBe("600");
    expect(answer.headers.has("Set-Cookie")).toBe(false);
  });

  const unreadable: Record<string, string>[] = [{}, { code: "" }, { code: "x".repeat(101) }];
  it.each(unreadable)("answers %j with 422", async (fields) => {
    const { give } = await halfway();
    expect(await give(fields)).toMatchObject({ status: 422, data: { problem: "Enter the code" } });
  });

  it("takes a recovery code, and shows where to set the app up again", async () => {
    const { app, codes, give } = await halfway();
    const done = await give({ kind: "recovery-code", code: codes[0] ?? "" });
    expect(placeOf(done)).toBe("/account/authenticator?recovered=1");
    expect(await actorOf(app, setCookieOf(done))).not.toBeNull();
  });

  it("sends a browser without a half-session back to the password", async () => {
    const app = await aTestApp();
    const open = await askRoute(codePage, app, aRequest("/sign-in/code"));
    const post = await askRoute(giveCode, app, aPost("/sign-in/code", { code: "123456" }));
    expect([placeOf(open), placeOf(post)]).toEqual(["/sign-in?late=1", "/sign-in?late=1"]);
  });

  it("is not gone round by the page that sets an app up", async () => {
    const { app, userId, cookie } = await halfway();
    const page = await askRoute(setUpPage, app, aRequest("/sign-in/authenticator", cookie));
    expect(placeOf(page)).toBe("/sign-in/code");
    const post = (fields: Record<string, string>) =>
      askRoute(setUp, app, aPost("/sign-in/authenticator", fields, cookie));
    await post({ intent: "start" });
    expect((await post({ intent: "confirm", code: await codeOf(app, userId) })).status).toBe(422);
    expect(placeOf(await post({ intent: "finish" }))).toBe("/sign-in?late=1");
  });
});

async function anOfficer({ demonstration = false } = {}) {
  const app = await aTestApp();
  const { userId } = await anAccount(app);
  const organisation = await anOrganisation(app, { demonstration });
  await aGrant(app, { userId, role: "officer", organisationId: organisation.id });
  const answer = await askRoute(
    signIn,
    app,
    aPost("/sign-in", { email: EMAIL, password: PASSWORD, next: NEXT }),
  );
  return { app, userId, organisation, answer, cookie: setCookieOf(answer) };
}

describe("an officer without an authenticator app", () => {
  it("sets one up before anything else, sees ten codes once, then goes on", async () => {
    const { app, userId, answer, cookie } = await anOfficer();
    expect(placeOf(answer)).toMatch(/^\/sign-in\/authenticator\?next=/);
    const post = (fields: Record<string, string>) =>
      askRoute(setUp, app, aPost("/sign-in/authenticator", fields, cookie));
    await post({ intent: "start" });
    const page = await askRoute(setUpPage, app, aRequest("/sign-in/authenticator", cookie));
    expect(page.data).toMatchObject({
      done: false,
      enrolment: { secret: expect.any(String) as string },
    });
    const confirmed = await post({ intent: "confirm", code: await codeOf(app, userId) });
    expect(confirmed.data).toMatchObject({ codes: { length: 10 } });
    expect(confirmed.headers.has("Set-Cookie")).toBe(false);
    const after = await askRoute(setUpPage, app, aRequest("/sign-in/authenticator", cookie));
    expect(after.data).toMatchObject({ done: true, enrolment: null });
    const done = await post({ intent: "finish", next: NEXT });
    expect(placeOf(done)).toBe(NEXT);
    expect((await actorOf(app, setCookieOf(done)))?.grants).toHaveLength(1);
    expect(placeOf(await post({ intent: "finish" }))).toBe("/sign-in?late=1");
  });

  it("does not get in by saying that it is done", async () => {
    const { app, cookie } = await anOfficer();
    const finish = aPost("/sign-in/authenticator", { intent: "finish" }, cookie);
    const answer = await askRoute(setUp, app, finish);
    expect(placeOf(answer)).toBe("/sign-in?late=1");
    expect(answer.headers.has("Set-Cookie")).toBe(false);
  });

  it("of the demonstration signs in with the password alone", async () => {
    const { app, answer, cookie } = await anOfficer({ demonstration: true });
    expect(placeOf(answer)).toBe(NEXT);
    expect((await actorOf(app, cookie))?.grants).toHaveLength(1);
  });

  it("in a session from before the role is sent to set one up, and sees nothing till then", async () => {
    const { app, userId, organisation } = await anOfficer();
    const cookie = await aSession(app, userId, { secondFactor: false });
    const asked = aRequest(`/organisations/${organisation.key}`, cookie);
    const answer = await askRoute(organisationPage, app, {
      request: asked,
      params: { key: organisation.key },
    });
    expect(placeOf(answer)).toBe("/account/authenticator?needed=1");
    const page = await askRoute(ownPage, app, aRequest("/account/authenticator?needed=1", cookie));
    expect(page.data).toMatchObject({ owesSecondFactor: true, since: null, required: true });
  });
});

describe("the page of one's authenticator app", () => {
  async function signedIn() {
    const app = await aTestApp();
    const { userId } = await anAccount(app);
    const cookie = await aSession(app, userId, { secondFactor: false });
    const post = (fields: Record<string, string>) =>
      askRoute(setUpOwn, app, aPost("/account/authenticator", fields, cookie));
    return { app, userId, cookie, post };
  }

  it("starts with the password, then shows the codes with the first code of the app", async () => {
    const { app, userId, cookie, post } = await signedIn();
    expect(placeOf(await post({ intent: "start", password: PASSWORD }))).toBe(
      "/account/authenticator",
    );
    const done = await post({ intent: "confirm", code: await codeOf(app, userId) });
    expect(done.data).toMatchObject({ codes: { length: 10 }, problem: null });
    const page = await askRoute(ownPage, app, aRequest("/account/authenticator", cookie));
    expect(page.data).toMatchObject({ codesLeft: 10, enrolment: null });
    expect(JSON.stringify(page.data)).not.toMatch(/[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}"/);
  });

  it.each([
    [{ intent: "start", password: "" }, "start"],
    [{ intent: "renew", password: "other" }, "renew"],
    [{ intent: "remove", password: "other" }, "remove"],
    [{ intent: "confirm", code: "000000" }, "code"],
    [{}, "start"],
  ])("answers %j with 422 at the field", async (fields, field) => {
    const { post } = await signedIn();
    const answer = await post(fields);
    expect(answer).toMatchObject({ status: 422, data: { codes: null, problem: { field } } });
  });
});

describe("sessions", () => {
  async function signedIn() {
    const app = await aTestApp();
    const { userId } = await anAccount(app);
    const [cookie, other] = [await aSession(app, userId), await aSession(app, userId)];
    const idOf = async (of: string) =>
      (await getSession(aRequest("/", of), aContext(app)))?.id ?? "";
    return { app, userId, cookie, other, idOf };
  }

  it("are listed on the account page, and one is ended from there", async () => {
    const { app, cookie, other, idOf } = await signedIn();
    const page = await askRoute(account, app, aRequest("/account", cookie));
    expect(page.data).toMatchObject({
      view: { sessions: [{ isThis: true }, { isThis: false }] },
    });
    const post = aPost("/account/sessions", { session: await idOf(other) }, cookie);
    expect(placeOf(await askRoute(endSessions, app, post))).toBe("/account?ended=1");
    expect(await actorOf(app, other)).toBeNull();
    expect(await actorOf(app, cookie)).not.toBeNull();
  });

  it("all end at once, and the cookie goes", async () => {
    const { app, cookie, other } = await signedIn();
    const answer = await askRoute(endSessions, app, aPost("/account/sessions", {}, cookie));
    expect(placeOf(answer)).toBe("/sign-in?everywhere=1");
    expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
    expect([await actorOf(app, cookie), await actorOf(app, other)]).toEqual([null, null]);
  });

  it("say when they end, stay on when asked, and go back to our own pages only", async () => {
    const { app, cookie } = await signedIn();
    app.clock.advance({ hours: 11, minutes: 57 });
    const end = await askRoute(sessionEnd, app, aRequest("/account/session", cookie));
    expect(end.data).toMatchObject({ end: { endsIn: 180_000 } });
    const stay = (back: string) =>
      askRoute(extend, app, aPost("/account/session", { back }, cookie));
    expect((await stay("")).data).toMatchObject({ end: { endsIn: 12 * 3_600_000 } });
    expect(placeOf(await stay("/help"))).toBe("/help");
    expect(placeOf(await stay("//evil.example"))).toBeNull();
    const nobody = await askRoute(sessionEnd, app, aRequest("/account/session"));
    expect(nobody.data).toEqual({ end: null });
  });

  it("write down that their person signed out", async () => {
    const { app, userId, cookie } = await signedIn();
    await askRoute(signOut, app, aPost("/sign-out", {}, cookie));
    const rows = await app.db.read.select().from(auditEntries);
    expect(rows).toMatchObject([{ event: "account.signed-out", actorId: userId }]);
  });
});

describe("the page for someone who lost the app", () => {
  it("is the head's, takes the password, and is not found by anyone else", async () => {
    const app = await aTestApp();
    const { userId } = await anAccount(app);
    const head = await anAccount(app, { email: "head@marsh-lane.example" });
    const { id: schoolId } = await aSchool(app);
    await aGrant(app, { userId, role: "contributor", schoolId });
    await aGrant(app, { userId: head.userId, role: "head", schoolId });
    await anAuthenticator(app, userId);
    const params = { person: userId };
    const path = `/people/${userId}/second-factor`;
    const cookie = await aSession(app, head.userId);
    const page = await askRoute(colleague, app, { request: aRequest(path, cookie), params });
    expect(page.data).toMatchObject({ name: "Priya Shah", hasSecondFactor: true });
    const post = (password: string) =>
      askRoute(resetColleague, app, { request: aPost(path, { password }, cookie), params });
    expect((await post("")).status).toBe(422);
    expect((await post("other")).status).toBe(422);
    expect(placeOf(await post(PASSWORD))).toBe(`${path}?reset=1`);
    const stranger = await anAccount(app, { email: "tom@quarry-hill.example" });
    const theirs = aRequest(path, await aSession(app, stranger.userId));
    expect((await askRoute(colleague, app, { request: theirs, params })).status).toBe(404);
  });
});
