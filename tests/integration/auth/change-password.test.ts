import { describe, expect, it } from "vitest";
import { reauthenticate } from "~/auth/reauthenticate.server";
import { getSession } from "~/auth/session.server";
import { changePassword } from "~/services/account/change-password.server";
import { signIn } from "~/services/account/sign-in.server";
import { auditEntries } from "~db/schema";
import {
  aContext,
  anAccount,
  aRequest,
  aSession,
  countingPasswords,
  PASSWORD,
} from "~tests/support/accounts";
import { aTestApp } from "~tests/support/test-app";

const address = "192.0.2.1";
const NEW = "violet tractor lamp";

async function signedIn() {
  const app = await aTestApp();
  const passwords = countingPasswords();
  const actor = await anAccount(app, { passwords });
  const cookie = await aSession(app, actor.userId);
  const session = await getSession(aRequest("/", cookie), aContext(app));
  const change = (current: string, password: string) =>
    changePassword(app, actor, {
      current,
      password,
      address,
      sessionId: session?.id ?? "",
      passwords,
    });
  const opens = async (password: string) =>
    (await signIn(app, { email: actor.email, password, address, passwords })).ok;
  return { app, actor, cookie, passwords, change, opens };
}

describe("changing the password", () => {
  it("makes the new one the only one", async () => {
    const { change, opens } = await signedIn();
    expect(await change(PASSWORD, NEW)).toEqual({ ok: true, value: null });
    expect(await opens(NEW)).toBe(true);
    expect(await opens(PASSWORD)).toBe(false);
  });

  it("ends the other sessions and keeps this one", async () => {
    const { app, actor, cookie, change } = await signedIn();
    const other = await aSession(app, actor.userId);
    const colleague = await anAccount(app, { email: "tom@marsh-lane.example", password: null });
    const theirs = await aSession(app, colleague.userId);
    await change(PASSWORD, NEW);
    const live = async (of: string) =>
      (await getSession(aRequest("/", of), aContext(app))) !== null;
    expect([await live(cookie), await live(other), await live(theirs)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("is refused with a wrong current password, and changes nothing", async () => {
    const { app, passwords, change, opens } = await signedIn();
    const before = passwords.hashed;
    expect(await change("other", NEW)).toEqual({ ok: false, problem: "wrong" });
    expect(passwords.hashed).toBe(before);
    expect(await app.db.read.select().from(auditEntries)).toEqual([]);
    expect(await opens(PASSWORD)).toBe(true);
  });

  it("is refused where the new one is easy to guess, and changes nothing", async () => {
    const { change, opens } = await signedIn();
    expect(await change(PASSWORD, "password2026")).toEqual({ ok: false, problem: "too-common" });
    expect(await opens(PASSWORD)).toBe(true);
  });

  it("writes an audit row without either password", async () => {
    const { app, actor, change } = await signedIn();
    await change(PASSWORD, NEW);
    const rows = await app.db.read.select().from(auditEntries);
    expect(rows).toMatchObject([{ event: "account.password-changed", subjectId: actor.userId }]);
    expect(JSON.stringify(rows)).not.toMatch(/kettle|tractor/);
  });

  it("happens once when asked for twice at the same moment", async () => {
    const { change } = await signedIn();
    const results = await Promise.allSettled([
      change(PASSWORD, NEW),
      change(PASSWORD, "orange window seat"),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason as unknown] : [],
    );
    expect(lost).toMatchObject({ code: "conflict" });
  });
});

describe("asking a signed-in person once more", () => {
  const means = (password: string) => ({ kind: "password", password }) as const;

  it("tells when and how they proved who they are", async () => {
    const { app, actor, passwords } = await signedIn();
    expect(await reauthenticate(app, actor, means(PASSWORD), { address, passwords })).toEqual({
      ok: true,
      value: { at: app.clock.now(), by: "password" },
    });
  });

  it("shares its limit with signing in", async () => {
    const { app, actor, passwords, opens } = await signedIn();
    for (let n = 0; n < 5; n += 1) {
      const result = await reauthenticate(app, actor, means("other"), { address, passwords });
      expect(result).toEqual({ ok: false, problem: "wrong" });
    }
    expect(await reauthenticate(app, actor, means(PASSWORD), { address, passwords })).toEqual({
      ok: false,
      problem: "too-many",
    });
    expect(await opens(PASSWORD)).toBe(false);
  });
});
