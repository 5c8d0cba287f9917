import { describe, expect, test } from "vitest";
import { isUniqueViolation } from "~db/errors";
import { listDutyHistory, listDuties, updateDuty } from "~db/queries/duties";
import { findInstallationFact, setInstallationFact } from "~db/queries/installation";
import { findUserByEmail, grantsInForce, insertUser, listSchoolTeam } from "~db/queries/people";
import {
  findSchoolByUrn,
  listOrganisationsCovering,
  listSchoolsCovered,
} from "~db/queries/schools";
import { findPublishedVersion } from "~db/queries/versions";
import { aGrant, anActor, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aTestApp } from "~tests/support/test-app";

describe("people", () => {
  test("are found by their address however it is written", async () => {
    const app = await aTestApp();
    const user = await aUser(app, { email: "Sam.Fletcher@Oakfold.example" });
    const found = await findUserByEmail(app.db.read, "  sam.fletcher@oakfold.EXAMPLE ");
    expect(found?.id).toBe(user.id);
  });

  test("cannot share an address", async () => {
    const app = await aTestApp();
    const user = await aUser(app, { email: "sam@oakfold.example" });
    const again = { ...user, id: app.newId(), email: "SAM@oakfold.example" };
    const write = app.db.transact((tx) => insertUser(tx, { ...again, createdAt: app.clock.now() }));
    await expect(write).rejects.toSatisfy(isUniqueViolation);
  });

  test("hold a role from its first day to its last, both included", async () => {
    const app = await aTestApp();
    const school = await aSchool(app);
    const user = await aUser(app);
    const dates = { from: "2026-09-01", to: "2026-12-18" };
    await aGrant(app, { userId: user.id, role: "head", schoolId: school.id, ...dates });
    const rolesOn = async (day: string) =>
      (await grantsInForce(app.db.read, user.id, day)).map(({ role }) => role);
    expect(await rolesOn("2026-08-31")).toEqual([]);
    expect(await rolesOn("2026-09-01")).toEqual(["head"]);
    expect(await rolesOn("2026-12-18")).toEqual(["head"]);
    expect(await rolesOn("2026-12-19")).toEqual([]);
  });

  test("stand in their school's team by name, without those who have left", async () => {
    const app = await aTestApp();
    const { id: schoolId } = await aSchool(app);
    await anActor(app, { user: { name: "Zoe" }, grants: [{ role: "head", schoolId }] });
    await anActor(app, { user: { name: "Émile" }, grants: [{ role: "coordinator", schoolId }] });
    const left = { role: "contributor" as const, schoolId, to: "2026-01-01" };
    await anActor(app, { user: { name: "Adam" }, grants: [left] });
    const team = await listSchoolTeam(app.db.read, { schoolId, today: "2026-11-24" });
    expect(team.map(({ name, role }) => [name, role])).toEqual([
      ["Émile", "coordinator"],
      ["Zoe", "head"],
    ]);
  });
});

test("schools are listed for the organisations that cover them, by name", async () => {
  const app = await aTestApp();
  const health = await anOrganisation(app, { kind: "health" });
  const authority = await anOrganisation(app);
  const both = { coveredBy: [authority.id, health.id], name: "St Mary's", district: "East" };
  const school = await aSchool(app, both);
  await aSchool(app, { coveredBy: [health.id], name: "Abbey" });
  const namesOf = async (organisationId: string, district?: string) =>
    (await listSchoolsCovered(app.db.read, { organisationId, district })).map(({ name }) => name);
  expect(await namesOf(health.id)).toEqual(["Abbey", "St Mary's"]);
  expect(await namesOf(authority.id)).toEqual(["St Mary's"]);
  expect(await namesOf(health.id, "East")).toEqual(["St Mary's"]);
  expect((await findSchoolByUrn(app.db.read, school.urn))?.id).toBe(school.id);
  const covering = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  expect(covering).toEqual([authority.id, health.id].sort());
});

test("the newest published version of an organisation's questionnaire is found", async () => {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app);
  await aPublishedVersion(app, { organisationId });
  const second = await aPublishedVersion(app, { organisationId });
  const scope = { organisationId, questionnaireKey: "test-questionnaire" };
  expect(await findPublishedVersion(app.db.read, scope)).toMatchObject({
    id: second.id,
    number: 2,
    state: "published",
  });
});

test("a duty keeps what it said before, and refuses the second of two edits from one version", async () => {
  const app = await aTestApp();
  const { questionnaireId } = await aPublishedVersion(app);
  const [duty] = await listDuties(app.db.read, { questionnaireId });
  if (duty === undefined) throw new Error("expected the duty of A1");
  const edit = (source: string) =>
    app.db.transact((tx) =>
      updateDuty(tx, {
        questionnaireId,
        dutyId: duty.id,
        version: duty.version,
        to: { ...duty, source },
        historyId: app.newId(),
        changedBy: "someone",
        at: app.clock.now(),
      }),
    );
  expect([await edit("The Act, section 2"), await edit("The Act, section 3")]).toEqual([
    true,
    false,
  ]);
  const [now] = await listDuties(app.db.read, { questionnaireId });
  expect(now).toMatchObject({ source: "The Act, section 2", version: 2 });
  const history = await listDutyHistory(app.db.read, { dutyId: duty.id });
  expect(history).toHaveLength(1);
  expect(history[0]?.content).toContain("An Act of 2014, section 1");
});

test("a fact about the installation is kept and can change", async () => {
  const app = await aTestApp();
  const set = (value: string) =>
    app.db.transact((tx) => setInstallationFact(tx, { key: "demo", value }));
  expect(await findInstallationFact(app.db.read, "demo")).toBeUndefined();
  await set("one");
  await set("two");
  expect(await findInstallationFact(app.db.read, "demo")).toBe("two");
});
