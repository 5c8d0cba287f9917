import { describe, expect, it } from "vitest";
import type { OrganisationFacts } from "~db/queries/organisations";
import { previewBulk, sendBulk } from "~/services/people/bulk-invite.server";
import {
  changeOrganisationInvitation,
  endOrganisationRole,
  inviteToOrganisation,
  viewPeople,
  type OrganisationFields,
} from "~/services/people/organisation-people.server";
import { grants, invitations } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { anAuthenticator } from "~tests/support/second-factors";
import { aTestApp } from "~tests/support/test-app";
import { mailsSent } from "./mails-sent";

const fields = (over: Partial<OrganisationFields> = {}): OrganisationFields => ({
  name: "Ada Mensah",
  email: "ada@council.example",
  role: "officer",
  from: "",
  to: "",
  signingTitle: "",
  questionnaireKey: "",
  urn: "",
  ...over,
});

async function aCouncil(over: Partial<OrganisationFacts> = {}) {
  const app = await aTestApp();
  const organisation = await anOrganisation(app, over);
  const { id: organisationId, key } = organisation;
  const school = await aSchool(app, { coveredBy: [organisationId] });
  const elsewhere = await aSchool(app, { name: "Elmhurst School" });
  const manager = await anActor(app, {
    user: { name: "Daniel Marsh" },
    grants: [{ role: "manager", organisationId }],
  });
  const invite = (given: Partial<OrganisationFields>) =>
    inviteToOrganisation(app, manager, { key, fields: fields(given) });
  return { app, organisation, organisationId, key, school, elsewhere, manager, invite };
}

describe("a manager", () => {
  it("invites officers and reviewers to the organisation, and heads to schools it covers", async () => {
    const { app, school, key, manager, invite } = await aCouncil();
    expect((await invite({ role: "officer" })).ok).toBe(true);
    expect((await invite({ role: "reviewer" })).ok).toBe(true);
    expect((await invite({ role: "head", urn: school.urn })).ok).toBe(true);
    expect((await mailsSent(app)).map(({ placeName, roleName }) => [placeName, roleName])).toEqual([
      ["Wealdshire County Council", "officer"],
      ["Wealdshire County Council", "reviewer"],
      ["Oakfold Primary School", "headteacher"],
    ]);
    expect((await viewPeople(app, manager, key)).invitations).toHaveLength(3);
  });

  it("of a health body invites NHS staff and no head", async () => {
    const { app, school, invite } = await aCouncil({ kind: "health", name: "NHS Wealdshire" });
    expect((await invite({ role: "officer" })).ok).toBe(true);
    expect((await mailsSent(app)).at(-1)?.roleName).toBe("NHS officer");
    expect(await invite({ role: "head", urn: school.urn })).toMatchObject({
      problem: [{ field: "role" }],
    });
  });

  it("does not invite a head to a school it does not cover, and cannot tell it from none", async () => {
    const { app, elsewhere, invite } = await aCouncil();
    const covered = await invite({ role: "head", urn: elsewhere.urn });
    expect(covered).toEqual(await invite({ role: "head", urn: "999999" }));
    expect(covered).toMatchObject({ problem: [{ field: "urn" }] });
    expect(await mailsSent(app)).toEqual([]);
  });

  it("gives no role of a school's team: escalation", async () => {
    const { school, invite } = await aCouncil();
    for (const role of ["coordinator", "contributor", "governor"]) {
      expect(await invite({ role, urn: school.urn })).toMatchObject({
        problem: [{ field: "role" }],
      });
    }
  });

  it("does nothing in another organisation", async () => {
    const { app, manager } = await aCouncil();
    const other = await anOrganisation(app);
    const asked = inviteToOrganisation(app, manager, { key: other.key, fields: fields() });
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
    await expect(viewPeople(app, manager, other.key)).rejects.toMatchObject({ code: "not-found" });
  });

  it("does not touch another organisation's invitation by its id", async () => {
    const { app, invite, organisationId } = await aCouncil();
    await invite({});
    const [row] = await app.db.read.select().from(invitations);
    const other = await anOrganisation(app);
    const outsider = await anActor(app, {
      grants: [{ role: "manager", organisationId: other.id }],
    });
    const input = { key: other.key, invitationId: row?.id ?? "", change: "withdraw" as const };
    const changed = changeOrganisationInvitation(app, outsider, input);
    await expect(changed).rejects.toMatchObject({ code: "conflict" });
    expect(row).toMatchObject({ organisationId, withdrawnAt: null });
  });

  it("helps an officer who lost an authenticator app", async () => {
    const { app, organisationId, key, manager } = await aCouncil();
    const grants = [{ role: "officer" as const, organisationId }];
    const officer = await anActor(app, { user: { name: "Hannah Osei" }, grants });
    const helped = async () =>
      (await viewPeople(app, manager, key)).people.flatMap(({ mayHelp, name }) =>
        mayHelp ? [name] : [],
      );
    expect(await helped()).toEqual([]);
    await anAuthenticator(app, officer.userId);
    expect(await helped()).toEqual(["Hannah Osei"]);
  });

  it("is the only one who does: an officer is refused", async () => {
    const { app, key, organisationId } = await aCouncil();
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    await expect(viewPeople(app, officer, key)).rejects.toMatchObject({ code: "forbidden" });
    const asked = inviteToOrganisation(app, officer, { key, fields: fields() });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });

  it("cannot go while there is no other", async () => {
    const { app, key, organisationId, manager } = await aCouncil();
    const [own] = await app.db.read.select().from(grants);
    const end = () => endOrganisationRole(app, manager, { key, grantId: own?.id ?? "" });
    expect(await end()).toEqual({ ok: false, problem: "last-keeper" });
    await anActor(app, { grants: [{ role: "manager", organisationId }] });
    expect((await end()).ok).toBe(true);
  });
});

describe("many from a spreadsheet", () => {
  const csvOf = (urn: string) =>
    [
      "Name,Email,Role,URN,From,To",
      `Bo Lind,bo@oakfold.example,Headteacher,${urn},,31 8 2027`,
      "Ada Mensah,ada@council.example,officer,,,",
      "Ada Mensah,ADA@council.example,officer,,,",
      "Cy Ode,not an address,officer,,,",
      "Di Pena,di@x.example,head,999999,,",
      "Eve Roe,eve@x.example,governor,,,",
    ].join("\r\n");

  it("is shown line by line with its problems, and nothing is sent", async () => {
    const { app, school, key, manager } = await aCouncil();
    const seen = await previewBulk(app, manager, { key, csv: csvOf(school.urn) });
    const rows = seen.ok ? seen.value.rows : [];
    expect(rows.map(({ line, ready }) => [line, ready])).toEqual([
      [2, true],
      [3, true],
      [4, false],
      [5, false],
      [6, false],
      [7, false],
    ]);
    expect(rows.map(({ problems }) => problems[0]?.split(":")[0])).toEqual([
      undefined,
      undefined,
      "This person is in this role, or asked already",
      "email",
      "urn",
      "role",
    ]);
    expect(await mailsSent(app)).toEqual([]);
    expect(await app.db.read.select().from(invitations)).toEqual([]);
  });

  it("is sent once confirmed: the lines that were shown as ready, and once each", async () => {
    const { app, school, key, manager } = await aCouncil();
    const csv = csvOf(school.urn);
    const send = (lines: number[]) => sendBulk(app, manager, { key, csv, lines });
    expect(await send([])).toMatchObject({ value: { sent: 0 } });
    expect(await send([2, 4, 5, 7])).toEqual({ ok: true, value: { sent: 1, left: 5 } });
    expect(await send([2, 3])).toEqual({ ok: true, value: { sent: 1, left: 5 } });
    expect((await mailsSent(app)).map(({ email }) => email)).toEqual([
      "bo@oakfold.example",
      "ada@council.example",
    ]);
  });

  it.each([
    ["", "empty"],
    ["name,email\nBo,bo@x.example", "columns"],
    ['name,email,role\n"Bo', "unreadable"],
    [`name,email,role\n${"Bo,bo@x.example,officer\n".repeat(301)}`, "too-many"],
  ])("says what is wrong with a file (%#)", async (csv, problem) => {
    const { app, key, manager } = await aCouncil();
    expect(await previewBulk(app, manager, { key, csv })).toEqual({ ok: false, problem });
  });
});
