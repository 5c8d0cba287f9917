import { describe, expect, test } from "vitest";
import { settleDuty } from "~/services/answering/settle-duty.server";
import { viewDuties } from "~/services/answering/view-duties.server";
import { viewTaskList } from "~/services/answering/view-task-list.server";
import { applyDuty, previewDuty, type DutyEdit } from "~/services/duties/change-duty.server";
import { askOnFirstDays } from "~/services/duties/ask-first-days.server";
import { NEW_DUTY, viewDuty, viewDutyDesk } from "~/services/duties/view-duty-desk.server";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { viewSign } from "~/services/signing/view-sign.server";
import { auditEntries, dutyAsks, submissions } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aResponse } from "~tests/support/factories/rounds";
import { aSigningSchool } from "../../signing/signing-school";

/** A school part-way in a round, one of a type the duty does not bind, and a manager of their authority. */
async function aDutyDesk() {
  const place = await aSigningSchool();
  const { app, owner, version, round } = place;
  const manager = await anActor(app, {
    user: { name: "Ruth Adeyemi" },
    grants: [{ role: "manager", organisationId: owner.id }],
  });
  const other = await aSchool(app, {
    typeName: "Community school",
    typeGroup: "Local authority maintained schools",
    coveredBy: [owner.id],
  });
  const maintained = await aResponse(app, {
    schoolId: other.id,
    versionId: version.id,
    roundId: round.id,
    state: "in-progress",
    types: '["maintained"]',
  });
  const at = { key: owner.key, questionnaire: version.questionnaireKey };
  const edit = (over: Partial<DutyEdit> = {}): DutyEdit => ({
    ...at,
    dutyId: null,
    version: 0,
    typo: false,
    typed: {
      ...NEW_DUTY,
      statement: "A2",
      source: "Children and Families Act 2014, section 100A",
      types: ["academy"],
    },
    ...over,
  });
  const asked = async () =>
    (await app.db.read.select().from(dutyAsks)).map(({ responseId }) => responseId);
  const add = async () => {
    const added = await applyDuty(app, manager, edit());
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    return added.value.dutyId;
  };
  return { ...place, manager, maintained, desk: at, edit, asked, add };
}

describe("a new or changed duty", () => {
  test("is shown with how many schools it touches, and asks only those", async () => {
    const { app, manager, response, edit, asked } = await aDutyDesk();
    const preview = await previewDuty(app, manager, edit());
    expect(preview).toMatchObject({ ok: true, value: { before: "", schools: 1 } });
    expect(await asked()).toEqual([]);
    await applyDuty(app, manager, edit());
    expect(await asked()).toEqual([response.id]);
  });

  test("counts no private self-review, and asks it all the same", async () => {
    const { app, manager, school, version, response, edit, asked } = await aDutyDesk();
    const mine = { schoolId: school.id, versionId: version.id };
    const hidden = await aResponse(app, { ...mine, roundId: null, state: "in-progress" });
    const preview = await previewDuty(app, manager, edit());
    expect(preview).toMatchObject({ ok: true, value: { schools: 1 } });
    await applyDuty(app, manager, edit());
    expect((await asked()).sort()).toEqual([response.id, hidden.id].sort());
  });

  test("is on the school’s home with old and new words, and is left to do until somebody has looked", async () => {
    const { app, manager, add, edit, senco, at, ready } = await aDutyDesk();
    const dutyId = await add();
    const changed = edit({ dutyId, version: 1 });
    await applyDuty(app, manager, {
      ...changed,
      typed: { ...changed.typed, source: "Children’s Wellbeing and Schools Act 2026, section 34" },
    });
    const { waiting } = await viewSchoolHome(app, senco, { urn: at.urn });
    expect(waiting).toMatchObject([
      {
        kind: "duty",
        itemKey: "A2",
        after:
          "Legal duty: Children’s Wellbeing and Schools Act 2026, section 34 (reference to be checked)",
      },
    ]);
    const left = async () => (await viewTaskList(app, senco, at)).left;
    expect((await left()).total).toBe(1);
    expect(await ready()).toMatchObject({ ok: false });
    const view = await viewDuties(app, senco, at);
    const [ask] = view.changed;
    await settleDuty(app, senco, { ...at, askId: ask?.id ?? "" });
    expect((await viewDuties(app, senco, at)).changed).toEqual([]);
    expect((await viewSchoolHome(app, senco, { urn: at.urn })).waiting).toEqual([]);
  });

  test("asks nobody when only a typing error is mended, and keeps what it said", async () => {
    const { app, manager, add, edit, asked, desk } = await aDutyDesk();
    const dutyId = await add();
    const before = await asked();
    await app.db.transact((tx) => tx.delete(dutyAsks).then(() => undefined));
    const change = edit({ dutyId, version: 1, typo: true });
    const typed = { ...change.typed, source: "Children and Families Act 2014, s100A" };
    await applyDuty(app, manager, { ...change, typed });
    expect(before).toHaveLength(1);
    expect(await asked()).toEqual([]);
    const { history } = await viewDuty(app, manager, { ...desk, dutyId });
    expect(history).toMatchObject([
      {
        by: "Ruth Adeyemi",
        words: "Legal duty: Children and Families Act 2014, section 100A (reference to be checked)",
      },
    ]);
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events).toEqual(["duty.added", "duty.changed"]);
  });

  test("leaves signed copies as they were, byte for byte", async () => {
    const { app, manager, ready, sign, edit, asked, maintained } = await aDutyDesk();
    await ready();
    await sign();
    const copies = async () =>
      (await app.db.read.select().from(submissions)).map(({ snapshot, sha256 }) => [
        snapshot,
        sha256,
      ]);
    const before = await copies();
    expect(before).toHaveLength(1);
    const everywhere = edit();
    const typed = { ...everywhere.typed, types: [] };
    await applyDuty(app, manager, { ...everywhere, typed });
    expect(await copies()).toEqual(before);
    expect(await asked()).toEqual([maintained.id]);
  });

  test("is refused from a version that no longer stands, with what does", async () => {
    const { app, manager, add, edit } = await aDutyDesk();
    const dutyId = await add();
    const first = edit({ dutyId, version: 1 });
    await applyDuty(app, manager, { ...first, typed: { ...first.typed, source: "First" } });
    const second = await applyDuty(app, manager, {
      ...first,
      typed: { ...first.typed, source: "Second" },
    });
    expect(second).toMatchObject({
      ok: false,
      problem: { kind: "conflict", version: 2, stands: { source: "First" } },
    });
  });
});

describe("who keeps duties", () => {
  test("are managers; an officer may not, and a school finds nothing", async () => {
    const { app, officer, head, desk, manager, add } = await aDutyDesk();
    await add();
    const view = await viewDutyDesk(app, manager, desk);
    const a2 = view.statements.find(({ key }) => key === "A2");
    expect(a2?.duties.at(-1)).toMatchObject({ stands: "on", types: ["academy"] });
    await expect(viewDutyDesk(app, officer, desk)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewDutyDesk(app, head, desk)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a school settles only what it was asked itself", async () => {
    const { app, outsider, senco, at, otherSchool, add } = await aDutyDesk();
    await add();
    const [ask] = (await viewDuties(app, senco, at)).changed;
    const asked = { responseId: at.responseId, askId: ask?.id ?? "" };
    await expect(settleDuty(app, outsider, { ...asked, urn: at.urn })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      settleDuty(app, outsider, { ...asked, urn: otherSchool.urn }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the sign page", () => {
  test("names a duty that changed after the answers were ready, until somebody has looked", async () => {
    const { app, add, head, at, ready } = await aDutyDesk();
    await ready();
    await add();
    const view = await viewSign(app, head, at);
    const changed = view.kind === "sign" ? view.dutiesChanged : [];
    expect(changed).toMatchObject([{ key: "A2" }]);
    expect(changed[0]?.says).toContain("section 100A");
    const [ask] = await app.db.read.select().from(dutyAsks);
    await settleDuty(app, head, { ...at, askId: ask?.id ?? "" });
    expect(await viewSign(app, head, at)).toMatchObject({ kind: "sign", dutiesChanged: [] });
  });
});

describe("a duty with a first day to come", () => {
  const FIRST_DAY = "2027-04-01";
  const onDay = (day: string) => new Date(`${day}T09:00:00Z`);
  const entered = async () => {
    const desk = await aDutyDesk();
    const { app, manager, edit } = desk;
    const typed = { ...edit().typed, from: "1 4 2027" };
    const preview = await previewDuty(app, manager, edit({ typed }));
    expect(preview).toMatchObject({ ok: true, value: { schools: 1, on: FIRST_DAY } });
    expect(await applyDuty(app, manager, edit({ typed }))).toMatchObject({ ok: true });
    return desk;
  };

  test("asks on that day, once, and not on the day it is entered", async () => {
    const { app, response, asked } = await entered();
    await askOnFirstDays(app);
    expect(await asked()).toEqual([]);
    app.clock.set(onDay(FIRST_DAY));
    await askOnFirstDays(app);
    await askOnFirstDays(app);
    expect(await asked()).toEqual([response.id]);
  });

  test("asks some days later where the server stood still, but nobody who began since", async () => {
    const { app, school, version, response, asked } = await entered();
    const where = { schoolId: school.id, versionId: version.id, roundId: null };
    const began = { state: "in-progress" as const, confirmedAt: onDay("2027-04-02") };
    await aResponse(app, { ...where, ...began });
    app.clock.set(onDay("2027-04-04"));
    await askOnFirstDays(app);
    expect(await asked()).toEqual([response.id]);
  });
});
