import { describe, expect, it } from "vitest";
import { getActor } from "~/auth/session.server";
import { hashToken } from "~/auth/single-use-token.server";
import type { Actor } from "~/domain/policy/actor";
import {
  askEmailChange,
  cancelEmailChange,
  viewChangeEmail,
} from "~/services/account/change-email.server";
import {
  confirmEmailChange,
  viewEmailConfirmation,
} from "~/services/account/change-email-confirm.server";
import { followEmailStop, viewEmailStop } from "~/services/account/change-email-stop.server";
import { connectIdentity } from "~/services/account/connect-identity.server";
import { signIn } from "~/services/account/sign-in.server";
import { findUser } from "~db/queries/people";
import { auditEntries, emailChanges, identities, mails } from "~db/schema";
import {
  aContext,
  anAccount,
  aRequest,
  aSession,
  countingPasswords,
  PASSWORD,
} from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const OLD = "priya.shah@marsh-lane.example";
const NEW = "priya@hill-top.example";
const address = "192.0.2.1";
const gone = { ok: false, problem: "gone" };

async function signedIn() {
  const app = await aTestApp();
  const passwords = countingPasswords();
  const person = await anAccount(app, { passwords, email: OLD });
  const cookie = await aSession(app, person.userId);
  const ask = (email = NEW, password = PASSWORD) =>
    askEmailChange(app, person, { email, proof: { password, address, passwords } });
  const confirm = (token: string, who: Actor = person) =>
    confirmEmailChange(app, who, { token, sessionId: "kept" });
  const opens = async (email: string, from = address) =>
    (await signIn(app, { email, password: PASSWORD, address: from, passwords })).ok;
  const now = async () => (await findUser(app.db.read, person.userId))?.email;
  return { app, person, cookie, passwords, ask, confirm, opens, now };
}

type Sent = { template: string; email: string; data: { path?: string; newEmail?: string } };

/** What was mailed, the oldest first. */
async function mailed(app: TestApp): Promise<Sent[]> {
  const rows = await app.db.read.select().from(mails).orderBy(mails.queuedAt, mails.id);
  return rows.map(({ template, email, data }) => ({
    template,
    email,
    data: JSON.parse(data ?? "{}") as Sent["data"],
  }));
}

const tokenIn = (sent: Sent | undefined): string =>
  new URLSearchParams(sent?.data.path?.split("?")[1]).get("token") ?? "";
const linkOf = async (app: TestApp, template: string): Promise<string> =>
  tokenIn((await mailed(app)).filter((one) => one.template === template).at(-1));
const events = async (app: TestApp): Promise<string[]> =>
  (await app.db.read.select().from(auditEntries).orderBy(auditEntries.at, auditEntries.id)).map(
    ({ event }) => event,
  );

describe("asking for another address", () => {
  it("mails a link to the new one and a notice to the old one, and changes nothing yet", async () => {
    const { app, person, ask, opens } = await signedIn();
    expect(await ask(` ${NEW} `)).toEqual({ ok: true, value: { email: NEW } });
    expect(await mailed(app)).toMatchObject([
      { template: "email-change", email: NEW },
      { template: "email-change-asked", email: OLD, data: { newEmail: NEW } },
    ]);
    const [token, stop] = [
      await linkOf(app, "email-change"),
      await linkOf(app, "email-change-asked"),
    ];
    const rows = await app.db.read.select().from(emailChanges);
    expect(rows).toMatchObject([{ id: hashToken(token), stopId: hashToken(stop) }]);
    expect(JSON.stringify([rows, await events(app)])).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(stop);
    expect(await opens(OLD)).toBe(true);
    expect(await opens(NEW)).toBe(false);
    expect(await viewChangeEmail(app, person)).toMatchObject({ waiting: { email: NEW } });
  });

  it("answers an address in use the same, and tells its owner instead (enumeration)", async () => {
    const { app, person, ask } = await signedIn();
    await anAccount(app, { email: NEW, name: "Tom Okafor" });
    expect(await ask(NEW.toUpperCase())).toEqual({ ok: true, value: { email: NEW.toUpperCase() } });
    expect(await mailed(app)).toMatchObject([
      { template: "email-taken", email: NEW },
      { template: "email-change-asked", email: OLD },
    ]);
    expect(await viewChangeEmail(app, person)).toMatchObject({
      waiting: { email: NEW.toUpperCase() },
    });
    expect(await events(app)).toEqual(["account.email-change-asked"]);
  });

  it.each([
    ["no address", "priya", PASSWORD, "not-an-address"],
    ["the one they have", OLD.toUpperCase(), PASSWORD, "same"],
    ["no password", NEW, "", "password-missing"],
    ["a wrong password", NEW, "wrong one", "wrong"],
  ])("refuses %s, and mails nothing", async (_what, email, password, problem) => {
    const { app, ask } = await signedIn();
    expect(await ask(email, password)).toEqual({ ok: false, problem });
    expect(await mailed(app)).toEqual([]);
  });

  it("sends no more than five in ten minutes", async () => {
    const { app, ask } = await signedIn();
    for (let n = 0; n < 5; n += 1) expect((await ask(`a${n}@new.example`)).ok).toBe(true);
    expect(await ask()).toEqual({ ok: false, problem: "too-many" });
    expect(await app.db.read.select().from(emailChanges)).toHaveLength(5);
  });

  it("ends the link asked for before", async () => {
    const { app, ask, confirm } = await signedIn();
    await ask("first@new.example");
    const first = await linkOf(app, "email-change");
    await ask(NEW);
    expect(await confirm(first)).toEqual(gone);
    expect((await confirm(await linkOf(app, "email-change"))).ok).toBe(true);
  });
});

describe("the link to the new address", () => {
  it("changes nothing when it is looked at, and the address once when it is used", async () => {
    const { app, person, ask, confirm, now, opens } = await signedIn();
    await ask();
    const token = await linkOf(app, "email-change");
    const shown = { oldEmail: OLD, newEmail: NEW };
    expect(await viewEmailConfirmation(app, person, token)).toEqual(shown);
    expect(await now()).toBe(OLD);
    expect(await confirm(token)).toEqual({ ok: true, value: { email: NEW } });
    expect(await now()).toBe(NEW);
    expect(await confirm(token)).toEqual(gone);
    expect(await opens(NEW)).toBe(true);
    expect(await opens(OLD)).toBe(false);
    expect((await mailed(app)).at(-1)).toMatchObject({ template: "sign-in-warning", email: OLD });
    expect(await events(app)).toContain("account.email-changed");
  });

  it("changes it once, however many presses come at once", async () => {
    const { app, ask, confirm } = await signedIn();
    await ask();
    const token = await linkOf(app, "email-change");
    const answers = await Promise.all([confirm(token), confirm(token), confirm(token)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await events(app)).filter((event) => event === "account.email-changed")).toHaveLength(
      1,
    );
  });

  it("ends the sessions elsewhere", async () => {
    const { app, cookie, ask, confirm } = await signedIn();
    await ask();
    await confirm(await linkOf(app, "email-change"));
    expect(await getActor(aRequest("/", cookie), aContext(app))).toBeNull();
  });

  it("is of no use to anyone else, as who reads a mistyped address", async () => {
    const { app, ask, confirm, now } = await signedIn();
    const other = await anAccount(app, { email: "tom@hill-top.example" });
    await ask();
    const token = await linkOf(app, "email-change");
    expect(await viewEmailConfirmation(app, other, token)).toBeNull();
    expect(await confirm(token, other)).toEqual(gone);
    expect(await now()).toBe(OLD);
  });

  it.each(["after its hour", "after the person stopped it"])("does nothing %s", async (when) => {
    const { app, person, ask, confirm, now } = await signedIn();
    await ask();
    const token = await linkOf(app, "email-change");
    if (when === "after its hour") app.clock.advance({ hours: 1 });
    else await cancelEmailChange(app, person);
    expect(await viewEmailConfirmation(app, person, token)).toBeNull();
    expect(await confirm(token)).toEqual(gone);
    expect(await now()).toBe(OLD);
  });

  it("says so where somebody else got the address in the meantime", async () => {
    const { app, ask, confirm, now } = await signedIn();
    await ask();
    await anAccount(app, { email: NEW });
    expect(await confirm(await linkOf(app, "email-change"))).toEqual({
      ok: false,
      problem: "taken",
    });
    expect(await now()).toBe(OLD);
  });
});

describe("the link to the old address", () => {
  it("changes nothing when it is looked at, and stops a change that waits", async () => {
    const { app, cookie, ask, confirm, now } = await signedIn();
    await ask();
    const stop = await linkOf(app, "email-change-asked");
    expect(await viewEmailStop(app, stop)).toEqual({ does: "stop", oldEmail: OLD, newEmail: NEW });
    expect(await getActor(aRequest("/", cookie), aContext(app))).not.toBeNull();
    expect(await followEmailStop(app, stop)).toEqual({ ok: true, value: { did: "stop" } });
    expect(await followEmailStop(app, stop)).toEqual(gone);
    expect(await confirm(await linkOf(app, "email-change"))).toEqual(gone);
    expect(await getActor(aRequest("/", cookie), aContext(app))).toBeNull();
    expect(await now()).toBe(OLD);
  });

  it("puts the old address back for three days, by either of the mails that hold it", async () => {
    const { app, ask, confirm, now, opens } = await signedIn();
    await ask();
    await confirm(await linkOf(app, "email-change"));
    app.clock.advance({ days: 2, hours: 23 });
    const stop = await linkOf(app, "sign-in-warning");
    expect(stop).toBe(await linkOf(app, "email-change-asked"));
    expect(await followEmailStop(app, stop)).toEqual({ ok: true, value: { did: "undo" } });
    expect(await now()).toBe(OLD);
    expect(await opens(OLD)).toBe(true);
    expect((await mailed(app)).at(-1)).toMatchObject({ template: "sign-in-warning", email: NEW });
    expect(await events(app)).toContain("account.email-change-undone");
  });

  it("does nothing after three days", async () => {
    const { app, ask, confirm, now } = await signedIn();
    await ask();
    await confirm(await linkOf(app, "email-change"));
    app.clock.advance({ days: 3 });
    const stop = await linkOf(app, "email-change-asked");
    expect(await viewEmailStop(app, stop)).toBeNull();
    expect(await followEmailStop(app, stop)).toEqual(gone);
    expect(await now()).toBe(NEW);
  });

  it("wins over every later change, so that changing twice cuts nobody off", async () => {
    const { app, person, ask, confirm, now, passwords } = await signedIn();
    await ask();
    await confirm(await linkOf(app, "email-change"));
    const firstStop = await linkOf(app, "sign-in-warning");
    app.clock.advance({ minutes: 5 });
    const moved = { ...person, email: NEW };
    const proof = { password: PASSWORD, address, passwords };
    await askEmailChange(app, moved, { email: "third@new.example", proof });
    await confirm(await linkOf(app, "email-change"), moved);
    const secondStop = await linkOf(app, "sign-in-warning");
    expect(await now()).toBe("third@new.example");
    expect((await followEmailStop(app, firstStop)).ok).toBe(true);
    expect(await now()).toBe(OLD);
    expect(await followEmailStop(app, secondStop)).toEqual(gone);
    expect(await now()).toBe(OLD);
  });

  it("takes back what was connected since the change was asked for, which nobody was told of here", async () => {
    const { app, person, ask, confirm } = await signedIn();
    const connect = (provider: string) => {
      const outside = { issuer: `https://${provider}.example`, subject: "one", label: null };
      const { userId } = person;
      return connectIdentity(app, { userId, provider, outside, how: "account" });
    };
    await connect("before");
    app.clock.advance({ minutes: 5 });
    await ask();
    await confirm(await linkOf(app, "email-change"));
    await connect("since");
    const stop = await linkOf(app, "email-change-asked");
    expect((await followEmailStop(app, stop)).ok).toBe(true);
    const left = await app.db.read.select().from(identities);
    expect(left.map(({ provider }) => provider)).toEqual(["before"]);
    expect(await events(app)).toContain("account.identity-disconnected");
    expect((await mailed(app)).filter(({ email }) => email === OLD).at(-1)).toMatchObject({
      data: { reason: "single-sign-on-unlinked" },
    });
  });

  it("cannot be guessed", async () => {
    const { app, ask } = await signedIn();
    await ask();
    for (const token of ["", "x", await linkOf(app, "email-change")]) {
      expect(await followEmailStop(app, token)).toEqual(gone);
    }
  });
});
