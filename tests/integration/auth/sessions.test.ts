import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findEndedSession } from "~/auth/ended-session.server";
import { luciaOf } from "~/auth/lucia.server";
import { hashSessionId } from "~/auth/session-id.server";
import { endSession, getActor, getSession, getStanding, startSession } from "~/auth/session.server";
import { auditEntries, sessions, sessionTombstones, users } from "~db/schema";
import { aContext, anAccount, aRequest, aSession, cookieOf } from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aTestApp, type TestApp } from "~tests/support/test-app";

async function signedIn(now?: string) {
  const app = await aTestApp(now === undefined ? {} : { now });
  const person = await anAccount(app, { password: null });
  const cookie = await aSession(app, person.userId);
  return { app, person, cookie };
}

/** Each request has a context of its own. */
const ask = (app: TestApp, cookie: string) => getSession(aRequest("/", cookie), aContext(app));
const stored = (app: TestApp) => app.db.read.select().from(sessions);

describe("a session", () => {
  it("is found by its cookie and stored under a hash only", async () => {
    const { app, person, cookie } = await signedIn();
    const secret = cookie.split("=")[1] ?? "";
    const [row] = await stored(app);
    expect(row?.id).toBe(hashSessionId(secret));
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await ask(app, cookie)).toEqual({
      id: row?.id,
      userId: person.userId,
      secondFactor: true,
    });
  });

  it("is not opened by what is stored", async () => {
    const { app } = await signedIn();
    const [row] = await stored(app);
    expect(await ask(app, `session=${row?.id ?? ""}`)).toBeNull();
  });

  it.each(["", "session=", "session=unknown", "session=%zz", "other=1"])(
    "is nobody's with the cookie %j",
    async (cookie) => {
      const { app } = await signedIn();
      expect(await ask(app, cookie)).toBeNull();
    },
  );

  it("writes nothing when used again within fifteen minutes", async () => {
    const { app, cookie } = await signedIn();
    const [before] = await stored(app);
    app.clock.advance({ minutes: 14 });
    await ask(app, cookie);
    expect(await stored(app)).toEqual([before]);
  });

  it("moves its end on when used after fifteen minutes", async () => {
    const { app, cookie } = await signedIn("2026-11-24T10:00:00.000Z");
    app.clock.advance({ minutes: 15 });
    await ask(app, cookie);
    const [row] = await stored(app);
    expect(row?.expiresAt).toEqual(new Date("2026-11-24T22:15:00.000Z"));
  });

  it("stays for a day of use and ends after twelve hours without", async () => {
    const { app, cookie } = await signedIn();
    for (const hours of [11, 11, 11]) {
      app.clock.advance({ hours });
      expect(await ask(app, cookie)).not.toBeNull();
    }
    app.clock.advance({ hours: 12 });
    expect(await ask(app, cookie)).toBeNull();
  });

  it("ends thirty days after signing in however much it is used", async () => {
    const { app, cookie } = await signedIn();
    for (let half = 0; half < 66; half += 1) {
      app.clock.advance({ hours: 11 });
      await ask(app, cookie);
    }
    expect(await ask(app, cookie)).toBeNull();
  });

  it("leaves a tombstone for a day when it ends by time", async () => {
    const { app, person, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await ask(app, cookie);
    expect(await stored(app)).toEqual([]);
    const ended = () => findEndedSession(aRequest("/", cookie), { app });
    expect(await ended()).toMatchObject({ userId: person.userId, keptForm: null });
    app.clock.advance({ hours: 24 });
    expect(await ended()).toBeUndefined();
  });

  it("leaves one tombstone when two requests find it ended together", async () => {
    const { app, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await Promise.all([ask(app, cookie), ask(app, cookie)]);
    expect(await app.db.read.select().from(sessionTombstones)).toHaveLength(1);
  });

  it("is still known to have ended after a weekend", async () => {
    const { app, cookie } = await signedIn();
    const colleague = await anAccount(app, { email: "tom@marsh-lane.example", password: null });
    app.clock.advance({ days: 3 });
    await aSession(app, colleague.userId);
    await ask(app, cookie);
    expect(await findEndedSession(aRequest("/", cookie), { app })).toBeDefined();
  });

  it("is cleared away when nobody came back, tombstones too", async () => {
    const { app, cookie } = await signedIn();
    const { userId } = await anAccount(app, { email: "tom@marsh-lane.example", password: null });
    app.clock.advance({ hours: 13 });
    await ask(app, cookie);
    await aSession(app, userId);
    app.clock.advance({ days: 11 });
    await luciaOf(app).deleteExpiredSessions();
    expect(await stored(app)).toEqual([]);
    expect(await app.db.read.select().from(sessionTombstones)).toEqual([]);
  });

  it("leaves nothing behind when its person signs out", async () => {
    const { app, cookie } = await signedIn();
    const line = await endSession(aRequest("/sign-out", cookie), aContext(app));
    expect(line).toMatch(/^session=; .*Max-Age=0/);
    expect(await stored(app)).toEqual([]);
    expect(await app.db.read.select().from(sessionTombstones)).toEqual([]);
  });

  it("is noted as ended when its person signs out, once, and not when they sign in again", async () => {
    const { app, person, cookie } = await signedIn();
    await startSession(aRequest("/sign-in", cookie), aContext(app), {
      userId: person.userId,
      secondFactor: false,
    });
    const again = await aSession(app, person.userId);
    await endSession(aRequest("/sign-out", again), aContext(app));
    await endSession(aRequest("/sign-out", again), aContext(app));
    const { userId } = person;
    expect(await app.db.read.select().from(auditEntries)).toMatchObject([
      { event: "account.signed-out", actorId: userId, subjectId: userId },
    ]);
  });

  it("ends at once when the account is disabled", async () => {
    const { app, person, cookie } = await signedIn();
    const disabledAt = app.clock.now();
    await app.db.transact(async (tx) => {
      await tx.update(users).set({ disabledAt }).where(eq(users.id, person.userId));
    });
    expect(await ask(app, cookie)).toBeNull();
    expect(await stored(app)).toEqual([]);
  });

  it("is a new one at each sign-in, and the one before is ended", async () => {
    const { app, person, cookie } = await signedIn();
    const request = aRequest("/sign-in", cookie);
    const next = cookieOf(
      await startSession(request, aContext(app), {
        userId: person.userId,
        secondFactor: false,
      }),
    );
    expect(next).not.toBe(cookie);
    expect(await ask(app, cookie)).toBeNull();
    expect(await ask(app, next)).not.toBeNull();
  });

  it("lists a person's live sessions to the keeper of sessions, and ends them all", async () => {
    const { app, person, cookie } = await signedIn();
    await aSession(app, person.userId);
    expect(await luciaOf(app).getUserSessions(person.userId)).toHaveLength(2);
    await luciaOf(app).invalidateUserSessions(person.userId);
    expect(await ask(app, cookie)).toBeNull();
  });
});

describe("the session cookie", () => {
  it("is for this host's requests only and out of reach of scripts", async () => {
    const app = await aTestApp();
    const { userId } = await anAccount(app, { password: null });
    const line = await startSession(aRequest("/sign-in"), aContext(app), {
      userId,
      secondFactor: false,
    });
    expect(line).toMatch(/^session=[a-z0-9]{40}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/);
  });

  it("is Secure and bound to the host where the service is on https", async () => {
    const app = await aTestApp({ config: { origin: "https://review.example.org" } });
    const { userId } = await anAccount(app, { password: null });
    const line = await startSession(aRequest("/sign-in"), aContext(app), {
      userId,
      secondFactor: false,
    });
    expect(line).toMatch(/^__Host-session=.*; Path=\/; SameSite=Lax; Secure$/);
  });
});

describe("the actor", () => {
  it("has the grants in force today in London, and no others", async () => {
    const { app, person, cookie } = await signedIn("2026-07-31T23:30:00.000Z");
    const { id: schoolId } = await aSchool(app);
    const { userId } = person;
    await aGrant(app, { userId, schoolId, role: "head", from: "2026-08-01" });
    await aGrant(app, { userId, schoolId, role: "governor", to: "2026-07-31" });
    await aGrant(app, { userId, schoolId, role: "contributor", from: "2026-08-02" });
    const actor = await getActor(aRequest("/", cookie), aContext(app));
    expect(actor?.grants.map((grant) => grant.role)).toEqual(["head"]);
  });

  it("is looked up once for all loaders of a request", async () => {
    const { app, cookie } = await signedIn();
    const context = aContext(app);
    const first = getStanding(aRequest("/", cookie), context);
    expect(getStanding(aRequest("/", cookie), context)).toBe(first);
    expect(getStanding(aRequest("/", cookie), aContext(app))).not.toBe(first);
    await first;
  });
});
