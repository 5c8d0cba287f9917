import { describe, expect, it } from "vitest";
import { viewSchoolPage } from "~/services/register/view-school.server";
import { viewSchools } from "~/services/register/view-schools.server";
import { insertSchoolLinks } from "~db/queries/schools";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aTestApp } from "~tests/support/test-app";

async function kent() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: "kent" });
  const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  const round = await aRound(app, { organisationId, versionId });
  const invite = (schoolId: string) => aResponse(app, { schoolId, versionId, roundId: round.id });
  return { app, organisationId, officer, versionId, round, invite };
}

describe("the list of schools", () => {
  it("keeps expected, invited, joined and closed apart", async () => {
    const { app, organisationId, officer, invite } = await kent();
    const coveredBy = [organisationId];
    await aSchool(app, { coveredBy, name: "Expected" });
    const invited = await aSchool(app, { coveredBy, name: "Invited" });
    await invite(invited.id);
    const joined = await aSchool(app, { coveredBy, name: "Joined" });
    await anActor(app, { grants: [{ role: "head", schoolId: joined.id }] });
    await aSchool(app, { coveredBy, name: "Over", status: "Closed" });
    await aSchool(app, { name: "Elsewhere" });
    const filter = { search: "", group: null, standing: null, page: 1 };
    const { list } = await viewSchools(app, officer, { key: "kent", filter });
    expect(list.rows.map(({ name, standing }) => `${name} ${standing}`)).toEqual([
      "Expected expected",
      "Invited invited",
      "Joined joined",
      "Over closed",
    ]);
    const search = { ...filter, search: "invi oakfold" };
    expect((await viewSchools(app, officer, { key: "kent", filter: search })).list.found).toBe(1);
  });
});

describe("a school's page", () => {
  it("holds its rounds and those of the school before it, and who is in charge", async () => {
    const { app, organisationId, officer, invite } = await kent();
    const coveredBy = [organisationId];
    const before = await aSchool(app, { coveredBy, name: "Old Oakfold", status: "Closed" });
    const school = await aSchool(app, { coveredBy, name: "Oakfold Academy" });
    const link = { predecessorId: before.id, successorId: school.id, linkedOn: "2026-09-01" };
    await app.db.transact((tx) => insertSchoolLinks(tx, [link]));
    await invite(before.id);
    await anActor(app, {
      user: { name: "Priya Shah" },
      grants: [{ role: "head", schoolId: school.id }],
    });
    const view = await viewSchoolPage(app, officer, { key: "kent", urn: school.urn });
    expect(view).toMatchObject({
      before: [{ name: "Old Oakfold", on: "2026-09-01", takenOver: false }],
      inCharge: [{ name: "Priya Shah", role: "head" }],
      rounds: [{ heldBy: "Old Oakfold", state: "not-started" }],
    });
  });

  it("shows someone limited to one questionnaire its rounds only", async () => {
    const { app, organisationId, invite } = await kent();
    const school = await aSchool(app, { coveredBy: [organisationId] });
    await invite(school.id);
    const limited = { role: "officer" as const, organisationId, questionnaireKey: "another" };
    const nurse = await anActor(app, { grants: [limited] });
    const view = await viewSchoolPage(app, nurse, { key: "kent", urn: school.urn });
    expect(view.rounds).toEqual([]);
  });

  it("is not found where the school is not covered", async () => {
    const { app, officer } = await kent();
    const school = await aSchool(app);
    await expect(
      viewSchoolPage(app, officer, { key: "kent", urn: school.urn }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
