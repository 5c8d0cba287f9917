import { describe, expect, it } from "vitest";
import { applyImport } from "~/services/register/apply-import.server";
import { prepareImport } from "~/services/register/prepare-import.server";
import {
  applyLooked,
  coverAuthorities,
  receiveFiles,
  viewImport,
} from "~/services/register/view-import.server";
import { listOrganisationsCovering, listSchoolsCovered } from "~db/queries/schools";
import { auditEntries, schoolLinks, schools } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aFile, aLine, linksFile, written } from "~tests/support/files/register-files";
import { aTestApp } from "~tests/support/test-app";

async function aRegister() {
  const app = await aTestApp();
  const organisation = await anOrganisation(app, { key: "kent" });
  const organisationId = organisation.id;
  const manager = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  await coverAuthorities(app, manager, { key: "kent", typed: "886" });
  const send = async (text: string, links?: string) => {
    const files = { schools: written(text), links: links === undefined ? null : written(links) };
    const prepared = await receiveFiles(app, manager, { key: "kent", ...files });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
    return prepared.value.importId;
  };
  const apply = (importId: string) => applyLooked(app, manager, { key: "kent", importId });
  const covered = () => listSchoolsCovered(app.db.read, { organisationId });
  const stored = async () =>
    (await app.db.read.select().from(schools)).map(({ urn }) => urn).sort();
  return { app, organisationId, manager, send, apply, covered, stored };
}

describe("an import", () => {
  it("changes nothing before it is applied, then all of it, and the same file again nothing", async () => {
    const { app, send, apply, covered, stored, manager } = await aRegister();
    const file = aFile(aLine(), aLine({ URN: "118255", EstablishmentName: "Marsh Lane" }));
    const importId = await send(file);
    expect(await stored()).toEqual([]);
    expect(await apply(importId)).toMatchObject({ ok: true, value: { added: 2 } });
    expect((await covered()).map(({ name }) => name)).toEqual([
      "Marsh Lane",
      "Oakfold Primary School",
    ]);
    const again = await send(file);
    const view = await viewImport(app, manager, {
      key: "kent",
      importId: again,
      show: null,
      page: 1,
    });
    expect(view.summary).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 2 });
    const before = await app.db.read.select().from(schools);
    await apply(again);
    expect(await app.db.read.select().from(schools)).toEqual(before);
  });

  it("changes a school field by field and keeps what is the service's own", async () => {
    const { app, organisationId, send, apply, manager, covered } = await aRegister();
    const school = await aSchool(app, {
      coveredBy: [organisationId],
      urn: "118254",
      laCode: "886",
    });
    const importId = await send(aFile(aLine({ EstablishmentName: "Oakfold Academy" })));
    const { lines } = await viewImport(app, manager, {
      key: "kent",
      importId,
      show: "changed",
      page: 1,
    });
    expect(lines[0]?.changes).toContainEqual({
      label: "Name",
      from: "Oakfold Primary School",
      to: "Oakfold Academy",
    });
    await apply(importId);
    expect(await covered()).toMatchObject([
      { id: school.id, name: "Oakfold Academy", officeEmail: school.officeEmail, version: 2 },
    ]);
    const [entry] = (await app.db.read.select().from(auditEntries)).slice(-1);
    expect(entry).toMatchObject({ event: "register.imported", actorId: manager.userId });
  });

  it("says that it has gone stale where a school moved on since, and changes nothing", async () => {
    const { app, organisationId, send, apply, covered } = await aRegister();
    await aSchool(app, { coveredBy: [organisationId], urn: "118254", laCode: "886" });
    const other = await send(aFile(aLine({ EstablishmentName: "Theirs" })));
    await apply(other);
    const late = await send(aFile(aLine({ EstablishmentName: "Mine" })));
    await app.db.transact(async (tx) => {
      await tx.update(schools).set({ version: 9 });
    });
    expect(await apply(late)).toEqual({ ok: false, problem: "stale" });
    expect(await covered()).toMatchObject([{ name: "Theirs" }]);
  });

  it("says so too where the authorities covered have changed since", async () => {
    const { app, manager, send, apply, stored } = await aRegister();
    const importId = await send(aFile(aLine()));
    await coverAuthorities(app, manager, { key: "kent", typed: "886, 887" });
    expect(await apply(importId)).toEqual({ ok: false, problem: "stale" });
    expect(await stored()).toEqual([]);
  });

  it("is applied once where two press at the same moment", async () => {
    const { send, apply } = await aRegister();
    const importId = await send(aFile(aLine()));
    const answers = await Promise.all([apply(importId), apply(importId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: "done" });
  });

  it("has a new school covered by every organisation that covers its authority", async () => {
    const { app, organisationId, send, apply, covered } = await aRegister();
    const health = await anOrganisation(app, { key: "nhs", kind: "health" });
    const nurse = await anActor(app, { grants: [{ role: "manager", organisationId: health.id }] });
    await coverAuthorities(app, nurse, { key: "nhs", typed: "886 887" });
    await apply(await send(aFile(aLine())));
    const [school] = await covered();
    const covering = await listOrganisationsCovering(app.db.read, { schoolId: school?.id ?? "" });
    expect(covering).toEqual([organisationId, health.id].sort());
  });

  it("writes links to schools that are there or that it adds", async () => {
    const { app, send, apply } = await aRegister();
    const links = linksFile('118254,150000,"Oakfold Academy","Successor","31-08-2026"');
    await apply(await send(aFile(aLine(), aLine({ URN: "150000" })), links));
    expect(await app.db.read.select().from(schoolLinks)).toMatchObject([
      { linkedOn: "2026-08-31", takenOverAt: null },
    ]);
  });

  it("does not take a broken file, and what waited stays", async () => {
    const { app, manager, send, apply, stored } = await aRegister();
    const waiting = await send(aFile(aLine()));
    const broken = written(aFile(aLine({ OpenDate: "31-02-2020" })));
    const refusal = await receiveFiles(app, manager, { key: "kent", schools: broken, links: null });
    expect(refusal).toMatchObject({ problem: { problems: [{ line: 2, column: "OpenDate" }] } });
    expect(await stored()).toEqual([]);
    expect((await apply(waiting)).ok).toBe(true);
  });

  it("of a trust brings only the schools up to date that it covers", async () => {
    const { app } = await aRegister();
    const { id: organisationId } = await anOrganisation(app, { key: "trust", kind: "trust" });
    await aSchool(app, { coveredBy: [organisationId], urn: "118254", laCode: "886" });
    const schoolsFile = written(aFile(aLine(), aLine({ URN: "118255" })));
    const prepared = await prepareImport(app, {
      organisationId,
      by: null,
      schools: schoolsFile,
      links: null,
    });
    const importId = prepared.ok ? prepared.value.importId : "";
    const applied = await applyImport(app, { organisationId, importId, by: null });
    expect(applied).toMatchObject({ ok: true, value: { added: 0, changed: 1 } });
  });

  it("is nobody else's", async () => {
    const { app, organisationId, send } = await aRegister();
    const importId = await send(aFile(aLine()));
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    const other = await anOrganisation(app, { key: "northmoor" });
    const foreign = await anActor(app, { grants: [{ role: "manager", organisationId: other.id }] });
    for (const [actor, code] of [
      [officer, "forbidden"],
      [foreign, "not-found"],
    ] as const) {
      const asked = { key: "kent", importId };
      await expect(applyLooked(app, actor, asked)).rejects.toMatchObject({ code });
      await expect(viewImport(app, actor, { ...asked, show: null, page: 1 })).rejects.toMatchObject(
        { code },
      );
    }
    await expect(applyLooked(app, foreign, { key: "northmoor", importId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
