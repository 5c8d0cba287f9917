import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openRound } from "~/services/rounds/open-round.server";
import { withdrawSchool } from "~/services/rounds/withdraw-school.server";
import { findResponse } from "~db/queries/responses";
import { findRoundSchool, listRoundSchools, updateRoundSchool } from "~db/queries/round-schools";
import { engineOf } from "~db/engine";
import { roundSchools } from "~db/schema";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { locationOf, rawRows } from "~tests/support/raw-database";
import { aTestApp } from "~tests/support/test-app";
import { aReadySchool, sign } from "../signing/ready-school";

async function aRoundOfTwo() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app);
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  const schools = [
    await aSchool(app, { name: "School 10" }),
    await aSchool(app, { name: "School 9" }),
  ];
  const round = {
    ...{ organisationId, versionId, title: "Autumn review", sections: null, chooseAtLeast: null },
    ...{ opensOn: "2026-09-01", firstDeadline: "2026-12-11", finalDeadline: "2027-01-15" },
    ...{ rolling: false, validityMonths: null, governorSigns: false, demonstration: false },
    sharedWith: [],
  };
  const roundId = await openRound(app, { round, schoolIds: schools.map(({ id }) => id) });
  return { app, roundId, schools, organisationId, versionId };
}

describe("the schools of a round", () => {
  test("are invited when it opens, and listed by name with the state of their return", async () => {
    const { app, roundId } = await aRoundOfTwo();
    const at = app.clock.now();
    expect(await listRoundSchools(app.db.read, { roundId })).toMatchObject([
      { name: "School 9", participation: "invited", invitedAt: at, state: "not-started" },
      { name: "School 10", participation: "invited", withdrawnAt: null, copyId: null },
    ]);
  });

  test("stand there once, with the return of the latest period and the copy that stands", async () => {
    const place = await aReadySchool({ round: { rolling: true } });
    const { app, round, school, response } = place;
    await sign(place);
    const of = { roundId: round.id, schoolId: school.id };
    expect(await listRoundSchools(app.db.read, of)).toMatchObject([
      { responseId: response.id, state: "submitted", copyId: expect.any(String) as string },
    ]);
    const next = await aResponse(app, { ...of, versionId: response.versionId, period: 2 });
    expect(await listRoundSchools(app.db.read, of)).toMatchObject([
      { responseId: next.id, state: "not-started", copyId: null },
    ]);
  });

  test("keep that they were withdrawn, and when", async () => {
    const place = await aReadySchool();
    const { app, manager, round, school } = place;
    const reason = "It closes in July";
    await withdrawSchool(app, manager, { roundId: round.id, urn: school.urn, reason });
    const stands = await findRoundSchool(app.db.read, { roundId: round.id, schoolId: school.id });
    expect(stands).toMatchObject({ withdrawnAt: app.clock.now(), withdrawnReason: reason });
  });

  test("see the deadlines that count for them, and the others those of the round", async () => {
    const { app, roundId, schools } = await aRoundOfTwo();
    const set = { finalDeadline: "2027-02-01", extendedReason: "A new head since January" };
    const [extended, other] = schools.map(({ id }) => ({ roundId, schoolId: id }));
    if (extended === undefined || other === undefined) throw new Error("two schools");
    await app.db.transact((tx) => updateRoundSchool(tx, { ...extended, version: 1, set }));
    const rows = await listRoundSchools(app.db.read, { roundId });
    const deadlines = async (schoolId: string) => {
      const responseId = rows.find((row) => row.schoolId === schoolId)?.responseId ?? "";
      const found = await findResponse(app.db.read, { schoolId, responseId });
      return [found?.firstDeadline, found?.finalDeadline];
    };
    expect(await deadlines(extended.schoolId)).toEqual(["2026-12-11", "2027-02-01"]);
    expect(await deadlines(other.schoolId)).toEqual(["2026-12-11", "2027-01-15"]);
  });

  test("are changed by one person at a time", async () => {
    const { app, roundId, schools } = await aRoundOfTwo();
    const change = { roundId, schoolId: schools[0]?.id ?? "", version: 1 };
    const set = { finalDeadline: "2027-02-01" };
    expect(await app.db.transact((tx) => updateRoundSchool(tx, { ...change, set }))).toBe(true);
    expect(await app.db.transact((tx) => updateRoundSchool(tx, { ...change, set }))).toBe(false);
  });
});

/** The statement of the migration that tells of rounds opened before it. */
function fillingStatement(url: string | undefined): string {
  const folder = path.join("migrations", engineOf(url));
  const file = readdirSync(folder).find((name) => name.endsWith("_schools-of-rounds.sql")) ?? "";
  return (
    readFileSync(path.join(folder, file), "utf8").split("--> statement-breakpoint").at(-1) ?? ""
  );
}

test("a round opened before schools were kept apart counts every return as an invitation", async () => {
  const { app, roundId, schools, organisationId, versionId } = await aRoundOfTwo();
  const rolling = await aRound(app, { organisationId, versionId, rolling: true });
  const [one, two] = schools.map(({ id }) => id);
  const begun = { roundId: rolling.id, versionId, schoolId: one ?? "" };
  await aResponse(app, { ...begun, state: "submitted" });
  await aResponse(app, { ...begun, state: "not-started", period: 2 });
  await aResponse(app, { ...begun, schoolId: two ?? "", state: "not-started" });
  const gone = await aSchool(app, {});
  await aResponse(app, { roundId, versionId, schoolId: gone.id, state: "withdrawn" });
  await app.db.transact(async (tx) => {
    await tx.delete(roundSchools);
  });
  await rawRows(locationOf(app), fillingStatement(app.config.databaseUrl));
  const now = await app.db.read.select().from(roundSchools);
  const of = (round: string, schoolId: string | undefined) =>
    now.find((row) => row.roundId === round && row.schoolId === schoolId);
  expect(now).toHaveLength(5);
  expect(of(roundId, one)).toMatchObject({ participation: "invited", invitedAt: app.clock.now() });
  expect(of(roundId, gone.id)).toMatchObject({ withdrawnAt: app.clock.now() });
  expect(of(rolling.id, one)).toMatchObject({ participation: "joined" });
  expect(of(rolling.id, two)).toMatchObject({ participation: "invited", joinedAt: null });
});
