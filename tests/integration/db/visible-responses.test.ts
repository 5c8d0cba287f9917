import { expect, test } from "vitest";
import { londonDate } from "~/domain/calendar/format";
import type { Grant, Role } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { visibleResponses } from "~/domain/policy/scopes";
import { responseFacts } from "~/services/answering/load-response.server";
import { findResponse, listVisibleResponses } from "~db/queries/responses";
import { insertRoundShare } from "~db/queries/rounds";
import { aDefinition } from "~tests/support/factories/definitions";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aTestApp } from "~tests/support/test-app";

const ROLES: readonly Role[] = [
  "head",
  "contributor",
  "governor",
  "officer",
  "manager",
  "reviewer",
];

/** Two questionnaires, a shared round, one that is not, private ones; two schools. */
async function population() {
  const app = await aTestApp();
  const owner = await anOrganisation(app, { key: "owner" });
  const reader = await anOrganisation(app, { key: "reader" });
  const schools = [await aSchool(app, {}), await aSchool(app, { name: "Elmhurst" })];
  const keys = ["test-questionnaire", "other-questionnaire"];
  const responseIds: { schoolId: string; responseId: string }[] = [];
  for (const key of keys) {
    const definition = aDefinition({ key });
    const version = await aPublishedVersion(app, { definition, organisationId: owner.id });
    const placed = { organisationId: owner.id, versionId: version.id };
    const [shared, own] = [await aRound(app, placed), await aRound(app, placed)];
    const share = { roundId: shared.id, organisationId: reader.id };
    await app.db.transact((tx) => insertRoundShare(tx, share));
    for (const { id: schoolId } of schools) {
      for (const roundId of [shared.id, own.id, null]) {
        const made = await aResponse(app, { schoolId, versionId: version.id, roundId });
        responseIds.push({ schoolId, responseId: made.id });
      }
    }
  }
  return { app, places: [...schools, owner, reader], schools, responseIds, keys };
}

test("the list of what a person may know of agrees with the policy, for every role in every place", async () => {
  const { app, places, schools, responseIds, keys } = await population();
  const today = londonDate(app.clock.now());
  let listedInAll = 0;
  for (const role of ROLES) {
    for (const { id } of places) {
      for (const questionnaireKey of [null, keys[0] ?? null]) {
        const isSchool = schools.some((school) => school.id === id);
        const place: Partial<Grant> = isSchool ? { schoolId: id } : { organisationId: id };
        const actor = await anActor(app, { grants: [{ role, questionnaireKey, ...place }] });
        const visible = visibleResponses(actor, today);
        const listed: string[] = [];
        for (const { id: schoolId } of schools) {
          const rows = await listVisibleResponses(app.db.read, { schoolId, visible });
          listed.push(...rows.map((row) => row.id));
        }
        const allowed: string[] = [];
        for (const scope of responseIds) {
          const row = await findResponse(app.db.read, scope);
          if (row === undefined) throw new Error("not kept");
          const facts = await responseFacts(app, actor, { row, today });
          if (can(actor, "response.view-status", facts).allowed) allowed.push(row.id);
        }
        expect(listed.sort(), `${role} in ${id}`).toEqual(allowed.sort());
        listedInAll += listed.length;
      }
    }
  }
  expect(listedInAll).toBeGreaterThan(50);
});

test("nobody's scope lists nothing", async () => {
  const { app, schools } = await population();
  const schoolId = schools[0]?.id ?? "";
  expect(await listVisibleResponses(app.db.read, { schoolId, visible: [] })).toEqual([]);
});
