import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { acceptInvitation } from "~/services/people/accept-invitation.server";
import { askForCode, enterCode, searchSchools } from "~/services/people/claim-school.server";
import { grants, invitations, schoolClaims } from "~db/schema";
import { countingPasswords } from "~tests/support/accounts";
import { aSchool } from "~tests/support/factories/places";
import { anActor } from "~tests/support/factories/people";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { lastSecret, mailsSent } from "./mails-sent";

const address = "192.0.2.1";

async function asked(app: TestApp, urn: string, from = address): Promise<string> {
  const done = await askForCode(app, { urn, name: "Priya Nair", address: from });
  if (!done.ok) throw new Error(`expected a code to be asked for: ${done.problem}`);
  return done.value.claimId;
}

const person = { name: "Priya Nair", email: "priya@oakfold.example" };
type Try = { claimId: string; code: string; actor?: Actor | null; from?: string };
const enter = (app: TestApp, { claimId, code, actor = null, from = address }: Try) =>
  enterCode(app, actor, { claimId, code, ...person, address: from });

async function aClaim() {
  const app = await aTestApp();
  const school = await aSchool(app);
  const claimId = await asked(app, school.urn);
  const [mail] = await mailsSent(app);
  return { app, school, claimId, code: mail?.code ?? "" };
}

describe("claiming a school", () => {
  it("mails a code of eight characters to the office and tells nobody the address", async () => {
    const { app, school, claimId, code } = await aClaim();
    expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}$/);
    expect(await mailsSent(app)).toMatchObject([
      { template: "claim-code", email: school.officeEmail, path: `/claim/code/${claimId}` },
    ]);
    const rows = JSON.stringify(await app.db.read.select().from(schoolClaims));
    expect(rows).not.toContain(code.replace("-", ""));
  });

  it("makes whoever is signed in the coordinator, who is no head", async () => {
    const { app, school, claimId, code } = await aClaim();
    const actor = await anActor(app);
    const entered = await enter(app, { claimId, code: code.toUpperCase(), actor });
    expect(entered).toEqual({ ok: true, value: { urn: school.urn, joined: true } });
    expect(await app.db.read.select().from(grants)).toMatchObject([
      { userId: actor.userId, role: "coordinator", schoolId: school.id },
    ]);
  });

  it("sends anybody else a link, so that the address is theirs", async () => {
    const { app, school, claimId, code } = await aClaim();
    expect(await enter(app, { claimId, code })).toMatchObject({ value: { joined: false } });
    expect(await app.db.read.select().from(grants)).toEqual([]);
    const secret = await lastSecret(app);
    const account = { name: "Priya Nair", password: "violet tractor lamp" };
    const passwords = countingPasswords();
    const done = await acceptInvitation(app, null, { secret, address, account, passwords });
    expect(done).toMatchObject({ value: { path: `/schools/${school.urn}/team?claimed=1` } });
    expect(await app.db.read.select().from(grants)).toMatchObject([{ role: "coordinator" }]);
  });

  it("works once: replay", async () => {
    const { app, claimId, code } = await aClaim();
    await enter(app, { claimId, code });
    expect(await enter(app, { claimId, code })).toEqual({ ok: false, problem: "wrong" });
    expect(await app.db.read.select().from(invitations)).toHaveLength(1);
  });

  it("ends after 24 hours", async () => {
    const { app, claimId, code } = await aClaim();
    app.clock.advance({ hours: 24 });
    expect(await enter(app, { claimId, code })).toEqual({ ok: false, problem: "wrong" });
  });

  it("takes the right code on the fifth try and no sixth: brute force", async () => {
    const first = await aClaim();
    for (let n = 0; n < 4; n += 1) await enter(first.app, { ...first, code: "2222-2222" });
    expect((await enter(first.app, first)).ok).toBe(true);
    const second = await aClaim();
    for (let n = 0; n < 5; n += 1) await enter(second.app, { ...second, code: "2222-2222" });
    expect(await enter(second.app, second)).toEqual({ ok: false, problem: "wrong" });
  });

  it("cannot be tried more than five times at the same moment", async () => {
    const { app, claimId } = await aClaim();
    const tries = Array.from({ length: 9 }, () => enter(app, { claimId, code: "2222-2222" }));
    await Promise.all(tries);
    expect(await app.db.read.select().from(schoolClaims)).toMatchObject([{ tries: 5 }]);
  });

  it("is asked three times a day for a school, and then not", async () => {
    const { app, school } = await aClaim();
    await asked(app, school.urn, "192.0.2.2");
    await asked(app, school.urn, "192.0.2.3");
    const name = "Priya Nair";
    const fourth = await askForCode(app, { urn: school.urn, name, address: "192.0.2.4" });
    expect(fourth).toEqual({ ok: false, problem: "too-many-for-school" });
    expect(await mailsSent(app)).toHaveLength(3);
  });

  it("makes one address that asks for many schools wait", async () => {
    const app = await aTestApp();
    for (let n = 0; n < 10; n += 1) await asked(app, (await aSchool(app)).urn);
    const { urn } = await aSchool(app);
    const next = await askForCode(app, { urn, name: "Priya Nair", address });
    expect(next).toEqual({ ok: false, problem: "too-many" });
  });

  it("puts no message of the asker into the office's mail", async () => {
    const app = await aTestApp();
    const { urn } = await aSchool(app);
    for (const name of ["Ring 01632 960127", "see https://evil.example", "a\nb:c", ""]) {
      const done = await askForCode(app, { urn, name, address });
      expect(done).toEqual({ ok: false, problem: "name" });
    }
    expect(await mailsSent(app)).toEqual([]);
  });
});

describe("a school that cannot be claimed", () => {
  it("is answered like any other, and no mail leaves: enumeration", async () => {
    const app = await aTestApp();
    const led = await aSchool(app);
    await anActor(app, { grants: [{ role: "head", schoolId: led.id }] });
    const silent = await aSchool(app, { officeEmail: null });
    const closed = await aSchool(app, { closedOn: "2025-08-31" });
    for (const { urn } of [led, silent, closed]) {
      const claimId = await asked(app, urn);
      for (let n = 0; n < 6; n += 1) {
        expect(await enter(app, { claimId, code: "2222-2222", from: `192.0.2.${n}` })).toEqual({
          ok: false,
          problem: "wrong",
        });
      }
    }
    expect(await mailsSent(app)).toEqual([]);
    expect(await enter(app, { claimId: "none", code: "2222-2222" })).toEqual({
      ok: false,
      problem: "wrong",
    });
  });

  it("is not taken by a code that was asked for before somebody led it", async () => {
    const { app, school, claimId, code } = await aClaim();
    await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
    expect(await enter(app, { claimId, code })).toEqual({ ok: false, problem: "wrong" });
  });

  it("is not opened by the code of another", async () => {
    const { app, code } = await aClaim();
    const other = await aSchool(app);
    const claimId = await asked(app, other.urn);
    expect(await enter(app, { claimId, code })).toEqual({ ok: false, problem: "wrong" });
  });
});

describe("finding the school", () => {
  it("goes by URN or words of the name, and shows no address", async () => {
    const app = await aTestApp();
    const school = await aSchool(app, { name: "Oakfold Primary School" });
    await aSchool(app, { name: "Elmhurst School" });
    const found = [{ urn: school.urn, name: school.name, town: "Oakfold", postcode: "WD1 1AA" }];
    expect(await searchSchools(app, school.urn)).toEqual(found);
    expect(await searchSchools(app, " PRIMARY oakf")).toEqual(found);
    expect(await searchSchools(app, "%%%")).toEqual([]);
    expect(await searchSchools(app, "oa")).toEqual([]);
  });
});
