import { describe, expect, it } from "vitest";
import { getHalfSession, startHalfSession } from "~/auth/half-session.server";
import { extendSession, getSession, readSessionEnd, startSession } from "~/auth/session.server";
import {
  endOwnSession,
  listSessions,
  signOut,
  signOutEverywhere,
} from "~/services/account/sessions.server";
import { auditEntries } from "~db/schema";
import { aContext, anAccount, aRequest, aSession, cookieOf } from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0";

async function signedIn() {
  const app = await aTestApp();
  const person = await anAccount(app, { password: null });
  const request = aRequest("/sign-in", "", { headers: { "User-Agent": FIREFOX } });
  const started = { userId: person.userId, secondFactor: true };
  const cookie = cookieOf(await startSession(request, aContext(app), started));
  const id = (await sessionOf(app, cookie))?.id ?? "";
  return { app, person, cookie, id };
}

const sessionOf = (app: TestApp, cookie: string) =>
  getSession(aRequest("/", cookie), aContext(app));
const eventsOf = async (app: TestApp) =>
  (await app.db.read.select().from(auditEntries)).map(({ event }) => event);

describe("the list of sessions", () => {
  it("shows this one first, with the browser in a few words and when it was used", async () => {
    const { app, person, cookie, id } = await signedIn();
    app.clock.advance({ minutes: 40 });
    await aSession(app, person.userId);
    await sessionOf(app, cookie);
    const [mine, other, ...rest] = await listSessions(app, person, id);
    expect(mine).toEqual({
      id,
      device: "Firefox on Windows",
      startedAt: new Date("2026-11-24T10:00:00.000Z"),
      lastUsedAt: new Date("2026-11-24T10:40:00.000Z"),
      isThis: true,
    });
    expect(other).toMatchObject({ device: null, isThis: false });
    expect(rest).toEqual([]);
  });

  it("leaves out sessions that ended and those of other people", async () => {
    const { app, person, id } = await signedIn();
    app.clock.advance({ hours: 13 });
    const tom = await anAccount(app, { email: "tom@marsh-lane.example", password: null });
    await aSession(app, tom.userId);
    expect(await listSessions(app, person, id)).toEqual([]);
  });

  it("ends one of one's own, never another person's", async () => {
    const { app, person, cookie } = await signedIn();
    const tom = await anAccount(app, { email: "tom@marsh-lane.example", password: null });
    const theirs = await aSession(app, tom.userId);
    const mine = await aSession(app, person.userId);
    await endOwnSession(app, person, (await sessionOf(app, theirs))?.id ?? "");
    expect(await sessionOf(app, theirs)).not.toBeNull();
    expect(await eventsOf(app)).toEqual([]);
    await endOwnSession(app, person, (await sessionOf(app, mine))?.id ?? "");
    expect(await sessionOf(app, mine)).toBeNull();
    expect(await sessionOf(app, cookie)).not.toBeNull();
    expect(await eventsOf(app)).toEqual(["account.session-ended"]);
  });

  it("ends all of them, with sign-ins not finished", async () => {
    const { app, person, cookie } = await signedIn();
    const other = await aSession(app, person.userId);
    const request = aRequest("/sign-in");
    const half = cookieOf(await startHalfSession(request, aContext(app), person.userId));
    await signOutEverywhere(app, person);
    expect(await sessionOf(app, cookie)).toBeNull();
    expect(await sessionOf(app, other)).toBeNull();
    expect(await getHalfSession(aRequest("/sign-in/code", half), aContext(app))).toBeNull();
    expect(await eventsOf(app)).toEqual(["account.signed-out-everywhere"]);
  });
});

describe("signing out", () => {
  it("is written down once", async () => {
    const { app, person, id } = await signedIn();
    await signOut(app, { id, userId: person.userId });
    await signOut(app, { id, userId: person.userId });
    expect(await eventsOf(app)).toEqual(["account.signed-out"]);
  });
});

describe("the end of a session", () => {
  it("is told without moving it on", async () => {
    const { app, cookie } = await signedIn();
    app.clock.advance({ hours: 11, minutes: 56 });
    const request = aRequest("/account/session", cookie);
    const end = { endsAt: new Date("2026-11-24T22:00:00.000Z"), endsIn: 4 * 60_000 };
    expect(await readSessionEnd(request, aContext(app))).toMatchObject(end);
    expect(await readSessionEnd(request, aContext(app))).toMatchObject(end);
  });

  it("moves on by twelve hours when its person asks", async () => {
    const { app, cookie } = await signedIn();
    app.clock.advance({ hours: 11, minutes: 56 });
    const request = aRequest("/account/session", cookie, { method: "POST" });
    expect(await extendSession(request, aContext(app))).toMatchObject({
      endsIn: 12 * 60 * 60_000,
    });
  });

  it("never moves past thirty days, and a session that ended is not brought back", async () => {
    const { app, cookie } = await signedIn();
    const request = aRequest("/account/session", cookie, { method: "POST" });
    for (let half = 0; half < 65; half += 1) {
      app.clock.advance({ hours: 11 });
      await extendSession(request, aContext(app));
    }
    const end = await extendSession(request, aContext(app));
    expect(end?.endsAt).toEqual(end?.lastEnd);
    app.clock.advance({ days: 1 });
    expect(await extendSession(request, aContext(app))).toBeNull();
  });
});

describe("a half-session", () => {
  const started = async () => {
    const app = await aTestApp();
    const { userId } = await anAccount(app, { password: null });
    const line = await startHalfSession(aRequest("/sign-in"), aContext(app), userId);
    return { app, userId, line, cookie: cookieOf(line) };
  };

  it("is never taken for a session, under its own name or the session's", async () => {
    const { app, cookie } = await started();
    const value = decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1));
    const secret: unknown = JSON.parse(Buffer.from(value, "base64").toString());
    expect(await sessionOf(app, cookie)).toBeNull();
    expect(await sessionOf(app, `session=${value}`)).toBeNull();
    expect(secret).toMatch(/^[0-9a-f]{50}$/);
    expect(await sessionOf(app, `session=${String(secret)}`)).toBeNull();
    expect(await getHalfSession(aRequest("/", cookie), aContext(app))).not.toBeNull();
  });

  it("is not opened by a session's cookie", async () => {
    const { app, userId } = await started();
    const secret = (await aSession(app, userId)).split("=")[1] ?? "";
    const asHalf = aRequest("/sign-in/code", `second-step=${secret}`);
    expect(await getHalfSession(asHalf, aContext(app))).toBeNull();
  });

  it("ends after ten minutes, and when another is started in the browser", async () => {
    const { app, userId, cookie } = await started();
    const request = aRequest("/sign-in", cookie);
    const next = cookieOf(await startHalfSession(request, aContext(app), userId));
    const find = (of: string) => getHalfSession(aRequest("/sign-in/code", of), aContext(app));
    expect(await find(cookie)).toBeNull();
    expect(await find(next)).not.toBeNull();
    app.clock.advance({ minutes: 10 });
    expect(await find(next)).toBeNull();
  });

  it("has a cookie out of reach of scripts, bound to the host where the service is on https", async () => {
    const { line } = await started();
    expect(line).toMatch(/^second-step=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const app = await aTestApp({ config: { origin: "https://review.example.org" } });
    const { userId } = await anAccount(app, { password: null });
    const secure = await startHalfSession(aRequest("/sign-in"), aContext(app), userId);
    expect(secure).toMatch(/^__Host-second-step=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});
