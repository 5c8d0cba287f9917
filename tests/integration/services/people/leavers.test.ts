import { describe, expect, it } from "vitest";
import { getSession } from "~/auth/session.server";
import type { Actor } from "~/domain/policy/actor";
import { confirmAccess, viewAccessCheck } from "~/services/people/access-check.server";
import { changeRole, viewRole } from "~/services/people/change-role.server";
import { viewFirstDay } from "~/services/people/first-day.server";
import { inviteToSchool } from "~/services/people/invite-to-school.server";
import { removeColleague, viewRemove } from "~/services/people/remove-colleague.server";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { listAssignments, setAssignment } from "~db/queries/assignments";
import { insertTerms } from "~db/queries/calendar";
import { grantsInForce } from "~db/queries/people";
import { answerRevisions, auditEntries, grants, invitations, users } from "~db/schema";
import { aContext, aRequest, aSession } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aSave, aSchoolInARound } from "~tests/support/factories/worlds";
import { aTestApp } from "~tests/support/test-app";

const TODAY = "2026-11-24";

async function aTeam() {
  const app = await aTestApp();
  const world = await aSchoolInARound(app);
  const schoolId = world.school.id;
  const colleague = await anActor(app, {
    user: { name: "Ada Mensah" },
    grants: [{ role: "contributor", schoolId }],
  });
  const responseId = world.response.id;
  const assign = (userId: string, sectionKey = "A") =>
    app.db.transact((tx) =>
      setAssignment(tx, {
        responseId,
        sectionKey,
        userId,
        assignedBy: world.head.userId,
        assignedAt: app.clock.now(),
      }),
    );
  const assigned = async () =>
    (await listAssignments(app.db.read, { schoolId, responseId })).map(({ name }) => name);
  const held = (actor: Actor, day = TODAY) => grantsInForce(app.db.read, actor.userId, day);
  return { app, ...world, urn: world.school.urn, colleague, assign, assigned, held };
}

describe("removing a colleague", () => {
  it("hands their sections over in one step and ends roles and sessions at once", async () => {
    const { app, urn, head, coordinator, colleague, assign, assigned, held } = await aTeam();
    await assign(colleague.userId, "A");
    await assign(colleague.userId, "B");
    const cookie = await aSession(app, colleague.userId);
    const input = { urn, userId: colleague.userId, successorId: coordinator.userId };
    expect(await removeColleague(app, head, input)).toEqual({
      ok: true,
      value: { name: "Ada Mensah", sections: 2 },
    });
    expect(await assigned()).toEqual(["Tom Okafor", "Tom Okafor"]);
    expect(await getSession(aRequest("/", cookie), aContext(app))).toBeNull();
    expect(await held(colleague)).toEqual([]);
    expect(await held(colleague, "2026-11-23")).toHaveLength(1);
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events.sort()).toEqual(["grant.ended", "team.handed-over"]);
  });

  it("keeps their name on what they wrote", async () => {
    const { app, urn, head, colleague, response } = await aTeam();
    await aSave(app, { responseId: response.id, userId: colleague.userId, key: "A1" });
    await removeColleague(app, head, { urn, userId: colleague.userId, successorId: "" });
    const [revision] = await app.db.read.select().from(answerRevisions);
    const people = await app.db.read.select().from(users);
    expect(people.find(({ id }) => id === revision?.savedBy)?.name).toBe("Ada Mensah");
  });

  it("asks who takes the sections over, and takes nobody outside the team", async () => {
    const { app, urn, head, colleague, assign, held } = await aTeam();
    await assign(colleague.userId);
    const outsider = await anActor(app);
    for (const successorId of ["", outsider.userId, colleague.userId]) {
      const input = { urn, userId: colleague.userId, successorId };
      expect(await removeColleague(app, head, input)).toEqual({
        ok: false,
        problem: "choose-colleague",
      });
    }
    expect(await held(colleague)).toHaveLength(1);
  });

  it("takes back what they have invited people to", async () => {
    const { app, urn, head, coordinator } = await aTeam();
    const fields = { name: "Bo Lind", email: "bo@oakfold.example", role: "governor" };
    const blank = { from: "", to: "", signingTitle: "", questionnaireKey: "" };
    await inviteToSchool(app, coordinator, { urn, fields: { ...fields, ...blank } });
    const seen = await viewRemove(app, head, { urn, userId: coordinator.userId });
    expect(seen).toMatchObject({ invitations: 1, sections: 0, isLastHead: false });
    await removeColleague(app, head, { urn, userId: coordinator.userId, successorId: "" });
    const [row] = await app.db.read.select().from(invitations);
    expect(row?.withdrawnAt).toEqual(app.clock.now());
  });

  it("is not a colleague's, and a head is not removed by a coordinator", async () => {
    const { app, urn, head, coordinator, colleague } = await aTeam();
    const input = { urn, userId: head.userId, successorId: "" };
    for (const actor of [coordinator, colleague]) {
      const removed = removeColleague(app, actor, input);
      await expect(removed).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("finds nobody who has no role here", async () => {
    const { app, urn, head } = await aTeam();
    const stranger = await anActor(app);
    const removed = removeColleague(app, head, { urn, userId: stranger.userId, successorId: "" });
    await expect(removed).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the last head", () => {
  it("cannot go without a successor, by removal or by an end date", async () => {
    const { app, urn, head, held } = await aTeam();
    const input = { urn, userId: head.userId, successorId: "" };
    expect(await removeColleague(app, head, input)).toEqual({ ok: false, problem: "last-keeper" });
    const [grant] = (await app.db.read.select().from(grants)).filter(({ role }) => role === "head");
    const where = { urn, grantId: grant?.id ?? "" };
    const { stands } = await viewRole(app, head, where);
    const fields = { from: "", to: "1 12 2026", signingTitle: "headteacher", stands };
    expect(await changeRole(app, head, { ...where, ...fields })).toMatchObject({
      problem: [{ field: "to" }],
    });
    expect(await held(head)).toHaveLength(1);
  });

  it("goes once the next one is there", async () => {
    const { app, urn, head, school, held } = await aTeam();
    await anActor(app, { grants: [{ role: "head", schoolId: school.id, from: TODAY }] });
    const done = await removeColleague(app, head, { urn, userId: head.userId, successorId: "" });
    expect(done.ok).toBe(true);
    expect(await held(head)).toEqual([]);
  });

  it("does not go for one who starts later or has one questionnaire only", async () => {
    const { app, urn, head, school } = await aTeam();
    const at = { role: "head" as const, schoolId: school.id };
    await anActor(app, { grants: [{ ...at, from: "2027-01-04" }] });
    await anActor(app, { grants: [{ ...at, questionnaireKey: "asthma-friendly" }] });
    const done = await removeColleague(app, head, { urn, userId: head.userId, successorId: "" });
    expect(done).toEqual({ ok: false, problem: "last-keeper" });
  });

  it("goes once when two heads remove each other at the same moment", async () => {
    const { app, urn, head, school } = await aTeam();
    const other = await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
    const done = await Promise.all([
      removeColleague(app, head, { urn, userId: other.userId, successorId: "" }),
      removeColleague(app, other, { urn, userId: head.userId, successorId: "" }),
    ]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe("changing a role's dates", () => {
  it("is done by someone else, so that cover does not prolong itself", async () => {
    const { app, urn, school, coordinator } = await aTeam();
    const cover = await anActor(app, {
      grants: [{ role: "coordinator", schoolId: school.id, to: "2027-03-31" }],
    });
    const rows = await app.db.read.select().from(grants);
    const grantId = rows.find(({ userId }) => userId === cover.userId)?.id ?? "";
    const { stands } = await viewRole(app, cover, { urn, grantId });
    const fields = { from: "", signingTitle: "", stands };
    const change = (actor: Actor, to: string) =>
      changeRole(app, actor, { urn, grantId, ...fields, to });
    expect(await change(cover, "31 8 2027")).toMatchObject({ problem: [{ field: "to" }] });
    expect(await change(cover, "")).toMatchObject({ problem: [{ field: "to" }] });
    expect((await change(coordinator, "31 8 2027")).ok).toBe(true);
    await expect(change(coordinator, "1 7 2027")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the termly access check", () => {
  async function inTermOne() {
    const team = await aTeam();
    await team.app.db.transact((tx) =>
      insertTerms(tx, [
        {
          id: "term-1",
          organisationId: team.organisation.id,
          year: "2026-27",
          term: 1,
          from: "2026-09-01",
          to: "2026-10-23",
          version: 1,
        },
      ]),
    );
    return team;
  }
  const due = "Term 1, 2026 to 2027";

  it("waits for the head at home until one press says that it is right", async () => {
    const { app, urn, head, coordinator } = await inTermOne();
    expect((await viewSchoolHome(app, head, { urn })).accessCheck).toBe(due);
    expect((await viewSchoolHome(app, coordinator, { urn })).accessCheck).toBeNull();
    const { people } = await viewAccessCheck(app, head, { urn });
    const ids = people.flatMap(({ roles }) => roles.map(({ grantId }) => grantId));
    const done = await confirmAccess(app, head, { urn, shown: ids, kept: ids });
    expect(done).toEqual({ ok: true, value: { ended: 0 } });
    expect((await viewSchoolHome(app, head, { urn })).accessCheck).toBeNull();
  });

  it("ends what is unticked and brings its sections to whoever checks", async () => {
    const { app, urn, head, colleague, assign, assigned, held } = await inTermOne();
    await assign(colleague.userId);
    const rows = await app.db.read.select().from(grants);
    const shown = rows.filter(({ userId }) => userId !== head.userId).map(({ id }) => id);
    const kept = rows.filter(({ role }) => role === "coordinator").map(({ id }) => id);
    expect(await confirmAccess(app, head, { urn, shown, kept })).toMatchObject({
      value: { ended: 1 },
    });
    expect(await held(colleague)).toEqual([]);
    expect(await assigned()).toEqual(["Helen Price"]);
  });

  it("ends no role that was not shown, no head for a coordinator, and nobody's own", async () => {
    const { app, urn, head, coordinator, colleague, held } = await inTermOne();
    const idOf = async (actor: Actor) =>
      (await app.db.read.select().from(grants)).find(({ userId }) => userId === actor.userId)?.id ??
      "";
    await confirmAccess(app, head, { urn, shown: [], kept: [] });
    expect(await held(colleague)).toHaveLength(1);
    for (const who of [head, coordinator]) {
      const shown = [await idOf(who)];
      const ended = confirmAccess(app, coordinator, { urn, shown, kept: [] });
      await expect(ended).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("the first day", () => {
  it("shows a successor what is due and who is here, and a governor nothing", async () => {
    const { app, urn, head, school } = await aTeam();
    const view = await viewFirstDay(app, head, { urn });
    expect(view.team.map(({ name }) => name)).toEqual(["Ada Mensah", "Helen Price", "Tom Okafor"]);
    expect(view.due).toMatchObject([{ state: "in-progress" }]);
    expect(view).toMatchObject({ said: [], promised: [] });
    const governor = await anActor(app, { grants: [{ role: "governor", schoolId: school.id }] });
    await expect(viewFirstDay(app, governor, { urn })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
