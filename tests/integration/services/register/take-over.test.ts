import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listActions } from "~/services/actions/list-actions.server";
import { takeOver, viewTakeOver } from "~/services/register/take-over.server";
import { loadSubmission } from "~/services/signing/load-submission.server";
import { viewVisit } from "~/services/visits/view-visit.server";
import { insertSchoolLinks } from "~db/queries/schools";
import { actions, grants, responses, visits } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aSignedCopy } from "~tests/support/factories/signed-copies";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";

async function aConversion({ status = "Closed" } = {}) {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app);
  const coveredBy = [organisationId];
  const before = await aSchool(app, { coveredBy, name: "Old Oakfold", status });
  const after = await aSchool(app, { coveredBy, name: "Oakfold Academy" });
  const link = { predecessorId: before.id, successorId: after.id, linkedOn: "2026-09-01" };
  await app.db.transact((tx) => insertSchoolLinks(tx, [link]));
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  const one = await aRound(app, { organisationId, versionId });
  const other = await aRound(app, { organisationId, versionId });
  const held = { schoolId: before.id, versionId };
  const open = await aResponse(app, { ...held, roundId: one.id, state: "in-progress" });
  const signed = await aResponse(app, { ...held, roundId: other.id, state: "submitted" });
  const head = await anActor(app, { grants: [{ role: "head", schoolId: after.id }] });
  const colleague = await anActor(app, { grants: [{ role: "contributor", schoolId: before.id }] });
  const take = () => takeOver(app, head, { urn: after.urn, beforeUrn: before.urn });
  const schoolOf = async (id: string) =>
    (await app.db.read.select().from(responses).where(eq(responses.id, id)))[0]?.schoolId;
  return { app, before, after, open, signed, one, versionId, head, colleague, take, schoolOf };
}

const anAction = (
  app: TestApp,
  of: { schoolId: string; createdBy: string; title: string; state: "open" | "done" },
): typeof actions.$inferInsert => ({
  id: app.newId(),
  leadRole: "SENCO",
  term: "2026-27 Term 4",
  priority: 1,
  howWeWillKnow: "It is seen",
  progressNote: "",
  createdAt: app.clock.now(),
  updatedAt: app.clock.now(),
  version: 1,
  ...of,
});

describe("a school that takes another over", () => {
  it("gets its open work and roles, and reads what was signed there and stays there", async () => {
    const made = await aConversion();
    const { app, before, after, head } = made;
    await aSignedCopy(app, { responseId: made.signed.id, userId: head.userId });
    const place = { urn: before.urn, responseId: made.signed.id, number: 1 };
    await expect(loadSubmission(app, head, place)).rejects.toMatchObject({ code: "not-found" });
    expect((await viewTakeOver(app, head, after.urn)).before).toMatchObject([
      { standing: "waits", along: { responses: 1, actions: 0, visits: 0, people: 1 } },
    ]);
    expect(await made.take()).toBe("done");
    expect(await made.schoolOf(made.open.id)).toBe(after.id);
    expect(await made.schoolOf(made.signed.id)).toBe(before.id);
    const roles = await app.db.read.select().from(grants);
    expect(roles.find(({ userId }) => userId === made.colleague.userId)?.schoolId).toBe(after.id);
    expect((await loadSubmission(app, head, place)).school.id).toBe(before.id);
    expect(await made.take()).toBe("not-now");
  });

  it("gets its open actions and visits, and leaves those that have ended where they were", async () => {
    const made = await aConversion();
    const { app, before, after, head } = made;
    const schoolId = before.id;
    const createdBy = made.colleague.userId;
    const { visit: open } = await aVisit(app, { schoolId, state: "accepted" });
    const { visit: ended } = await aVisit(app, { schoolId, state: "closed" });
    await app.db.transact(async (tx) => {
      for (const state of ["open", "done"] as const) {
        await tx
          .insert(actions)
          .values(anAction(app, { schoolId, createdBy, title: state, state }));
      }
    });
    expect((await viewTakeOver(app, head, after.urn)).before).toMatchObject([
      { along: { actions: 1, visits: 1 } },
    ]);
    await made.take();
    const placed = await app.db.read.select().from(visits);
    const where = new Map(placed.map((visit) => [visit.id, visit.schoolId]));
    expect([where.get(open.id), where.get(ended.id)]).toEqual([after.id, before.id]);
    const plan = await listActions(app, head, { urn: after.urn });
    expect(plan.actions.map(({ title }) => title)).toEqual(["open"]);
    expect((await viewVisit(app, head, { visitId: open.id })).id).toBe(open.id);
  });

  it("leaves what the school after has in the same round itself", async () => {
    const made = await aConversion();
    const { app, after, versionId, one } = made;
    await aResponse(app, { schoolId: after.id, versionId, roundId: one.id });
    await made.take();
    expect(await made.schoolOf(made.open.id)).toBe(made.before.id);
  });

  it("waits until the register says that the other closed", async () => {
    const made = await aConversion({ status: "Open" });
    expect(await made.take()).toBe("not-now");
    expect(await made.schoolOf(made.open.id)).toBe(made.before.id);
  });

  it("needs its head or coordinator, and a link in the register", async () => {
    const made = await aConversion();
    const { app, after, before, head } = made;
    const colleague = await anActor(app, {
      grants: [{ role: "contributor", schoolId: after.id }],
    });
    const asked = { urn: after.urn, beforeUrn: before.urn };
    await expect(takeOver(app, colleague, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeOver(app, made.colleague, asked)).rejects.toMatchObject({ code: "not-found" });
    const unlinked = await aSchool(app, { status: "Closed" });
    await expect(takeOver(app, head, { ...asked, beforeUrn: unlinked.urn })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
