import { describe, expect, it } from "vitest";
import { getSession } from "~/auth/session.server";
import { askPasswordReset } from "~/services/account/ask-password-reset.server";
import { changePassword } from "~/services/account/change-password.server";
import { resetPassword, viewPasswordReset } from "~/services/account/reset-password.server";
import { signIn } from "~/services/account/sign-in.server";
import { auditEntries, mails, passwordResets } from "~db/schema";
import {
  aContext,
  anAccount,
  aRequest,
  aSession,
  countingPasswords,
  PASSWORD,
} from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { anAuthenticator } from "~tests/support/second-factors";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const EMAIL = "priya.shah@marsh-lane.example";
const NEW = "violet tractor lamp";
const address = "192.0.2.1";
const ok = { ok: true, value: null };
const gone = { ok: false, problem: "gone" };
const tooMany = { ok: false, problem: "too-many" };

async function withAccount(options: Parameters<typeof anAccount>[1] = {}) {
  const app = await aTestApp();
  const passwords = countingPasswords();
  const person = await anAccount(app, { passwords, ...options });
  const ask = (email = EMAIL, from = address) => askPasswordReset(app, { email, address: from });
  const reset = (token: string, password = NEW) =>
    resetPassword(app, { token, password, passwords, address });
  const opens = async (password: string) =>
    (await signIn(app, { email: EMAIL, password, address: "192.0.2.50", passwords })).ok;
  return { app, person, passwords, ask, reset, opens };
}

const mailed = (app: TestApp) => app.db.read.select().from(mails);
const audited = (app: TestApp) => app.db.read.select().from(auditEntries);

/** The tokens of the links mailed, the oldest first. */
async function tokensOf(app: TestApp): Promise<string[]> {
  const sent = (await mailed(app)).filter(({ template }) => template === "password-reset");
  const paths = sent.map(({ data }) => (JSON.parse(data ?? "{}") as { path: string }).path);
  return paths.map((path) => new URLSearchParams(path.split("?")[1]).get("token") ?? "");
}

describe("asking for a link", () => {
  it("mails one that is stored under a hash only", async () => {
    const { app, person, ask } = await withAccount();
    expect(await ask(`  ${EMAIL.toUpperCase()} `)).toEqual(ok);
    const [token = ""] = await tokensOf(app);
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await app.db.read.select().from(passwordResets);
    expect(rows).toMatchObject([{ userId: person.userId, usedAt: null }]);
    expect(JSON.stringify([rows, await audited(app)])).not.toContain(token);
    expect(app.wakes()).toBe(1);
  });

  it.each([
    ["unknown", "nobody@marsh-lane.example", {}],
    ["disabled", EMAIL, { disabled: true }],
  ])(
    "answers an account %s the same, and mails nothing (enumeration)",
    async (_, email, options) => {
      const { app, ask } = await withAccount(options);
      expect(await ask(email)).toEqual(ok);
      expect(await mailed(app)).toEqual([]);
      expect(await audited(app)).toMatchObject([{ event: "account.password-reset-asked" }]);
      expect(JSON.stringify(await audited(app))).not.toContain("@");
    },
  );

  it("takes its full third of a second for every address (enumeration)", async () => {
    const { ask } = await withAccount();
    for (const email of [EMAIL, "nobody@marsh-lane.example"]) {
      const started = performance.now();
      await ask(email);
      expect(performance.now() - started).toBeGreaterThan(290);
    }
  });

  it("waits after three for one address, known or not, and after twenty from one place", async () => {
    const { ask } = await withAccount();
    for (const email of [EMAIL, "nobody@marsh-lane.example"]) {
      for (let n = 0; n < 3; n += 1) expect(await ask(email)).toEqual(ok);
      expect(await ask(email)).toEqual(tooMany);
      expect(await ask(email, "192.0.2.99")).toEqual(tooMany);
    }
    const others = Array.from({ length: 13 }, (_, n) => ask(`n${n}@marsh-lane.example`));
    const answers = await Promise.all(others);
    expect(answers.filter((answer) => !answer.ok)).toHaveLength(1);
  });
});

describe("a link that sets a new password", () => {
  it("works once (replay)", async () => {
    const { app, ask, reset, opens } = await withAccount();
    await ask();
    const [token = ""] = await tokensOf(app);
    expect(await reset(token)).toEqual(ok);
    expect([await opens(NEW), await opens(PASSWORD)]).toEqual([true, false]);
    expect(await reset(token, "orange window seat")).toEqual(gone);
    expect(await opens(NEW)).toBe(true);
  });

  it("works once when pressed twice at the same moment", async () => {
    const { app, ask, reset } = await withAccount();
    await ask();
    const [token = ""] = await tokensOf(app);
    const results = await Promise.all([reset(token), reset(token, "orange window seat")]);
    expect(results.filter(({ ok: isOk }) => isOk)).toHaveLength(1);
  });

  it("is not used up by opening it (link pre-fetch)", async () => {
    const { app, ask, reset, opens } = await withAccount();
    await ask();
    const [token = ""] = await tokensOf(app);
    for (let n = 0; n < 5; n += 1) {
      expect(await viewPasswordReset(app, { token, address })).toEqual({
        ok: true,
        value: { email: "Priya.Shah@marsh-lane.example" },
      });
    }
    expect(await opens(PASSWORD)).toBe(true);
    expect(await reset(token)).toEqual(ok);
  });

  it("ends after thirty minutes", async () => {
    const { app, ask, reset } = await withAccount();
    await ask();
    const [token = ""] = await tokensOf(app);
    app.clock.advance({ minutes: 30 });
    expect(await viewPasswordReset(app, { token, address })).toEqual(gone);
    expect(await reset(token)).toEqual(gone);
  });

  it.each(["", "x", "a".repeat(43)])("is none of ours when it holds %j", async (token) => {
    const { reset, passwords } = await withAccount();
    const before = passwords.hashed;
    expect(await reset(token)).toEqual(gone);
    expect(passwords.hashed).toBe(before);
  });

  it("keeps the rules of a new password, and stays good for another try", async () => {
    const { app, ask, reset } = await withAccount();
    await ask();
    const [token = ""] = await tokensOf(app);
    expect(await reset(token, "short")).toEqual({ ok: false, problem: "too-short" });
    expect(await reset(token, EMAIL)).toEqual({ ok: false, problem: "is-email" });
    expect(await reset(token)).toEqual(ok);
  });

  it("ends every session and every other link, tells the person, and is in the audit", async () => {
    const { app, person, ask, reset } = await withAccount();
    const open = await aSession(app, person.userId);
    await ask();
    await ask();
    const [first = "", second = ""] = await tokensOf(app);
    await reset(first);
    expect(await getSession(aRequest("/", open), aContext(app))).toBeNull();
    expect(await reset(second)).toEqual(gone);
    expect((await mailed(app)).map(({ template }) => template).sort()).toEqual([
      "password-changed",
      "password-reset",
      "password-reset",
    ]);
    expect((await audited(app)).map(({ event }) => event)).toContain("account.password-reset");
  });

  it("does not stand in for the second factor", async () => {
    const { app, person, ask, reset, passwords } = await withAccount();
    await anAuthenticator(app, person.userId);
    await ask();
    const [token = ""] = await tokensOf(app);
    await reset(token);
    const result = await signIn(app, { email: EMAIL, password: NEW, address, passwords });
    expect(result).toMatchObject({ ok: true, value: { step: "code" } });
  });

  it("gives a first password to somebody who signs in elsewhere, and tells them so", async () => {
    const { app, ask, reset, opens } = await withAccount({ password: null });
    expect(await ask()).toEqual(ok);
    const [token = ""] = await tokensOf(app);
    expect(await reset(token)).toEqual(ok);
    expect(await opens(NEW)).toBe(true);
    const told = (await mailed(app)).filter(({ template }) => template === "sign-in-warning");
    expect(told.map(({ data }) => data)).toEqual([expect.stringContaining('"password-added"')]);
    expect(await reset(token)).toEqual(gone);
  });

  it("leaves who signed in elsewhere, too, with the second factor to give or to set up", async () => {
    const { app, person, ask, reset, passwords } = await withAccount({ password: null });
    const organisation = await anOrganisation(app);
    await aGrant(app, {
      userId: person.userId,
      role: "officer",
      organisationId: organisation.id,
    });
    await ask();
    const [token = ""] = await tokensOf(app);
    await reset(token);
    const stepAt = () => signIn(app, { email: EMAIL, password: NEW, address, passwords });
    expect(await stepAt()).toMatchObject({ ok: true, value: { step: "set-up" } });
    await anAuthenticator(app, person.userId);
    expect(await stepAt()).toMatchObject({ ok: true, value: { step: "code" } });
  });

  it("ends when the password is changed another way", async () => {
    const { app, person, ask, reset, passwords } = await withAccount();
    await ask();
    const [token = ""] = await tokensOf(app);
    const change = { current: PASSWORD, password: NEW, address, sessionId: "", passwords };
    expect(await changePassword(app, person, change)).toEqual(ok);
    expect(await reset(token, "orange window seat")).toEqual(gone);
  });
});
