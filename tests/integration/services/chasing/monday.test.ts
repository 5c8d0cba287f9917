import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { correctCall, removeCall, viewOwnCall } from "~/services/chasing/correct-call.server";
import { noteCall, viewCalls } from "~/services/chasing/note-call.server";
import { changeSettings } from "~/services/organisation/settings.server";
import { viewMonday } from "~/services/chasing/view-monday.server";
import { insertMail, settleMail } from "~db/queries/mails";
import { auditEntries, roundSchools } from "~db/schema";
import { aDefinition } from "~tests/support/factories/definitions";
import { anActor } from "~tests/support/factories/people";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aRound } from "~tests/support/factories/rounds";
import { aTestApp, TEST_NOW, type TestApp } from "~tests/support/test-app";
import { aCouncil } from "./a-council";

const CALL = {
  on: "14 12 2026",
  withWhom: "head",
  agreed: "Will start this week",
  ringAgainOn: "",
};

/** The Monday after the first deadline. */
const MONDAY = "2026-12-14T09:00:00.000Z";

async function aMonday() {
  const app = await aTestApp();
  const council = await aCouncil(app);
  app.clock.set(MONDAY);
  /** Invited three weeks before. */
  const school = async (...made: Parameters<typeof council.school>) => {
    app.clock.set(TEST_NOW);
    const one = await council.school(...made);
    app.clock.set(MONDAY);
    return one;
  };
  const view = (over: { whole?: boolean; actor?: typeof council.hannah } = {}) =>
    viewMonday(app, over.actor ?? council.hannah, {
      key: council.organisation.key,
      whole: over.whole ?? false,
    });
  return { ...council, school, view };
}

async function aBounce(app: TestApp, to: { userId: string | null; email: string; at: Date }) {
  const id = app.newId();
  const { userId, email, at } = to;
  await app.db.transact(async (tx) => {
    await insertMail(tx, {
      ...{ id, template: "reminder" as const, data: {}, about: {}, at },
      to: { userId, email, name: "Head" },
    });
    await settleMail(tx, { id, state: "bounced", bounceCode: "550", at });
  });
}

/** A call with Brook Farm that Hannah noted a fortnight ago, to ring again a week ago. */
async function aCall() {
  const place = await aMonday();
  const { app, school, hannah, organisation } = place;
  const { school: brook } = await school("Brook Farm");
  const where = { key: organisation.key, urn: brook.urn };
  await noteCall(app, hannah, { ...where, fields: { ...CALL, ringAgainOn: "21 12 2026" } });
  const [noted] = (await viewCalls(app, hannah, where)).contacts;
  app.clock.set("2026-12-28T09:00:00.000Z");
  return { ...place, where: { ...where, callId: noted?.id ?? "" } };
}

describe("a call that was noted", () => {
  test("is corrected by whoever noted it, the days as they were", async () => {
    const { app, hannah, where } = await aCall();
    const { version, fields } = await viewOwnCall(app, hannah, where);
    const corrected = { ...fields, withWhom: "office", agreed: "The office rings back" };
    const change = { ...where, version, fields: corrected };
    expect(await correctCall(app, hannah, change)).toMatchObject({ ok: true });
    expect((await viewCalls(app, hannah, where)).contacts).toMatchObject([
      { when: "14 December 2026, by phone, school office", agreed: "The office rings back" },
    ]);
    await expect(correctCall(app, hannah, change)).rejects.toMatchObject({ code: "conflict" });
    const named = { ...corrected, agreed: "Jayden needs a plan first" };
    expect(await correctCall(app, hannah, { ...change, version: 2, fields: named })).toMatchObject({
      ok: false,
      problem: [{ asks: "names" }],
    });
    const late = { ...corrected, ringAgainOn: "22 12 2026" };
    expect(await correctCall(app, hannah, { ...change, version: 2, fields: late })).toMatchObject({
      ok: false,
      problem: [{ field: "ringAgainOn" }],
    });
  });

  test("is removed by whoever noted it, and the record says so without the line", async () => {
    const { app, hannah, where } = await aCall();
    await removeCall(app, hannah, { ...where, version: 1 });
    expect((await viewCalls(app, hannah, where)).contacts).toEqual([]);
    const entries = await app.db.read.select().from(auditEntries);
    expect(entries.map(({ event }) => event)).toEqual(["contact.noted", "contact.removed"]);
    expect(JSON.stringify(entries)).not.toContain("Will start this week");
  });

  test("stays as it is for colleagues and managers, and is not there for others", async () => {
    const { app, kofi, manager, where } = await aCall();
    for (const colleague of [kofi, manager]) {
      const { contacts } = await viewCalls(app, colleague, where);
      expect(contacts).toMatchObject([{ own: false }]);
      await expect(removeCall(app, colleague, { ...where, version: 1 })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const other = await aCouncil(app, "northmoor");
    const foreign = { ...where, key: "northmoor" };
    await expect(viewOwnCall(app, other.hannah, foreign)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the list of a Monday", () => {
  test("names the schools of one's own districts, with number, person and why", async () => {
    const { view, school } = await aMonday();
    await school("Brook Farm");
    await school("Elm Grove", { district: "Swale" });
    await school("Signed already", { state: "submitted" });
    const { rings, mine, schools, waiting } = await view();
    expect(mine).toEqual([{ district: "Thanet", coveredFor: null }]);
    expect(rings).toEqual([
      {
        ...{ urn: expect.any(String) as string, name: "Brook Farm", district: "Thanet" },
        ...{ phase: "Primary", telephone: "01632 960114", coveredFor: null, lastContact: null },
        person: { name: "Head of Brook Farm", role: "headteacher" },
        why: ["Not started. It was due on Friday 11 December."],
      },
    ]);
    expect({ schools, waiting }).toEqual({ schools: 2, waiting: 1 });
    expect((await view({ whole: true })).rings.map(({ name }) => name)).toEqual([
      "Brook Farm",
      "Elm Grove",
    ]);
  });

  test("asks for the office where nobody has joined or an address no longer works", async () => {
    const { app, view, school } = await aMonday();
    await school("Quiet", { joined: false });
    const back = await school("Back", { state: "in-progress" });
    const at = new Date("2026-12-01T09:00:00.000Z");
    const { userId, email } = back.head ?? { userId: null, email: "" };
    await aBounce(app, { userId, email, at });
    const { rings, cameBack } = await view();
    expect(rings.map(({ name, person, why }) => ({ name, person, why: why[0] }))).toEqual([
      { name: "Quiet", person: null, why: "Nobody has joined yet." },
      { name: "Back", person: null, why: "An e-mail came back. Ask who has the role now." },
    ]);
    expect(cameBack).toBe(1);
  });

  test("leaves out a school that was given more time, or was not invited", async () => {
    const { view, school, app } = await aMonday();
    const { school: given } = await school("Given time", { state: "in-progress" });
    const { school: later } = await school("Not invited");
    await app.db.transact(async (tx) => {
      await tx
        .update(roundSchools)
        .set({ firstDeadline: "2027-02-01", finalDeadline: "2027-02-26" })
        .where(eq(roundSchools.schoolId, given.id));
      await tx
        .update(roundSchools)
        .set({ participation: "expected", invitedAt: null })
        .where(eq(roundSchools.schoolId, later.id));
    });
    expect((await view()).rings).toEqual([]);
  });

  test("lets a school go when a call is noted, and shows what was agreed", async () => {
    const { app, view, school, hannah, organisation } = await aMonday();
    const { school: brook } = await school("Brook Farm");
    const where = { key: organisation.key, urn: brook.urn };
    expect((await view()).rings).toHaveLength(1);
    expect(await noteCall(app, hannah, { ...where, fields: CALL })).toMatchObject({ ok: true });
    expect((await view()).rings).toEqual([]);
    expect((await viewCalls(app, hannah, where)).contacts).toMatchObject([
      { when: "14 December 2026, by phone, headteacher", agreed: "Will start this week" },
    ]);
    app.clock.set("2026-12-21T09:00:00.000Z");
    const [again] = (await view()).rings;
    expect(again?.lastContact).toBe("14 December 2026, by phone, headteacher");
  });

  test("holds as many schools as the organisation has set", async () => {
    const { app, view, school, manager, organisation } = await aMonday();
    await school("Brook Farm");
    await school("Ash Lane");
    const change = { key: organisation.key, group: "chasing" as const, version: 1 };
    await changeSettings(app, manager, { ...change, typed: { ringAtMost: "1" } });
    const { rings, waiting, atMost } = await view();
    expect(rings.map(({ name }) => name)).toEqual(["Ash Lane"]);
    expect({ waiting, atMost }).toEqual({ waiting: 2, atMost: 1 });
  });

  test("asks about what may name a child before a call is noted", async () => {
    const { app, school, hannah, organisation } = await aMonday();
    const { school: brook } = await school("Brook Farm");
    const where = { key: organisation.key, urn: brook.urn };
    const fields = { ...CALL, agreed: "Jayden needs a plan first" };
    const asked = await noteCall(app, hannah, { ...where, fields });
    expect(asked).toMatchObject({ ok: false, problem: [{ field: "agreed", asks: "names" }] });
    const confirmed = await noteCall(app, hannah, { ...where, fields, namesConfirmed: true });
    expect(confirmed.ok).toBe(true);
  });

  test("is not there for the officer of another organisation, nor are its schools", async () => {
    const { app, school, hannah, organisation } = await aMonday();
    const { school: brook } = await school("Brook Farm");
    const other = await aCouncil(app, "northmoor");
    const { school: foreign } = await other.school("Foreign");
    await expect(
      viewMonday(app, other.hannah, { key: organisation.key, whole: true }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      viewCalls(app, hannah, { key: organisation.key, urn: foreign.urn }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      noteCall(app, other.hannah, { key: "northmoor", urn: brook.urn, fields: CALL }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("keeps an officer for asthma to rounds of asthma", async () => {
    const { app, school, view, organisationId } = await aMonday();
    await school("Brook Farm");
    const nurse = await anActor(app, {
      grants: [{ role: "officer", organisationId, questionnaireKey: "asthma-friendly" }],
    });
    expect((await view({ actor: nurse, whole: true })).rings).toEqual([]);
  });

  test("keeps calls about other things from an officer for asthma, and lets those noted for asthma be known to all", async () => {
    const { app, school, hannah, organisation } = await aMonday();
    const { school: brook } = await school("Brook Farm");
    const where = { key: organisation.key, urn: brook.urn };
    const definition = aDefinition({ key: "asthma-friendly", title: "Asthma" });
    const organisationId = organisation.id;
    const version = await aPublishedVersion(app, { definition, organisationId });
    await aRound(app, { organisationId, versionId: version.id, title: "Asthma", rolling: true });
    const aNurse = () =>
      anActor(app, {
        grants: [{ role: "officer", organisationId, questionnaireKey: "asthma-friendly" }],
      });
    const [nurse, colleague] = [await aNurse(), await aNurse()];
    await noteCall(app, hannah, { ...where, fields: { ...CALL, agreed: "About the Toolkit" } });
    await noteCall(app, nurse, { ...where, fields: { ...CALL, agreed: "About the kit" } });
    const told = async (actor: typeof hannah) =>
      (await viewCalls(app, actor, where)).contacts.map(({ agreed }) => agreed).sort();
    expect(await told(nurse)).toEqual(["About the kit"]);
    expect(await told(colleague)).toEqual(["About the kit"]);
    expect(await told(hannah)).toEqual(["About the Toolkit", "About the kit"]);
  });
});
