import { describe, expect, it } from "vitest";
import { getActor } from "~/auth/session.server";
import { loader as page } from "~/routes/sign-in_.with.$provider";
import { loader as signInPage } from "~/routes/sign-in";
import { loader as notConnected } from "~/routes/sign-in_.not-connected";
import { auditEntries, identities, sessions, singleSignOnFlows } from "~db/schema";
import { aContext, anAccount, aRequest, aSession } from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aProviderBrowser } from "~tests/support/oidc-provider/provider-browser";
import { anAuthenticator } from "~tests/support/second-factors";
import type { TestApp } from "~tests/support/test-app";
import { askRoute } from "./ask-route";
import {
  aConnection,
  aLocalProvider,
  comeBack,
  cookiesOf,
  placeOf,
  press,
  refreshOf,
  signInBy,
} from "./single-sign-on-flow";

const local = aLocalProvider();
const actorOf = (app: TestApp, cookie: string) => getActor(aRequest("/", cookie), aContext(app));
const problem = (why: string) => ({ data: expect.objectContaining({ problem: why }) as unknown });

/** Priya, whose account at the provider is connected. */
async function connected(...settings: Parameters<typeof local.app>) {
  const app = await local.app(...settings);
  const { userId } = await anAccount(app);
  await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
  return { app, userId };
}

describe("the page to sign in", () => {
  it("offers what is set, and says nothing where nothing is", async () => {
    const app = await local.app();
    const { data } = await askRoute(signInPage, app, aRequest("/sign-in"));
    expect(data).toMatchObject({ providers: [{ key: "generic", name: "County login" }] });
    const bare = { ...app, config: { ...app.config, oidc: [] } };
    const { data: without } = await askRoute(signInPage, bare, aRequest("/sign-in"));
    expect(without).toMatchObject({ providers: [] });
  });
});

describe("signing in by a connected account", () => {
  it("opens a session and goes on to the page asked for", async () => {
    const { app, userId } = await connected();
    const next = "/schools/118234/actions?term=4";
    const { answer } = await signInBy(app, { account: "priya", fields: { next } });
    expect(answer.status).toBe(302);
    expect(placeOf(answer)).toBe(next);
    expect(await actorOf(app, cookiesOf(answer))).toMatchObject({ userId });
    const events = await app.db.read.select().from(auditEntries);
    expect(events.map(({ event }) => event)).toEqual(["account.signed-in"]);
  });

  it("asks whoever has an authenticator app for its code", async () => {
    const { app, userId } = await connected();
    await anAuthenticator(app, userId);
    const { answer } = await signInBy(app, { account: "priya" });
    expect(placeOf(answer)).toBe("/sign-in/code");
    expect(await actorOf(app, cookiesOf(answer))).toBeNull();
  });

  it("has an officer set an app up, whatever the provider says of a second factor", async () => {
    const app = await local.app();
    const { userId } = await anAccount(app);
    const { id: organisationId } = await anOrganisation(app);
    await aGrant(app, { userId, role: "officer", organisationId });
    await aConnection(app, { userId, issuer: local.issuer(), subject: "second" });
    const { answer } = await signInBy(app, { account: "second" });
    expect(placeOf(answer)).toBe("/sign-in/authenticator");
  });

  it("takes the provider's second factor where a setting says that it counts", async () => {
    const app = await local.app({ secondFactor: ["mfa"] });
    const { userId } = await anAccount(app);
    const { id: organisationId } = await anOrganisation(app);
    await aGrant(app, { userId, role: "officer", organisationId });
    await aConnection(app, { userId, issuer: local.issuer(), subject: "second" });
    const { answer } = await signInBy(app, { account: "second" });
    expect(placeOf(answer)).toBe("/");
    const actor = await actorOf(app, cookiesOf(answer));
    expect(actor?.grants.map(({ role }) => role)).toEqual(["officer"]);
  });

  it("refuses an account that is closed here", async () => {
    const app = await local.app();
    const { userId } = await anAccount(app, { disabled: true });
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    const { answer } = await signInBy(app, { account: "priya" });
    expect(answer).toMatchObject({ status: 403, ...problem("closed") });
    expect(await app.db.read.select().from(sessions)).toEqual([]);
  });
});

describe("an account that is nobody's here", () => {
  it("with the e-mail address of somebody here is not let in: an address is no link", async () => {
    const app = await local.app();
    await anAccount(app);
    const { answer } = await signInBy(app, { account: "same-address" });
    expect(placeOf(answer)).toBe("/sign-in/not-connected");
    expect(await actorOf(app, cookiesOf(answer))).toBeNull();
    expect(await app.db.read.select().from(identities)).toEqual([]);
    expect(await app.db.read.select().from(sessions)).toEqual([]);
  });

  it("is told so, by its own name, for 15 minutes", async () => {
    const app = await local.app();
    const { answer } = await signInBy(app, { account: "omar" });
    const ask = () =>
      askRoute(notConnected, app, aRequest("/sign-in/not-connected", cookiesOf(answer)));
    const waiting = { name: "County login", label: "omar@provider.example" };
    expect((await ask()).data).toEqual({ waiting });
    app.clock.advance({ minutes: 15 });
    expect((await ask()).data).toEqual({ waiting: null });
  });
});

describe("a way through a provider", () => {
  it("begins by a button only: fetching its address beforehand does nothing", async () => {
    const { app } = await connected();
    for (const method of ["GET", "HEAD"]) {
      const request = aRequest("/sign-in/with/generic", "", { method });
      const answer = await askRoute(page, app, { request, params: { provider: "generic" } });
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.headers.get("Refresh")).toBeNull();
      expect(answer.headers.get("Set-Cookie")).toBeNull();
    }
    expect(await app.db.read.select().from(singleSignOnFlows)).toEqual([]);
  });

  it("asks with state, nonce and PKCE, of which the database holds none readable", async () => {
    const { app } = await connected();
    const begun = await press(app);
    const asked = new URL(refreshOf(begun)).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("redirect_uri")).toBe("http://127.0.0.1:3000/sign-in/with/generic/back");
    const stored = JSON.stringify(await app.db.read.select().from(singleSignOnFlows));
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(asked.get(name)?.length).toBeGreaterThan(40);
      expect(stored).not.toContain(asked.get(name));
    }
    expect(stored).not.toContain(cookiesOf(begun).split("=")[1]);
  });

  it("is ended by coming back: the same state again is refused", async () => {
    const { app } = await connected();
    const { url, trip, answer } = await signInBy(app, { account: "priya" });
    expect(answer.status).toBe(302);
    const again = await comeBack(app, { url, cookie: trip });
    expect(again).toMatchObject({ status: 410, ...problem("expired") });
    expect(await app.db.read.select().from(sessions)).toHaveLength(1);
  });

  it("is ended also where it came to nothing", async () => {
    const { app } = await connected();
    const begun = await press(app);
    const cookie = cookiesOf(begun);
    const url = await aProviderBrowser().signIn(refreshOf(begun), "priya");
    const spoilt = new URL(url);
    spoilt.searchParams.set("code", "another");
    expect(await comeBack(app, { url: spoilt, cookie })).toMatchObject(problem("untrusted"));
    expect(await comeBack(app, { url, cookie })).toMatchObject(problem("expired"));
  });

  it("lasts 10 minutes", async () => {
    const { app } = await connected();
    const begun = await press(app);
    const url = await aProviderBrowser().signIn(refreshOf(begun), "priya");
    app.clock.advance({ minutes: 10 });
    const answer = await comeBack(app, { url, cookie: cookiesOf(begun) });
    expect(answer).toMatchObject(problem("expired"));
  });

  it("belongs to the browser that began it: a code from another browser is not taken", async () => {
    const { app } = await connected();
    const attacker = await press(app);
    const url = await aProviderBrowser().signIn(refreshOf(attacker), "priya");
    const victim = cookiesOf(await press(app));
    for (const cookie of ["", victim]) {
      const answer = await comeBack(app, { url, cookie });
      expect(answer).toMatchObject({ status: 410, ...problem("expired") });
      expect(answer.headers.getSetCookie().join()).not.toContain("session=");
    }
    expect(await app.db.read.select().from(sessions)).toEqual([]);
  });

  it("takes no code that was given for another way, by PKCE and nonce", async () => {
    const { app } = await connected();
    const mine = await press(app);
    const other = await press(app);
    const url = await aProviderBrowser().signIn(refreshOf(other), "priya");
    url.searchParams.set("state", new URL(refreshOf(mine)).searchParams.get("state") ?? "");
    const answer = await comeBack(app, { url, cookie: cookiesOf(mine) });
    expect(answer).toMatchObject({ status: 403, ...problem("untrusted") });
  });

  it("takes no token with another nonce", async () => {
    const { app } = await connected();
    const begun = await press(app);
    const asked = new URL(refreshOf(begun));
    asked.searchParams.set("nonce", "one-that-was-seen-elsewhere");
    const url = await aProviderBrowser().signIn(asked.href, "priya");
    const answer = await comeBack(app, { url, cookie: cookiesOf(begun) });
    expect(answer).toMatchObject({ status: 403, ...problem("untrusted") });
  });

  it("takes no answer of another issuer, nor at another provider's address", async () => {
    const app = await local.app({}, { key: "google", name: "Google" });
    const begun = await press(app);
    const cookie = cookiesOf(begun);
    const url = await aProviderBrowser().signIn(refreshOf(begun), "priya");
    const elsewhere = await comeBack(app, { url, cookie, provider: "google" });
    expect(elsewhere).toMatchObject(problem("expired"));
    const mixed = new URL(url);
    mixed.searchParams.set("iss", "https://other.example");
    expect(await comeBack(app, { url: mixed, cookie })).toMatchObject(problem("untrusted"));
  });

  it("is not used up by a program that only looks", async () => {
    const { app } = await connected();
    const begun = await press(app);
    const cookie = cookiesOf(begun);
    const url = await aProviderBrowser().signIn(refreshOf(begun), "priya");
    expect(await comeBack(app, { url, cookie, method: "HEAD" })).toMatchObject({ status: 410 });
    expect(await comeBack(app, { url, cookie })).toMatchObject({ status: 302 });
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/sign-in",
    "javascript:1",
  ])("leads to no other site and in no circle: %s", async (next) => {
    const { app } = await connected();
    const { answer } = await signInBy(app, { account: "priya", fields: { next } });
    expect(placeOf(answer)).toBe("/");
  });

  it("makes a new session, and ends one that was planted before", async () => {
    const { app, userId } = await connected();
    const planted = await aSession(app, userId);
    const { answer } = await signInBy(app, { account: "priya", cookie: planted });
    expect(cookiesOf(answer)).not.toContain(planted.split("=")[1]);
    expect(await actorOf(app, planted)).toBeNull();
    expect(await actorOf(app, cookiesOf(answer))).toMatchObject({ userId });
  });

  it("says so plainly where the person went back", async () => {
    const { app } = await connected();
    const begun = await press(app);
    const url = await aProviderBrowser().cancel(refreshOf(begun));
    const answer = await comeBack(app, { url, cookie: cookiesOf(begun) });
    expect(answer).toMatchObject({ status: 403, ...problem("cancelled") });
  });

  it("says so plainly where the provider is away", async () => {
    const { app } = await connected({ issuer: "http://127.0.0.1:9" });
    expect(await press(app)).toMatchObject({ status: 503, ...problem("away") });
  });

  it("knows no provider that is not set", async () => {
    const { app } = await connected();
    expect(await press(app, { provider: "google" })).toMatchObject({
      status: 404,
      ...problem("unknown-provider"),
    });
  });
});

describe("Microsoft and Google", () => {
  const TENANT = "11111111-2222-4333-8444-555555555555";
  const microsoft = {
    key: "microsoft",
    name: "Microsoft",
    subject: "oid",
    onlyFrom: { claim: "tid", values: [TENANT] },
  } as const;

  it("lets people of the one tenant in, known by oid", async () => {
    const app = await local.app(microsoft);
    const { userId } = await anAccount(app);
    const issuer = local.issuer();
    await aConnection(app, { userId, issuer, subject: "oid-tess", provider: "microsoft" });
    const { answer } = await signInBy(app, { account: "tenant", provider: "microsoft" });
    expect(placeOf(answer)).toBe("/");
    const { answer: other } = await signInBy(app, {
      account: "other-tenant",
      provider: "microsoft",
    });
    expect(other).toMatchObject({ status: 403, ...problem("wrong-organisation") });
  });

  it("lets only the domains named in, and no account without one", async () => {
    const onlyFrom = { claim: "hd", values: ["oak.example"] } as const;
    const app = await local.app({ key: "google", name: "Google", onlyFrom });
    const { answer } = await signInBy(app, { account: "school-domain", provider: "google" });
    expect(placeOf(answer)).toBe("/sign-in/not-connected");
    const { answer: other } = await signInBy(app, { account: "priya", provider: "google" });
    expect(other).toMatchObject(problem("wrong-organisation"));
  });
});
