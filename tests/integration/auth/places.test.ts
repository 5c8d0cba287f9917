import { describe, expect, it } from "vitest";
import { listDemonstrationPeople } from "~/services/account/list-demonstration-people.server";
import { listPlaces } from "~/services/account/list-places.server";
import { anActor, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";

describe("a person's places", () => {
  it("are their schools, then their organisations, each once, by name and with their roles", async () => {
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
    const places = await listPlaces(app, actor);
    expect(places.map(({ path, name }) => [path, name])).toEqual([
      [`/schools/${ash.urn}`, "Ashfold Primary School"],
      [`/schools/${oak.urn}`, "Oakfold Primary School"],
      ["/organisations/wealdshire", council.name],
    ]);
    expect(places.map(({ roles }) => roles.map(({ role }) => role))).toEqual([
      ["governor"],
      ["head", "coordinator"],
      ["officer"],
    ]);
  });

  it("are one for all visits of a reviewer", async () => {
    const app = await aTestApp();
    const council = await anOrganisation(app);
    const grants = [{ role: "reviewer" as const, organisationId: council.id }];
    expect(await listPlaces(app, await anActor(app, { grants }))).toEqual([
      { path: "/visits", name: "Your visits", roles: [{ role: "reviewer", signingTitle: null }] },
    ]);
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
