import { describe, expect, it } from "vitest";
import { connectIdentity } from "~/services/account/connect-identity.server";
import { disconnectIdentity } from "~/services/account/manage-single-sign-on.server";
import { connectPending } from "~/services/account/pending-identity.server";
import { getSession } from "~/auth/session.server";
import { newToken } from "~/auth/single-use-token.server";
import { insertFlow, insertPendingIdentity, takeFlow } from "~db/queries/single-sign-on";
import { identities, mails } from "~db/schema";
import {
  aContext,
  anAccount,
  aRequest,
  aSession,
  countingPasswords,
  PASSWORD,
} from "~tests/support/accounts";
import { aTestApp } from "~tests/support/test-app";

const passwords = countingPasswords();
const outside = { issuer: "https://login.example", subject: "one", label: "a@login.example" };
const MINUTE = 60_000;

async function aPerson() {
  const app = await aTestApp();
  const person = await anAccount(app, { passwords });
  const { userId } = person;
  const connect = (over: Partial<Parameters<typeof connectIdentity>[1]> = {}) =>
    connectIdentity(app, { userId, provider: "generic", outside, how: "account", ...over });
  return { app, person, userId, connect };
}

describe("an account elsewhere", () => {
  it("is connected once, however many requests ask together", async () => {
    const { app, connect } = await aPerson();
    const results = await Promise.all([connect(), connect(), connect()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result.problem).toBe("already-connected");
    }
    expect(await app.db.read.select().from(identities)).toHaveLength(1);
    expect(await app.db.read.select().from(mails)).toHaveLength(1);
  });

  it("opens one account here, and each account is opened by one of a provider", async () => {
    const { app, connect } = await aPerson();
    const other = await anAccount(app, { email: "o@x.example", passwords });
    expect((await connect()).ok).toBe(true);
    expect(await connect({ userId: other.userId })).toMatchObject({ problem: "taken" });
    const second = { ...outside, subject: "two" };
    expect(await connect({ outside: second })).toMatchObject({ problem: "already-connected" });
    expect((await connect({ outside: second, provider: "google" })).ok).toBe(true);
    expect(
      (await connect({ userId: other.userId, outside: { ...outside, issuer: "https://b" } })).ok,
    ).toBe(true);
  });

  it("is connected after the sign-in once, and the wait for it ends with that", async () => {
    const { app, person, userId } = await aPerson();
    const { secret, hash: id } = newToken();
    const createdAt = app.clock.now();
    const expiresAt = new Date(createdAt.getTime() + 15 * MINUTE);
    const row = { id, provider: "generic", ...outside, createdAt, expiresAt };
    await app.db.transact((tx) => insertPendingIdentity(tx, row));
    const cookie = await aSession(app, userId, { secondFactor: false });
    const session = await getSession(aRequest("/", cookie), aContext(app));
    const browser = { pending: secret, sessionId: session?.id ?? "" };
    const press = () => connectPending(app, person, browser);
    expect(await press()).toEqual({ ok: true, value: { provider: "generic" } });
    expect(await press()).toMatchObject({ problem: "gone" });
  });

  it("is disconnected with the password and not without", async () => {
    const { app, person, connect } = await aPerson();
    await connect();
    const disconnect = (password: string) =>
      disconnectIdentity(app, person, {
        provider: "generic",
        sessionId: "",
        proof: { password, address: "192.0.2.1", passwords },
      });
    expect(await disconnect("")).toMatchObject({ problem: "password-missing" });
    expect(await disconnect("another")).toMatchObject({ problem: "wrong" });
    const done = await disconnect(PASSWORD);
    expect(done.ok).toBe(true);
    expect(await app.db.read.select().from(identities)).toEqual([]);
  });
});

describe("a way through a provider", () => {
  it("is taken once, by its own browser and provider, while it lasts", async () => {
    const { app } = await aPerson();
    const now = app.clock.now();
    const flow = {
      id: "state",
      browser: "browser",
      provider: "generic",
      purpose: "sign-in",
      sealed: "",
      next: null,
      userId: null,
      sessionId: null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + MINUTE),
    } as const;
    await app.db.transact((tx) => insertFlow(tx, flow));
    const take = (over: Partial<typeof asked> = {}) =>
      app.db.transact((tx) => takeFlow(tx, { ...asked, ...over }));
    const asked: Parameters<typeof takeFlow>[1] = {
      id: "state",
      browser: "browser",
      provider: "generic",
      now,
    };
    expect(await take({ browser: "another" })).toBeUndefined();
    expect(await take({ provider: "google" })).toBeUndefined();
    expect(await take({ now: flow.expiresAt })).toBeUndefined();
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
  });
});
