import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/domain/calendar/day";
import { RESPONSE_STATES } from "~/domain/response/states";
import { PARTICIPATIONS, standingInRound } from "~/domain/round/participation";
import { countReturns, pageOfReturns } from "~db/queries/returns-list";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aUser } from "~tests/support/factories/people";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound, aRoundSchool } from "~tests/support/factories/rounds";
import { aSignedCopy } from "~tests/support/factories/signed-copies";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const SEED = 20261211;
const FIRST = "2026-12-11";

const aDay = fc.integer({ min: -3, max: 45 }).map((days) => addDays(FIRST, days));
const orNone = fc.option(aDay, { nil: null });
const someSchools = fc.array(
  fc.record({
    participation: fc.constantFrom(...PARTICIPATIONS),
    state: fc.constantFrom(...RESPONSE_STATES),
    hasStandingCopy: fc.boolean(),
    firstDeadline: orNone,
    finalDeadline: orNone,
  }),
  { minLength: 40, maxLength: 40 },
);
const usual = {
  opensOn: "2026-09-01",
  firstDeadline: FIRST as string | null,
  finalDeadline: "2027-01-15" as string | null,
  rolling: false,
  closedAt: null as Date | null,
};
const ROUNDS = [
  usual,
  { ...usual, firstDeadline: null },
  { ...usual, finalDeadline: null, opensOn: addDays(FIRST, 2) },
  { ...usual, rolling: true },
  { ...usual, closedAt: new Date("2026-12-20T09:00:00.000Z") },
];
type School = (typeof someSchools extends fc.Arbitrary<infer T> ? T : never)[number];

async function aPlace(app: TestApp) {
  const { id: organisationId } = await anOrganisation(app, {});
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  const { id: userId } = await aUser(app);
  return { organisationId, versionId, userId };
}

test("a return is late in lists exactly where the rule of rounds says so", async () => {
  const app = await aTestApp();
  const place = await aPlace(app);
  const samples = fc.sample(someSchools, { seed: SEED, numRuns: ROUNDS.length });
  const seen = { late: 0, notLate: 0 };
  for (const [index, facts] of ROUNDS.entries()) {
    const round = await aRound(app, { ...place, ...facts });
    const made = new Map<string, School>();
    for (const school of samples[index] ?? []) {
      const { id: schoolId } = await aSchool(app, { coveredBy: [place.organisationId] });
      const { participation, state, firstDeadline, finalDeadline } = school;
      const withdrawnAt = state === "withdrawn" ? app.clock.now() : null;
      const stands = { participation, firstDeadline, finalDeadline, withdrawnAt };
      await aRoundSchool(app, { roundId: round.id, schoolId, ...stands });
      const of = { schoolId, versionId: place.versionId, roundId: round.id, state };
      const { id } = await aResponse(app, of);
      if (school.hasStandingCopy) await aSignedCopy(app, { responseId: id, userId: place.userId });
      made.set(id, school);
    }
    for (const today of [-1, 0, 1, 2, 20, 36].map((days) => addDays(FIRST, days))) {
      const scope = {
        ...{ roundId: round.id, organisationId: place.organisationId, today },
        ...{ districts: null, phase: null, groupId: null, search: null },
      };
      const list = { ...scope, state: null, sort: "name" as const, down: false, page: null };
      const rows = await pageOfReturns(app.db.read, list);
      const late = [...made].flatMap(([id, school]) => {
        const inRound = { ...school, withdrawn: school.state === "withdrawn" };
        return standingInRound(round, inRound, today).late === null ? [] : [id];
      });
      expect(rows.flatMap((row) => (row.late === 1 ? [row.id] : [])).sort()).toEqual(late.sort());
      const only = await pageOfReturns(app.db.read, { ...list, state: "late" });
      expect(only.map(({ id }) => id).sort()).toEqual(late);
      const counted = await countReturns(app.db.read, scope);
      expect(counted.reduce((sum, one) => sum + one.late, 0)).toBe(late.length);
      seen.late += late.length;
      seen.notLate += rows.length - late.length;
    }
  }
  expect(seen.late).toBeGreaterThan(20);
  expect(seen.notLate).toBeGreaterThan(20);
});
