import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { reauthenticate } from "~/auth/reauthenticate.server";
import { openText, sealText } from "~/auth/secret-box.server";
import { proveSecondFactor } from "~/auth/prove-second-factor.server";
import { getSession, getStanding } from "~/auth/session.server";
import {
  confirmEnrolment,
  startEnrolment,
  viewEnrolment,
} from "~/services/account/enrol-authenticator.server";
import {
  beginEnrolment,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from "~/services/account/manage-second-factor.server";
import { resetSecondFactor, viewColleague } from "~/services/account/reset-second-factor.server";
import { auditEntries, authenticators, mails, recoveryCodes } from "~db/schema";
import {
  aContext,
  anAccount,
  aRequest,
  aSession,
  countingPasswords,
  PASSWORD,
} from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { anAuthenticator, codeOf } from "~tests/support/second-factors";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const address = "192.0.2.1";
const passwords = countingPasswords();
const proof = { password: PASSWORD, address, passwords };
const wrong = { ok: false, problem: "wrong" };
const tooMany = { ok: false, problem: "too-many" };
const good = { ok: true, value: null };

async function aPerson(options: Parameters<typeof anAccount>[1] = {}) {
  const app = await aTestApp();
  const person = await anAccount(app, { passwords, ...options });
  const { userId } = person;
  const give = (kind: "authenticator" | "recovery-code", code: string) =>
    proveSecondFactor(app, { kind, code, userId, address });
  return { app, person, userId, give };
}

const eventsOf = async (app: TestApp) =>
  (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
const warningsOf = async (app: TestApp) =>
  (await app.db.read.select().from(mails)).map(
    ({ data }) => (JSON.parse(data ?? "{}") as { reason?: string }).reason,
  );

describe("what is stored of an authenticator app", () => {
  it("is not readable in the database, and opens only with the key in DATA_DIR", async () => {
    const { app, userId } = await aPerson();
    const codes = await anAuthenticator(app, userId);
    const [row] = await app.db.read.select().from(authenticators);
    const secret = await openText(app, { sealed: row?.secret ?? "", owner: userId });
    const stored = JSON.stringify([row, await app.db.read.select().from(recoveryCodes)]);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(stored).not.toContain(secret);
    for (const code of codes) expect(stored).not.toContain(code.replaceAll("-", ""));
  });

  it("is sealed with a key that only its owner may read, made once", async () => {
    const { app } = await aPerson();
    const file = path.join(app.config.dataDir, "keys", "sign-in.key");
    await Promise.all([1, 2, 3].map(() => sealText(app, { text: "x", owner: "a" })));
    const made = readFileSync(file, "utf8");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = { ...app };
    const sealed = await sealText(again, { text: "one", owner: "a" });
    expect(readFileSync(file, "utf8")).toBe(made);
    expect(await openText(app, { sealed, owner: "a" })).toBe("one");
  });

  it("opens for nobody else and not when changed", async () => {
    const { app } = await aPerson();
    const sealed = await sealText(app, { text: "one", owner: "a" });
    await expect(openText(app, { sealed, owner: "b" })).rejects.toThrow();
    const bytes = Buffer.from(sealed.slice(3), "base64");
    bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30 % bytes.length);
    const changed = `v1.${bytes.toString("base64")}`;
    await expect(openText(app, { sealed: changed, owner: "a" })).rejects.toThrow();
  });
});

describe("setting an authenticator app up", () => {
  it("asks for the password, and counts only after a first code", async () => {
    const { app, person, userId } = await aPerson();
    expect(await beginEnrolment(app, person, { ...proof, password: "other" })).toEqual(wrong);
    expect(await viewEnrolment(app, userId)).toBeNull();
    expect(await beginEnrolment(app, person, proof)).toEqual(good);
    const view = await viewEnrolment(app, userId);
    expect(view?.picture).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(view?.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const code = await codeOf(app, userId);
    expect(await proveSecondFactor(app, { kind: "authenticator", code, userId, address })).toEqual(
      wrong,
    );
  });

  it("gives ten recovery codes once, ends other sessions, writes audit and mail", async () => {
    const { app, userId } = await aPerson();
    const here = await aSession(app, userId, { secondFactor: false });
    const other = await aSession(app, userId, { secondFactor: false });
    const session = await getSession(aRequest("/", here), aContext(app));
    await startEnrolment(app, userId);
    const code = await codeOf(app, userId);
    const within = { sessionId: session?.id ?? "" };
    const result = await confirmEnrolment(app, { userId, code, address, within });
    expect(result.ok && new Set(result.value.codes).size).toBe(10);
    expect(await getSession(aRequest("/", here), aContext(app))).toMatchObject({
      secondFactor: true,
    });
    expect(await getSession(aRequest("/", other), aContext(app))).toBeNull();
    expect(await eventsOf(app)).toEqual(["account.second-factor-added"]);
    expect(await warningsOf(app)).toEqual(["second-factor-added"]);
    expect(await confirmEnrolment(app, { userId, code, address, within })).toEqual({
      ok: false,
      problem: "gone",
    });
  });

  it("ends after half an hour", async () => {
    const { app, userId } = await aPerson();
    await startEnrolment(app, userId);
    app.clock.advance({ minutes: 31 });
    const code = await codeOf(app, userId);
    const within = { sessionId: "" };
    expect(await confirmEnrolment(app, { userId, code, address, within })).toEqual({
      ok: false,
      problem: "gone",
    });
  });

  it("is never done over an app there is by someone who gave the password only", async () => {
    const { app, userId, give } = await aPerson();
    await anAuthenticator(app, userId);
    const old = await codeOf(app, userId);
    await startEnrolment(app, userId);
    const code = await codeOf(app, userId);
    const within = { halfId: "half" };
    const result = await confirmEnrolment(app, { userId, code, address, within });
    expect(result).toEqual({ ok: false, problem: "gone" });
    expect(await give("authenticator", old)).toEqual(good);
  });
});

describe("a code of the app (replay and brute force)", () => {
  it("works once: the same code is refused, and so is an earlier one", async () => {
    const { app, userId, give } = await aPerson();
    await anAuthenticator(app, userId);
    const earlier = await codeOf(app, userId);
    app.clock.advance({ seconds: 30 });
    const code = await codeOf(app, userId);
    expect(await give("authenticator", code)).toEqual(good);
    expect(await give("authenticator", code)).toEqual(wrong);
    expect(await give("authenticator", earlier)).toEqual(wrong);
  });

  it("works once when two requests bring it at the same moment", async () => {
    const { app, userId, give } = await aPerson();
    await anAuthenticator(app, userId);
    const code = await codeOf(app, userId);
    const results = await Promise.all([
      give("authenticator", code),
      give("authenticator", code),
      give("authenticator", code),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is the code that set the app up no more", async () => {
    const { app, userId, give } = await aPerson();
    await startEnrolment(app, userId);
    const code = await codeOf(app, userId);
    const within = { sessionId: "" };
    await confirmEnrolment(app, { userId, code, address, within });
    expect(await give("authenticator", code)).toEqual(wrong);
  });

  it("may be half a minute late, not longer", async () => {
    const { app, userId, give } = await aPerson();
    await anAuthenticator(app, userId);
    const late = await codeOf(app, userId);
    app.clock.advance({ seconds: 30 });
    expect(await give("authenticator", late)).toEqual(good);
    app.clock.advance({ seconds: 30 });
    const tooLate = await codeOf(app, userId);
    app.clock.advance({ seconds: 60 });
    expect(await give("authenticator", tooLate)).toEqual(wrong);
  });

  it("waits after five wrong ones, recovery codes too, from any address", async () => {
    const { app, userId, give } = await aPerson();
    const [recovery = ""] = await anAuthenticator(app, userId);
    for (let n = 0; n < 5; n += 1) expect(await give("authenticator", "000000")).toEqual(wrong);
    const code = await codeOf(app, userId);
    expect(await give("authenticator", code)).toEqual(tooMany);
    const elsewhere = { kind: "recovery-code", code: recovery, userId } as const;
    expect(await proveSecondFactor(app, { ...elsewhere, address: "192.0.2.77" })).toEqual(tooMany);
  });

  it("never works for someone who has no app", async () => {
    const { give } = await aPerson();
    expect(await give("authenticator", "123456")).toEqual(wrong);
  });
});

describe("a recovery code", () => {
  it("works once, however it is typed", async () => {
    const { app, userId, give } = await aPerson();
    const [first = "", second = ""] = await anAuthenticator(app, userId);
    expect(await give("recovery-code", first.toUpperCase().replaceAll("-", " "))).toEqual(good);
    expect(await give("recovery-code", first)).toEqual(wrong);
    expect(await give("recovery-code", second)).toEqual(good);
  });

  it("works for its person only", async () => {
    const { app, userId } = await aPerson();
    const [code = ""] = await anAuthenticator(app, userId);
    const other = await anAccount(app, { email: "tom@marsh-lane.example", passwords });
    await anAuthenticator(app, other.userId);
    const tried = { kind: "recovery-code", code, userId: other.userId, address } as const;
    expect(await proveSecondFactor(app, tried)).toEqual(wrong);
  });

  it("of an earlier set stops working when new ones are made", async () => {
    const { app, person, userId, give } = await aPerson();
    const [old = ""] = await anAuthenticator(app, userId);
    const renewed = await renewRecoveryCodes(app, person, proof);
    expect(await give("recovery-code", old)).toEqual(wrong);
    const [fresh = ""] = renewed.ok ? renewed.value.codes : [];
    expect(await give("recovery-code", fresh)).toEqual(good);
    expect(await eventsOf(app)).toContain("account.recovery-codes-renewed");
  });
});

describe("asking once more by authenticator", () => {
  it("takes a code once and says by what", async () => {
    const { app, person, userId } = await aPerson();
    await anAuthenticator(app, userId);
    const means = { kind: "authenticator", code: await codeOf(app, userId) } as const;
    expect(await reauthenticate(app, person, means, { address })).toEqual({
      ok: true,
      value: { at: app.clock.now(), by: "authenticator" },
    });
    expect(await reauthenticate(app, person, means, { address })).toEqual(wrong);
  });
});

async function anOfficer({ demonstration = false } = {}) {
  const made = await aPerson({ email: "hannah@wealdshire.example", name: "Hannah Osei" });
  const organisation = await anOrganisation(made.app, { demonstration });
  const { userId } = made;
  await aGrant(made.app, { userId, role: "officer", organisationId: organisation.id });
  return { ...made, organisation };
}

describe("a role for an organisation", () => {
  it("does not count in a session begun without a second factor", async () => {
    const { app, userId } = await anOfficer();
    const { id: schoolId } = await aSchool(app);
    await aGrant(app, { userId, role: "governor", schoolId });
    const cookie = await aSession(app, userId, { secondFactor: false });
    const standing = await getStanding(aRequest("/", cookie), aContext(app));
    expect(standing?.owesSecondFactor).toBe(true);
    expect(standing?.actor.grants.map(({ role }) => role)).toEqual(["governor"]);
    const proven = await aSession(app, userId, { secondFactor: true });
    const whole = await getStanding(aRequest("/", proven), aContext(app));
    expect(whole?.actor.grants).toHaveLength(2);
    expect(whole?.owesSecondFactor).toBe(false);
  });

  it("of the demonstration counts without", async () => {
    const { app, userId } = await anOfficer({ demonstration: true });
    const cookie = await aSession(app, userId, { secondFactor: false });
    const standing = await getStanding(aRequest("/", cookie), aContext(app));
    expect(standing).toMatchObject({ owesSecondFactor: false, actor: { grants: [{}] } });
  });

  it("keeps its person from removing the app; others may", async () => {
    const { app, person, userId } = await anOfficer();
    await anAuthenticator(app, userId);
    expect(await removeOwnSecondFactor(app, person, proof)).toEqual({
      ok: false,
      problem: "required",
    });
    const free = await anAccount(app, { email: "tom@marsh-lane.example", passwords });
    await anAuthenticator(app, free.userId);
    expect(await removeOwnSecondFactor(app, free, proof)).toEqual(good);
    expect(await eventsOf(app)).toContain("account.second-factor-removed");
  });
});

async function aHeadAndATeacher() {
  const { app, person, userId } = await aPerson();
  const county = await anOrganisation(app);
  const school = await aSchool(app, { coveredBy: [county.id] });
  await aGrant(app, { userId, role: "contributor", schoolId: school.id });
  const someone = async (email: string, grant: Omit<Parameters<typeof aGrant>[1], "userId">) => {
    const actor = await anAccount(app, { email, passwords });
    return { ...actor, grants: [await aGrant(app, { userId: actor.userId, ...grant })] };
  };
  const head = await someone("head@marsh-lane.example", { role: "head", schoolId: school.id });
  const ask = (actor: typeof head) => resetSecondFactor(app, actor, { ...proof, userId });
  return { app, teacher: person, county, school, head, someone, ask };
}

describe("a lost second factor", () => {
  it("is taken away by the head: sessions end, audit names both, the person is told", async () => {
    const { app, teacher, school, head, ask } = await aHeadAndATeacher();
    await anAuthenticator(app, teacher.userId);
    const open = await aSession(app, teacher.userId);
    expect(await ask(head)).toEqual(good);
    expect(await getSession(aRequest("/", open), aContext(app))).toBeNull();
    const rows = await app.db.read.select().from(auditEntries);
    expect(rows.at(-1)).toMatchObject({
      event: "account.second-factor-reset",
      actorId: head.userId,
      subjectId: teacher.userId,
      schoolId: school.id,
    });
    expect(await warningsOf(app)).toContain("second-factor-reset");
  });

  it("is not taken away with a wrong password, nor where there is none", async () => {
    const { app, teacher, head, ask } = await aHeadAndATeacher();
    await expect(ask(head)).rejects.toMatchObject({ code: "conflict" });
    await anAuthenticator(app, teacher.userId);
    const input = { ...proof, password: "other", userId: teacher.userId };
    expect(await resetSecondFactor(app, head, input)).toEqual(wrong);
    expect(await viewColleague(app, head, { userId: teacher.userId })).toMatchObject({
      hasSecondFactor: true,
    });
  });

  it("is no business of colleagues, other schools or oneself", async () => {
    const { app, teacher, school, head, someone, ask } = await aHeadAndATeacher();
    await anAuthenticator(app, teacher.userId);
    const lead = await someone("senco@x.example", { role: "coordinator", schoolId: school.id });
    await expect(ask(lead)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = { role: "head", schoolId: (await aSchool(app)).id } as const;
    await expect(ask(await someone("head@y.example", elsewhere))).rejects.toMatchObject({
      code: "not-found",
    });
    await anAuthenticator(app, head.userId);
    const own = { ...proof, userId: head.userId };
    await expect(resetSecondFactor(app, head, own)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewColleague(app, head, { userId: "nobody" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("of someone who serves an organisation is its manager's to take away, not a head's", async () => {
    const { app, teacher, county, head, someone, ask } = await aHeadAndATeacher();
    const { userId } = teacher;
    await aGrant(app, { userId, role: "officer", organisationId: county.id });
    await anAuthenticator(app, userId);
    await expect(ask(head)).rejects.toMatchObject({ code: "forbidden" });
    const manager = await someone("m@county.example", {
      role: "manager",
      organisationId: county.id,
    });
    expect(await ask(manager)).toEqual(good);
  });
});
