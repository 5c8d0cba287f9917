import { describe, expect, it } from "vitest";
import { takeFreshProof } from "~/auth/fresh-proof.server";
import { getSession } from "~/auth/session.server";
import { action as prove, loader as provePage } from "~/routes/account.prove";
import { action as change, loader as page } from "~/routes/account.single-sign-on";
import { action as signIn } from "~/routes/sign-in";
import { auditEntries, identities, mails, users } from "~db/schema";
import { aContext, anAccount, aPost, aRequest, aSession, PASSWORD } from "~tests/support/accounts";
import { aProviderBrowser } from "~tests/support/oidc-provider/provider-browser";
import { anAuthenticator, codeOf } from "~tests/support/second-factors";
import type { TestApp } from "~tests/support/test-app";
import { askRoute, type Answer } from "./ask-route";
import {
  aConnection,
  aLocalProvider,
  comeBack,
  cookiesOf,
  placeOf,
  refreshOf,
  signInBy,
} from "./single-sign-on-flow";

const local = aLocalProvider();
const PATH = "/account/single-sign-on";
const EMAIL = "priya.shah@marsh-lane.example";
const problem = (why: string) => ({ data: expect.objectContaining({ problem: why }) as unknown });

async function signedIn(...settings: Parameters<typeof local.app>) {
  const app = await local.app(...settings);
  const { userId } = await anAccount(app);
  const cookie = await aSession(app, userId, { secondFactor: false });
  const post = (fields: Record<string, string>, of = cookie) =>
    askRoute(change, app, aPost(PATH, { provider: "generic", ...fields }, of));
  const look = (of = cookie) => askRoute(page, app, aRequest(PATH, of));
  return { app, userId, cookie, post, look };
}

type Begun = { begun: Answer; cookie: string; account: string };

/** From a page that leads to the provider, there and back in the same browser. */
async function goAndReturn(app: TestApp, { begun, cookie, account }: Begun): Promise<Answer> {
  const url = await aProviderBrowser().signIn(refreshOf(begun), account);
  return comeBack(app, { url, cookie: `${cookie}; ${cookiesOf(begun)}` });
}

const reasonsOf = async (app: TestApp) =>
  (await app.db.read.select().from(mails)).map(
    ({ data }) => (JSON.parse(data ?? "{}") as { reason?: string }).reason,
  );
const eventsOf = async (app: TestApp) =>
  (await app.db.read.select().from(auditEntries)).map(({ event }) => event);

describe("connecting an account from one's own page", () => {
  it("asks for the password first, then for the account, and tells by mail", async () => {
    const { app, userId, cookie, post } = await signedIn();
    for (const password of ["", "another"]) {
      const refused = await post({ intent: "connect", password });
      expect(refused.status).toBe(422);
      expect(refreshOf(refused)).toBe("");
    }
    const begun = await post({ intent: "connect", password: PASSWORD });
    const answer = await goAndReturn(app, { begun, cookie, account: "priya" });
    expect(placeOf(answer)).toBe(`${PATH}?connected=generic`);
    const [row] = await app.db.read.select().from(identities);
    expect(row).toMatchObject({ userId, issuer: local.issuer(), subject: "priya" });
    expect(await eventsOf(app)).toContain("account.identity-connected");
    expect(await reasonsOf(app)).toEqual(["single-sign-on-linked"]);
    const { answer: later } = await signInBy(app, { account: "priya" });
    expect(placeOf(later)).toBe("/");
  });

  it("ends in the session it began in, and in no other", async () => {
    const { app, cookie, post } = await signedIn();
    const other = await anAccount(app, { email: "omar@x.example" });
    const others = await aSession(app, other.userId);
    for (const instead of ["", others]) {
      const begun = await post({ intent: "connect", password: PASSWORD }, cookie);
      const answer = await goAndReturn(app, { begun, cookie: instead, account: "priya" });
      expect(answer).toMatchObject(problem("signed-out"));
    }
    expect(await app.db.read.select().from(identities)).toEqual([]);
  });

  it("takes no account that opens somebody else's", async () => {
    const { app, cookie, post } = await signedIn();
    const other = await anAccount(app, { email: "omar@x.example" });
    const issuer = local.issuer();
    await aConnection(app, { userId: other.userId, issuer, subject: "priya" });
    const begun = await post({ intent: "connect", password: PASSWORD });
    const answer = await goAndReturn(app, { begun, cookie, account: "priya" });
    expect(answer).toMatchObject({ status: 409, ...problem("taken") });
    const again = await post({ intent: "connect", password: PASSWORD });
    const mine = await goAndReturn(app, { begun: again, cookie, account: "omar" });
    expect(placeOf(mine)).toBe(`${PATH}?connected=generic`);
    expect((await post({ intent: "connect", password: PASSWORD })).status).toBe(422);
  });
});

describe("connecting an account that came first", () => {
  /** An unknown account arrives, and its person signs in by password after that. */
  async function arrivedFirst() {
    const set = await signedIn();
    const { app } = set;
    const { answer } = await signInBy(app, { account: "priya" });
    const pending = cookiesOf(answer);
    return { ...set, pending };
  }
  const byPassword = async (app: TestApp) =>
    cookiesOf(await askRoute(signIn, app, aPost("/sign-in", { email: EMAIL, password: PASSWORD })));

  it("takes a sign-in after it, and a press of the button", async () => {
    const { app, userId, pending, post, look } = await arrivedFirst();
    app.clock.advance({ minutes: 1 });
    const cookie = `${await byPassword(app)}; ${pending}`;
    expect((await look(cookie)).data).toMatchObject({
      pending: { name: "County login", label: "priya@provider.example", mayConnect: true },
    });
    expect(await app.db.read.select().from(identities)).toEqual([]);
    const done = await post({ intent: "connect-waiting" }, cookie);
    expect(placeOf(done)).toBe(`${PATH}?connected=1`);
    expect(await app.db.read.select().from(identities)).toMatchObject([
      { userId, subject: "priya" },
    ]);
    expect(await reasonsOf(app)).toEqual(["single-sign-on-linked"]);
    const again = await post({ intent: "connect-waiting" }, cookie);
    expect(again.status).toBe(422);
  });

  it("is refused to a session from before it, to another browser, and after 15 minutes", async () => {
    const set = await signedIn();
    const { app, cookie: before, post } = set;
    app.clock.advance({ minutes: 1 });
    const { answer } = await signInBy(app, { account: "priya" });
    const pending = cookiesOf(answer);
    app.clock.advance({ minutes: 1 });
    const after = await byPassword(app);
    expect((await post({ intent: "connect-waiting" }, `${before}; ${pending}`)).status).toBe(422);
    expect((await post({ intent: "connect-waiting" }, after)).status).toBe(422);
    app.clock.advance({ minutes: 15 });
    const late = await post({ intent: "connect-waiting" }, `${after}; ${pending}`);
    expect(late.status).toBe(422);
    expect(await app.db.read.select().from(identities)).toEqual([]);
  });

  it("waits for the second factor of whoever has one", async () => {
    const { app, userId, pending, post } = await arrivedFirst();
    await anAuthenticator(app, userId);
    const half = await byPassword(app);
    expect(half).toMatch(/^second-step=/);
    const refused = await post({ intent: "connect-waiting" }, `${half}; ${pending}`);
    expect(placeOf(refused)).toMatch(/^\/sign-in/);
    const without = await aSession(app, userId, { secondFactor: false });
    const answer = await post({ intent: "connect-waiting" }, `${without}; ${pending}`);
    expect(answer.status).toBe(422);
    expect(await app.db.read.select().from(identities)).toEqual([]);
  });
});

const signedInUser = async (app: TestApp, cookie: string) =>
  (await getSession(aRequest("/", cookie), aContext(app)))?.userId;

describe("disconnecting an account", () => {
  it("takes the password, ends other sessions, and tells by mail", async () => {
    const { app, userId, cookie, post } = await signedIn();
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    const elsewhere = await aSession(app, userId);
    expect((await post({ intent: "disconnect", password: "another" })).status).toBe(422);
    const done = await post({ intent: "disconnect", password: PASSWORD });
    expect(placeOf(done)).toBe(`${PATH}?disconnected=1`);
    expect(await app.db.read.select().from(identities)).toEqual([]);
    expect(await signedInUser(app, elsewhere)).toBeUndefined();
    expect(await signedInUser(app, cookie)).toBe(userId);
    expect(await reasonsOf(app)).toEqual(["single-sign-on-unlinked"]);
    expect(await eventsOf(app)).toContain("account.identity-disconnected");
    const { answer } = await signInBy(app, { account: "priya" });
    expect(placeOf(answer)).toBe("/sign-in/not-connected");
  });

  it("takes a code of the app too, and asks at the box of its own form where it is wrong", async () => {
    const { app, userId, post } = await signedIn();
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    await anAuthenticator(app, userId);
    const cookie = await aSession(app, userId);
    const refused = await post({ intent: "disconnect", code: "1" }, cookie);
    expect(refused).toMatchObject({
      status: 422,
      data: {
        problem: {
          at: "generic",
          text: null,
          proof: { code: expect.stringMatching(/does not work/) as unknown },
        },
      },
    });
    const done = await post({ intent: "disconnect", code: await codeOf(app, userId) }, cookie);
    expect(placeOf(done)).toBe(`${PATH}?disconnected=1`);
  });

  it("leads to the provider to show it there, and back", async () => {
    const { app, userId, post } = await signedIn();
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    const led = await post({ intent: "disconnect", way: "provider" });
    expect(placeOf(led)).toBe(`/account/prove?for=${encodeURIComponent(PATH)}`);
    expect(await app.db.read.select().from(identities)).toHaveLength(1);
  });

  it("leaves the only way in as it is", async () => {
    const { app, userId, cookie, post, look } = await signedIn();
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    await app.db.transact(async (tx) => {
      await tx.update(users).set({ passwordHash: null });
    });
    expect((await look()).data).toMatchObject({
      mayDisconnect: false,
      ways: { password: false, provider: "County login", fresh: false },
    });
    const begun = await askRoute(
      prove,
      app,
      aPost("/account/prove", { provider: "generic", for: PATH }, cookie),
    );
    expect(placeOf(await goAndReturn(app, { begun, cookie, account: "priya" }))).toBe(PATH);
    expect((await look()).data).toMatchObject({ ways: { fresh: true } });
    const answer = await post({ intent: "disconnect" });
    expect(answer.status).toBe(422);
    expect(await app.db.read.select().from(identities)).toHaveLength(1);
  });
});

describe("showing again who one is", () => {
  const SIGN = "/schools/118534/self-reviews/one/sign";

  async function connected() {
    const set = await signedIn();
    const { app, userId, cookie } = set;
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    const session = await getSession(aRequest("/", cookie), aContext(app));
    const asked = { sessionId: session?.id ?? "", userId, purpose: SIGN };
    const begin = (path = SIGN) =>
      askRoute(prove, app, aPost("/account/prove", { provider: "generic", for: path }, cookie));
    return { ...set, asked, begin };
  }

  it("has the provider ask anew, and leads back with a proof that counts once", async () => {
    const { app, cookie, asked, begin } = await connected();
    const browser = aProviderBrowser();
    const before = await signInBy(app, { account: "priya", browser });
    expect(placeOf(before.answer)).toBe("/");
    const begun = await begin();
    expect(new URL(refreshOf(begun)).searchParams.get("max_age")).toBe("0");
    const url = await browser.signIn(refreshOf(begun), "priya");
    const answer = await comeBack(app, { url, cookie: `${cookie}; ${cookiesOf(begun)}` });
    expect(placeOf(answer)).toBe(SIGN);
    expect(await takeFreshProof(app, asked)).not.toBeNull();
    expect(await takeFreshProof(app, asked)).toBeNull();
    expect(await eventsOf(app)).toContain("account.proved-again");
  });

  it("believes no provider that did not ask anew", async () => {
    const { app, cookie, asked, begin } = await connected();
    const begun = await begin();
    const lax = new URL(refreshOf(begun));
    lax.searchParams.delete("max_age");
    const url = await aProviderBrowser().signIn(lax.href, "priya");
    const answer = await comeBack(app, { url, cookie: `${cookie}; ${cookiesOf(begun)}` });
    expect(answer).toMatchObject({ status: 403, ...problem("not-fresh") });
    expect(await takeFreshProof(app, asked)).toBeNull();
  });

  it("takes nobody else's account, nor one that is not connected", async () => {
    const { app, cookie, asked, begin } = await connected();
    const begun = await begin();
    const answer = await goAndReturn(app, { begun, cookie, account: "omar" });
    expect(answer).toMatchObject(problem("other-account"));
    expect(await takeFreshProof(app, asked)).toBeNull();
  });

  it("is for pages of ours only", async () => {
    const { app, cookie, begin } = await connected();
    for (const path of ["https://evil.example/", "//evil.example", ""]) {
      expect((await begin(path)).status).toBe(422);
    }
    const look = (path: string) => askRoute(provePage, app, aRequest(path, cookie));
    expect((await look("/account/prove?for=//evil.example")).data).toMatchObject({ path: null });
    expect((await look(`/account/prove?for=${SIGN}`)).data).toMatchObject({
      path: SIGN,
      ready: false,
      providers: [{ key: "generic" }],
    });
  });
});
