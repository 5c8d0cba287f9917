import { expect, it } from "vitest";
import {
  insertGroupMembers,
  insertGroupRules,
  insertGroups,
  listSchoolsByGroup,
} from "~db/queries/school-groups";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";

it("finds the schools of a group put in by hand, or by their district or trust, among those covered", async () => {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app);
  const coveredBy = [organisationId];
  const thanet = await aSchool(app, { coveredBy, district: "Thanet" });
  const dover = await aSchool(app, { coveredBy, district: "Dover", trustName: "Samphire" });
  const ashford = await aSchool(app, { coveredBy, district: "Ashford" });
  await aSchool(app, { district: "Thanet" });
  const made = { organisationId, version: 1, createdAt: app.clock.now() };
  await app.db.transact(async (tx) => {
    await insertGroups(tx, [
      { ...made, id: "east", kind: "area", name: "East Kent" },
      { ...made, id: "samphire", kind: "trust", name: "Samphire" },
      { ...made, id: "coast", kind: "community", name: "Coast" },
    ]);
    await insertGroupRules(tx, [
      { groupId: "east", fact: "district", value: "Thanet" },
      { groupId: "east", fact: "district", value: "Dover" },
      { groupId: "samphire", fact: "trust", value: "Samphire" },
    ]);
    await insertGroupMembers(tx, [{ groupId: "coast", schoolId: ashford.id }]);
  });
  const byGroup = async (groupIds?: string[]) => {
    const rows = await listSchoolsByGroup(app.db.read, {
      organisationId,
      ...(groupIds ? { groupIds } : {}),
    });
    return rows.map(({ groupId, schoolId }) => `${groupId} ${schoolId}`).sort();
  };
  expect(await byGroup(["east"])).toEqual([`east ${thanet.id}`, `east ${dover.id}`].sort());
  expect(await byGroup()).toEqual(
    [`coast ${ashford.id}`, `east ${thanet.id}`, `east ${dover.id}`, `samphire ${dover.id}`].sort(),
  );
});
