import { describe, expect, it } from "vitest";
import {
  addGroup,
  exportGroups,
  removeGroup,
  saveGroup,
  viewGroup,
  viewGroups,
} from "~/services/register/groups.server";
import { viewSchools } from "~/services/register/view-schools.server";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";

async function kent() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: "kent" });
  const manager = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  const coveredBy = [organisationId];
  const margate = await aSchool(app, { coveredBy, name: "Margate", district: "Thanet" });
  const dover = await aSchool(app, { coveredBy, name: "Dover", district: "Dover" });
  const add = async (typed: { name: string; urns?: string; rules?: string[] }) => {
    const group = { kind: "community" as const, typed: { urns: "", rules: [], ...typed } };
    return addGroup(app, manager, { key: "kent", ...group });
  };
  return { app, organisationId, manager, margate, dover, add };
}

describe("a group of schools", () => {
  it("holds schools by URN, however they are parted, and narrows the list of schools", async () => {
    const { app, manager, margate, dover, add } = await kent();
    const added = await add({ name: " Coast ", urns: `URN\n${margate.urn}, ${margate.urn}` });
    const groupId = added.ok ? added.value.groupId : "";
    expect((await viewGroups(app, manager, "kent")).groups).toMatchObject([
      { name: "Coast", schools: 1 },
    ]);
    const filter = { search: "", group: groupId, standing: null, page: 1 };
    const { list } = await viewSchools(app, manager, { key: "kent", filter });
    expect(list.rows.map(({ name }) => name)).toEqual(["Margate"]);
    const typed = { name: "Coast", urns: "", rules: ["district:Dover"] };
    await saveGroup(app, manager, { key: "kent", groupId, version: 1, typed });
    const view = await viewGroup(app, manager, { key: "kent", groupId });
    expect(view).toMatchObject({ members: [], schools: [{ urn: dover.urn }] });
    expect(await exportGroups(app, manager, "kent")).toBe(
      `kind,group,urn,school\ncommunity,Coast,${dover.urn},Dover\n`,
    );
  });

  it("is refused with the URNs that are not covered, and with a name that is taken", async () => {
    const { app, add } = await kent();
    const elsewhere = await aSchool(app, { name: "Elsewhere" });
    expect(await add({ name: "Coast", urns: elsewhere.urn })).toMatchObject({
      problem: [{ field: "urns", message: expect.stringContaining(elsewhere.urn) as string }],
    });
    await add({ name: "Coast" });
    expect(await add({ name: "Coast" })).toMatchObject({ problem: [{ field: "name" }] });
  });

  it("is saved once where two change it at the same moment", async () => {
    const { app, manager, add } = await kent();
    const added = await add({ name: "Coast" });
    const groupId = added.ok ? added.value.groupId : "";
    const save = (name: string) =>
      saveGroup(app, manager, {
        key: "kent",
        groupId,
        version: 1,
        typed: { name, urns: "", rules: [] },
      });
    const answers = await Promise.all([save("One"), save("Two")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: "conflict" });
    expect(await removeGroup(app, manager, { key: "kent", groupId, version: 1 })).toBe(false);
    expect(await removeGroup(app, manager, { key: "kent", groupId, version: 2 })).toBe(true);
  });

  it("is no officer's to change, and nobody else's at all", async () => {
    const { app, organisationId, add } = await kent();
    const added = await add({ name: "Coast" });
    const groupId = added.ok ? added.value.groupId : "";
    const other = await anOrganisation(app, { key: "northmoor" });
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    const foreign = await anActor(app, { grants: [{ role: "manager", organisationId: other.id }] });
    await expect(viewGroup(app, officer, { key: "kent", groupId })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const key of ["kent", "northmoor"]) {
      await expect(viewGroup(app, foreign, { key, groupId })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});
