import { describe, expect, test } from "vitest";
import { endCover, setCover, viewCovers } from "~/services/chasing/cover.server";
import { viewMonday } from "~/services/chasing/view-monday.server";
import {
  changeOfficerDistricts,
  viewOfficerDistricts,
} from "~/services/people/officer-districts.server";
import { listPlaceGrants } from "~db/queries/grants";
import { aTestApp } from "~tests/support/test-app";
import { aCouncil } from "./a-council";

async function aCover() {
  const app = await aTestApp();
  const council = await aCouncil(app);
  const { organisation, hannah, kofi } = council;
  const { key } = organisation;
  const fields = {
    ...{ ownerId: hannah.userId, coveredBy: kofi.userId, districts: ["Thanet"] },
    ...{ from: "24 11 2026", to: "27 11 2026" },
  };
  const mine = async (actor = kofi) => (await viewMonday(app, actor, { key, whole: false })).mine;
  return { ...council, key, fields, mine };
}

describe("a cover", () => {
  test("puts an officer's districts into a colleague's list between two days, and says whose", async () => {
    const { app, hannah, key, fields, mine } = await aCover();
    expect(await setCover(app, hannah, { key, fields })).toMatchObject({ ok: true });
    const both = [
      { district: "Swale", coveredFor: null },
      { district: "Thanet", coveredFor: "Hannah Osei" },
    ];
    expect(await mine()).toEqual(both);
    expect(await mine(hannah)).toEqual([{ district: "Thanet", coveredFor: null }]);
    app.clock.set("2026-11-28T09:00:00.000Z");
    expect(await mine()).toEqual([both[0]]);
  });

  test("is set by the officer or a manager, and taken away again", async () => {
    const { app, hannah, kofi, manager, key, fields, mine } = await aCover();
    await expect(setCover(app, kofi, { key, fields })).rejects.toMatchObject({
      code: "forbidden",
    });
    await setCover(app, manager, { key, fields });
    const [cover] = (await viewCovers(app, hannah, key)).covers;
    const coverId = cover?.id ?? "";
    expect(cover).toMatchObject({ coveredByName: "Kofi Mensah", mayEnd: true });
    expect((await viewCovers(app, kofi, key)).covers[0]?.mayEnd).toBe(false);
    await expect(endCover(app, kofi, { key, coverId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await endCover(app, hannah, { key, coverId });
    expect(await mine()).toHaveLength(1);
    await expect(endCover(app, hannah, { key, coverId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("holds no districts of another, and nobody of another organisation", async () => {
    const { app, hannah, key, fields } = await aCover();
    const other = await aCouncil(app, "northmoor");
    const strange = { ...fields, coveredBy: other.kofi.userId, districts: ["Swale"] };
    const set = await setCover(app, hannah, { key, fields: strange });
    expect(set.ok ? [] : set.problem.map(({ field }) => field)).toEqual(["coveredBy", "districts"]);
    await expect(viewCovers(app, other.hannah, key)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the districts of an officer", () => {
  test("are set by a manager, from those of the organisation's schools", async () => {
    const { app, school, hannah, manager, organisationId, key, mine } = await aCover();
    await school("Brook Farm", { district: "Dover" });
    await school("Elm Grove", { district: "Thanet" });
    const grants = await listPlaceGrants(app.db.read, { organisationId, today: "2026-11-24" });
    const grantId = grants.find(({ userId }) => userId === hannah.userId)?.grantId ?? "";
    const at = { key, grantId };
    expect(await viewOfficerDistricts(app, manager, at)).toEqual({
      all: ["Dover", "Thanet"],
      chosen: ["Thanet"],
    });
    await changeOfficerDistricts(app, manager, { ...at, districts: ["Dover", "Nowhere"] });
    expect(await mine(hannah)).toEqual([{ district: "Dover", coveredFor: null }]);
    await expect(
      changeOfficerDistricts(app, hannah, { ...at, districts: [] }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
