import { describe, expect, it } from "vitest";
import { argon2Passwords, NOBODY_HASH } from "~/auth/password.server";
import { signIn } from "~/services/account/sign-in.server";
import { auditEntries } from "~db/schema";
import { anAccount, countingPasswords, PASSWORD } from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const EMAIL = "priya.shah@marsh-lane.example";
const address = "192.0.2.1";

async function withAccount(options: Parameters<typeof anAccount>[1] = {}) {
  const app = await aTestApp();
  const passwords = countingPasswords();
  const person = await anAccount(app, { passwords, ...options });
  const attempt = (email: string, password: string, from = address) =>
    signIn(app, { email, password, address: from, passwords });
  return { app, passwords, person, attempt };
}

const audited = (app: TestApp) => app.db.read.select().from(auditEntries);
const wrong = { ok: false, problem: "wrong" };
const tooMany = { ok: false, problem: "too-many" };

describe("signing in", () => {
  it("takes the right password with the e-mail address typed in any case", async () => {
    const { attempt, person } = await withAccount();
    const result = await attempt("  PRIYA.shah@Marsh-Lane.example ", PASSWORD);
    expect(result).toEqual({
      ok: true,
      value: { userId: person.userId, step: "session", textKept: false },
    });
  });

  it("works with argon2id at the cost we chose", async () => {
    const app = await aTestApp();
    await anAccount(app);
    const stored = await argon2Passwords.hash(PASSWORD);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(NOBODY_HASH).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await argon2Passwords.verify(NOBODY_HASH, PASSWORD)).toBe(false);
    expect((await signIn(app, { email: EMAIL, password: PASSWORD, address })).ok).toBe(true);
    expect(await signIn(app, { email: EMAIL, password: "other", address })).toEqual(wrong);
  });

  it("takes an accent typed as one character or as two", async () => {
    const app = await aTestApp();
    await anAccount(app, { password: "caf\u00e9 au lait" });
    const typed = "cafe\u0301 au lait";
    expect((await signIn(app, { email: EMAIL, password: typed, address })).ok).toBe(true);
  });

  it("answers an unknown account as a wrong password, after the same work", async () => {
    const { attempt, passwords } = await withAccount();
    expect(await attempt(EMAIL, "other")).toEqual(wrong);
    expect(await attempt("nobody@marsh-lane.example", "other")).toEqual(wrong);
    expect(passwords.verified).toEqual([`plain:${PASSWORD}`, NOBODY_HASH]);
  });

  it.each([
    ["disabled", { disabled: true }],
    ["without a password", { password: null }],
  ])("answers an account %s the same, after the same work", async (_, options) => {
    const { attempt, passwords } = await withAccount(options);
    expect(await attempt(EMAIL, PASSWORD)).toEqual(wrong);
    expect(passwords.verified).toEqual([NOBODY_HASH]);
  });

  it("does not believe the stand-in hash, whatever matches it", async () => {
    const app = await aTestApp();
    const credulous = { ...countingPasswords(), verify: () => Promise.resolve(true) };
    const input = { email: EMAIL, password: "x", address, passwords: credulous };
    expect(await signIn(app, input)).toEqual(wrong);
  });

  it("does no work on a password of more than a thousand characters", async () => {
    const { attempt, passwords } = await withAccount();
    expect(await attempt(EMAIL, "x".repeat(1001))).toEqual(wrong);
    expect(passwords.verified).toEqual([]);
  });
});

describe("limits on signing in", () => {
  it("refuse the right password too after five wrong ones", async () => {
    const { attempt, passwords } = await withAccount();
    for (let n = 0; n < 5; n += 1) expect(await attempt(EMAIL, "other")).toEqual(wrong);
    expect(await attempt(EMAIL, PASSWORD)).toEqual(tooMany);
    expect(await attempt(` ${EMAIL.toUpperCase()}`, PASSWORD, "192.0.2.9")).toEqual(tooMany);
    expect(passwords.verified).toHaveLength(5);
  });

  it("leave other accounts alone", async () => {
    const { app, attempt, passwords } = await withAccount();
    await anAccount(app, { email: "tom@marsh-lane.example", passwords });
    for (let n = 0; n < 6; n += 1) await attempt(EMAIL, "other");
    expect((await attempt("tom@marsh-lane.example", PASSWORD)).ok).toBe(true);
  });

  it("count an unknown account as a known one", async () => {
    const { attempt } = await withAccount();
    for (let n = 0; n < 5; n += 1) await attempt("nobody@marsh-lane.example", "other");
    expect(await attempt("nobody@marsh-lane.example", "other")).toEqual(tooMany);
  });

  it("forget the wrong ones after a right one", async () => {
    const { attempt } = await withAccount();
    for (let n = 0; n < 4; n += 1) await attempt(EMAIL, "other");
    expect((await attempt(EMAIL, PASSWORD)).ok).toBe(true);
    for (let n = 0; n < 5; n += 1) expect(await attempt(EMAIL, "other")).toEqual(wrong);
  });

  it("hold when many are sent at once", async () => {
    const { attempt, passwords } = await withAccount();
    await Promise.all(Array.from({ length: 12 }, () => attempt(EMAIL, "other")));
    expect(passwords.verified).toHaveLength(5);
  });

  it("stop an address after thirty wrong ones over many accounts", async () => {
    const { attempt } = await withAccount();
    for (let n = 0; n < 30; n += 1) {
      expect(await attempt(`nobody${n}@marsh-lane.example`, "other")).toEqual(wrong);
    }
    expect(await attempt(EMAIL, PASSWORD)).toEqual(tooMany);
    expect((await attempt(EMAIL, PASSWORD, "192.0.2.2")).ok).toBe(true);
  });

  it("take all of an IPv6 network for one address, since one caller is given all of it", async () => {
    const { attempt } = await withAccount();
    for (let n = 0; n < 30; n += 1) {
      const from = `2001:db8:1:2::${n.toString(16)}`;
      await attempt(`nobody${n}@marsh-lane.example`, "other", from);
    }
    expect(await attempt(EMAIL, PASSWORD, "2001:db8:1:2:ffff::1")).toEqual(tooMany);
    expect((await attempt(EMAIL, PASSWORD, "2001:db8:1:3::1")).ok).toBe(true);
  });

  it("are not used up for an account by an address that has to wait", async () => {
    const { attempt } = await withAccount();
    for (let n = 0; n < 30; n += 1) await attempt(`nobody${n}@marsh-lane.example`, "other");
    for (let n = 0; n < 6; n += 1) expect(await attempt(EMAIL, "other")).toEqual(tooMany);
    expect((await attempt(EMAIL, PASSWORD, "192.0.2.2")).ok).toBe(true);
  });

  it("do not count right ones against the address", async () => {
    const { attempt } = await withAccount();
    for (let n = 0; n < 35; n += 1) expect((await attempt(EMAIL, PASSWORD)).ok).toBe(true);
  });
});

describe("what signing in leaves behind", () => {
  it("is an audit row for a right and for a wrong password", async () => {
    const { app, attempt, person } = await withAccount();
    await attempt(EMAIL, "other");
    await attempt(EMAIL, PASSWORD);
    const rows = await audited(app);
    expect(rows.map(({ event, actorId, subjectId }) => ({ event, actorId, subjectId }))).toEqual([
      { event: "account.sign-in-failed", actorId: null, subjectId: person.userId },
      { event: "account.signed-in", actorId: person.userId, subjectId: person.userId },
    ]);
  });

  it("names an unknown account by a hash, and never holds what was typed", async () => {
    const { app, attempt } = await withAccount();
    await attempt("my secret password", "other words");
    const [row] = await audited(app);
    expect(row?.subjectId).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toMatch(/secret|other words/);
    expect(app.logged.join("")).not.toMatch(/secret|other words/);
  });
});
