import { describe, expect, it } from "vitest";
import { listDemonstrationPeople } from "~/services/account/list-demonstration-people.server";
import { listPlaces } from "~/services/account/list-places.server";
import { anActor, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";

describe("a person's places", () => {
  it("are their schools, then their organisations, each once and by name", async () => {
    const app = await aTestApp();
    const oak = await aSchool(app, { name: "Oakfold Primary School" });
    const ash = await aSchool(app, { name: "Ashfold Primary School" });
    const council = await anOrganisation(app, { key: "wealdshire" });
    await aSchool(app, { name: "Elmfold Primary School" });
    const actor = await anActor(app, {
      grants: [
        { role: "officer", organisationId: council.id },
        { role: "head", schoolId: oak.id },
        { role: "governor", schoolId: ash.id },
        { role: "coordinator", schoolId: oak.id },
      ],
    });
    expect(await listPlaces(app, actor)).toMatchObject([
      {
        path: `/schools/${ash.urn}`,
        name: "Ashfold Primary School",
        roles: [{ role: "governor" }],
      },
      { path: `/schools/${oak.urn}`, name: "Oakfold Primary School" },
      { path: "/organisations/wealdshire", name: council.name },
    ]);
  });

  it("are those of roles in force today in London, the last day included", async () => {
    const app = await aTestApp({ now: "2027-06-30T23:30:00Z" });
    const [oak, ash] = [await aSchool(app, { name: "Oakfold" }), await aSchool(app, {})];
    const actor = await anActor(app, {
      grants: [
        { role: "head", schoolId: oak.id, to: "2027-07-01" },
        { role: "head", schoolId: ash.id, to: "2027-06-30" },
      ],
    });
    const roles = [{ role: "head", signingTitle: "headteacher" }];
    expect(await listPlaces(app, actor)).toEqual([
      { path: `/schools/${oak.urn}`, name: "Oakfold", roles },
    ]);
  });

  it("are none for a reviewer without a visit", async () => {
    const app = await aTestApp();
    const council = await anOrganisation(app);
    const grants = [{ role: "reviewer" as const, organisationId: council.id }];
    expect(await listPlaces(app, await anActor(app, { grants }))).toEqual([]);
  });
});

describe("the accounts of the demonstration", () => {
  it("are shown with their password in the demonstration, and nobody else's", async () => {
    const app = await aTestApp({ config: { demo: true } });
    await aUser(app, { email: "head@demo.test", name: "Joan Whitfield" });
    await aUser(app, { email: "priya.shah@marsh-lane.example" });
    expect(await listDemonstrationPeople(app)).toEqual({
      password: "inclusion-demo",
      people: [{ email: "head@demo.test", name: "Joan Whitfield" }],
    });
  });

  it.each([
    { demo: false, production: false },
    { demo: true, production: true },
  ])("are not shown with %j", async (config) => {
    const app = await aTestApp({ config });
    await aUser(app, { email: "head@demo.test" });
    expect(await listDemonstrationPeople(app)).toBeNull();
  });
});
