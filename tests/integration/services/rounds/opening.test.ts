import { describe, expect, test } from "vitest";
import { discardDraft, saveStep, startDraft } from "~/services/rounds/drafts.server";
import { inviteSchoolLater } from "~/services/rounds/invite-schools.server";
import { viewRounds } from "~/services/rounds/list-rounds.server";
import { openDraft } from "~/services/rounds/open-draft.server";
import { viewCheck, viewDraft } from "~/services/rounds/view-draft.server";
import { viewRound } from "~/services/rounds/view-round.server";
import { listRoundSchools } from "~db/queries/round-schools";
import { auditEntries, responses, rounds } from "~db/schema";
import { doOutbox } from "~tests/support/do-outbox";
import { aGrant, anActor } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aRound, aRoundSchool } from "~tests/support/factories/rounds";
import {
  aDraft,
  aManagedPlace,
  answersOf,
  draftOf,
  roundMails,
  type ManagedPlace,
} from "./round-opening";

const KEY = "wealdshire";

async function opened(place: ManagedPlace, over = {}) {
  const { app, manager } = place;
  const answers = { ...answersOf(place), ...over };
  const draft = await aDraft(app, manager, { key: KEY, answers });
  const result = await openDraft(app, manager, draft);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const standing = async ({ app }: ManagedPlace, roundId: string) =>
  (await listRoundSchools(app.db.read, { roundId })).map(({ name, participation, state }) => [
    ...[name, participation, state],
  ]);

describe("preparing a round", () => {
  test("begins with what most rounds begin with, and keeps what is typed even where it is wrong", async () => {
    const place = await aManagedPlace();
    const { app, manager, version } = place;
    const draftId = await startDraft(app, manager, KEY);
    const at = { key: KEY, draftId, version: 1 };
    const typed = { opensOn: "30 2 2027", firstDeadline: "soon" };
    const saved = await saveStep(app, manager, { ...at, step: "dates", typed });
    expect(saved).toMatchObject({ ok: false, problem: { kind: "problems", version: 2 } });
    expect(await draftOf(place, draftId)).toMatchObject({ ...typed, kind: "deadlines" });
    const chosen = { versionId: version.id, title: "", year: "2026-27", kind: "deadlines" };
    const next = { ...at, version: 2, step: "questionnaire" as const, typed: chosen };
    expect(await saveStep(app, manager, next)).toEqual({ ok: true, value: "sections" });
    expect((await draftOf(place, draftId)).title).toBe("Test questionnaire 2026 to 2027");
  });

  test("meets a conflict where somebody else has gone on, and nothing of theirs is lost", async () => {
    const place = await aManagedPlace();
    const { app, manager } = place;
    const draftId = await startDraft(app, manager, KEY);
    const at = { key: KEY, draftId, version: 1, step: "message" as const };
    await saveStep(app, manager, { ...at, typed: { message: "Theirs" } });
    const late = await saveStep(app, manager, { ...at, typed: { message: "Mine" } });
    expect(late).toEqual({ ok: false, problem: { kind: "conflict", version: 2 } });
    expect((await draftOf(place, draftId)).message).toBe("Theirs");
  });

  test("shows before opening whom it reaches, who works nowhere yet, and what speaks against its dates", async () => {
    const place = await aManagedPlace();
    const { app, manager, marsh, organisation, version } = place;
    const other = await aRound(app, {
      organisationId: organisation.id,
      versionId: version.id,
      title: "Core Standards",
      finalDeadline: "2027-02-10",
      firstDeadline: null,
    });
    await aRoundSchool(app, { roundId: other.id, schoolId: marsh.id });
    const answers = { ...answersOf(place), firstDeadline: "13 2 2027" };
    const check = await viewCheck(app, manager, await aDraft(app, manager, { key: KEY, answers }));
    expect(check).toMatchObject({ schools: 3, reached: 1, problems: [] });
    expect(check.nobody.map(({ name }) => name)).toEqual(["Quarry Hill", "Tower"]);
    expect(check.warnings.map(({ text }) => text)).toContain(
      "Core Standards has a deadline on 10 February 2027 for 1 of these schools",
    );
  });

  test("is the managers', in their own organisation", async () => {
    const place = await aManagedPlace();
    const { app, manager, officer, head } = place;
    await expect(startDraft(app, officer, KEY)).rejects.toMatchObject({ code: "forbidden" });
    await expect(startDraft(app, head, KEY)).rejects.toMatchObject({ code: "not-found" });
    const draftId = await startDraft(app, manager, KEY);
    const stranger = await aManagerElsewhere(place);
    const there = { key: "elsewhere", draftId };
    await expect(viewDraft(app, stranger, there)).rejects.toMatchObject({ code: "not-found" });
    const gone = discardDraft(app, stranger, { ...there, version: 1 });
    await expect(gone).rejects.toMatchObject({ code: "not-found" });
    await discardDraft(app, manager, { key: KEY, draftId, version: 1 });
    await expect(viewDraft(app, manager, { key: KEY, draftId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

async function aManagerElsewhere({ app }: ManagedPlace) {
  const { id: organisationId } = await anOrganisation(app, { key: "elsewhere" });
  return anActor(app, {
    user: { name: "Elsewhere" },
    grants: [{ role: "manager", organisationId }],
  });
}

describe("opening a round", () => {
  test("invites the schools that somebody works in, and tells heads and coordinators once", async () => {
    const place = await aManagedPlace();
    const { app, manager } = place;
    const roundId = await opened(place);
    expect(await standing(place, roundId)).toEqual([
      ["Marsh Lane", "expected", null],
      ["Quarry Hill", "expected", null],
      ["Tower", "expected", null],
    ]);
    await doOutbox(app);
    await doOutbox(app);
    expect(await standing(place, roundId)).toEqual([
      ["Marsh Lane", "invited", "not-started"],
      ["Quarry Hill", "expected", null],
      ["Tower", "expected", null],
    ]);
    const told = { what: "invited", words: "Begin with A." };
    expect(await roundMails(app)).toEqual([
      { name: "Margaret Ellis", ...told },
      { name: "Priya Nair", ...told },
    ]);
    const { rounds: listed, drafts } = await viewRounds(app, manager, KEY);
    expect(drafts).toEqual([]);
    expect(listed).toMatchObject([
      { id: roundId, schools: { expected: 2, invited: 1, joined: 0 } },
    ]);
  });

  test("counts nobody late whom no invitation has reached", async () => {
    const place = await aManagedPlace();
    const { app, manager } = place;
    const roundId = await opened(place);
    await doOutbox(app);
    app.clock.set("2027-06-01T10:00:00.000Z");
    const { schools } = await viewRound(app, manager, { key: KEY, roundId });
    expect(schools.map(({ name, progress, late }) => [name, progress, late?.date ?? null])).toEqual(
      [
        ["Marsh Lane", "not-started", "2027-03-05"],
        ["Quarry Hill", "not-invited", null],
        ["Tower", "not-invited", null],
      ],
    );
  });

  test("invites a school as soon as somebody leads it", async () => {
    const place = await aManagedPlace();
    const { app, tower } = place;
    const roundId = await opened(place);
    await doOutbox(app);
    const user = await anActor(app, { user: { name: "Ann New" }, grants: [] });
    await aGrant(app, { userId: user.userId, role: "coordinator", schoolId: tower.id });
    await app.db.transact((tx) => inviteSchoolLater(tx, app, { schoolId: tower.id }));
    await doOutbox(app);
    expect(await standing(place, roundId)).toContainEqual(["Tower", "invited", "not-started"]);
    expect((await roundMails(app)).map(({ name }) => name)).toContain("Ann New");
  });

  test("happens once, from the draft as it was shown", async () => {
    const place = await aManagedPlace();
    const { app, manager } = place;
    const answers = answersOf(place);
    const draft = await aDraft(app, manager, { key: KEY, answers });
    const old = openDraft(app, manager, { ...draft, version: 1 });
    await expect(old).rejects.toMatchObject({ code: "conflict" });
    await openDraft(app, manager, draft);
    const again = openDraft(app, manager, draft);
    await expect(again).rejects.toMatchObject({ code: "not-found" });
    expect(await app.db.read.$count(rounds)).toBe(1);
    const audited = await app.db.read.select().from(auditEntries);
    expect(audited.filter(({ event }) => event === "round.opened")).toMatchObject([
      { actorId: manager.userId, organisationId: place.organisation.id },
    ]);
  });

  test("is refused with everything that is to be put right, and opens nothing", async () => {
    const place = await aManagedPlace();
    const { app, manager } = place;
    const draft = await aDraft(app, manager, { key: KEY, answers: { message: "" } });
    const result = await openDraft(app, manager, draft);
    expect(result.ok ? [] : result.problem.map(({ step }) => step)).toContain("schools");
    expect(await app.db.read.$count(rounds)).toBe(0);
  });

  test("offers a rolling round, which makes no return until a school joins", async () => {
    const place = await aManagedPlace("health");
    const { app } = place;
    const roundId = await opened(place, { kind: "rolling", validityMonths: "24" });
    await doOutbox(app);
    expect(await standing(place, roundId)).toContainEqual(["Marsh Lane", "invited", null]);
    expect(await app.db.read.$count(responses)).toBe(0);
    expect(await roundMails(app)).toMatchObject([{ what: "may-join" }, { what: "may-join" }]);
  });
});
