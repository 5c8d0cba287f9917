import { describe, expect, test } from "vitest";
import { addSchools, viewAddSchools } from "~/services/rounds/add-schools.server";
import { closeRound, reopenRound } from "~/services/rounds/close-round.server";
import { extendSchool } from "~/services/rounds/extend-school.server";
import { joinRound, roundsToJoin, viewJoin } from "~/services/rounds/join-round.server";
import { openDraft } from "~/services/rounds/open-draft.server";
import { tellSchools } from "~/services/rounds/tell-schools.server";
import { viewRoundSchool } from "~/services/rounds/view-round-school.server";
import { viewRound } from "~/services/rounds/view-round.server";
import { withdrawSchool } from "~/services/rounds/withdraw-school.server";
import { SchoolChoiceSchema } from "~/domain/round/school-choice";
import { listRoundSchools } from "~db/queries/round-schools";
import { auditEntries, mails, responses } from "~db/schema";
import { doOutbox } from "~tests/support/do-outbox";
import { aSchool } from "~tests/support/factories/places";
import { aDraft, aManagedPlace, answersOf, roundMails } from "./round-opening";

const KEY = "wealdshire";

/** A round that is open to Marsh Lane, which is invited, and to two schools nobody works in; no mail is left. */
async function anOpenRound(kind: "deadlines" | "rolling" = "deadlines") {
  const place = await aManagedPlace();
  const { app, manager } = place;
  const answers = { ...answersOf(place), kind, validityMonths: "12" };
  const draft = await aDraft(app, manager, { key: KEY, answers });
  const opened = await openDraft(app, manager, draft);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  await doOutbox(app);
  await app.db.transact(async (tx) => {
    await tx.delete(mails);
  });
  const roundId = opened.value;
  const standing = async (name: string) =>
    (await viewRound(app, manager, { key: KEY, roundId })).schools.find((one) => one.name === name);
  return { ...place, roundId, standing };
}

const audited = async ({ app }: Awaited<ReturnType<typeof anOpenRound>>, event: string) =>
  (await app.db.read.select().from(auditEntries)).filter((entry) => entry.event === event);

describe("giving a school more time", () => {
  const typed = { firstDeadline: "", finalDeadline: "26 3 2027", reason: "A new head" };

  test("counts for that school alone, tells it why, and is in the record", async () => {
    const place = await anOpenRound();
    const { app, manager, marsh, roundId, standing } = place;
    const at = { roundId, urn: marsh.urn };
    expect(await extendSchool(app, manager, { ...at, typed })).toEqual({ ok: true, value: null });
    app.clock.set("2027-03-20T10:00:00.000Z");
    expect(await standing("Marsh Lane")).toMatchObject({
      next: { date: "2027-03-26", extended: true },
      late: { kind: "first", date: "2027-02-12" },
    });
    const told = { what: "extended", words: "A new head" };
    expect(await roundMails(app)).toMatchObject([
      { name: "Margaret Ellis", ...told },
      { name: "Priya Nair", ...told },
    ]);
    expect(await audited(place, "round.school-extended")).toMatchObject([
      { actorId: manager.userId, schoolId: marsh.id },
    ]);
    expect(await viewRoundSchool(app, manager, { key: KEY, ...at })).toMatchObject({
      finalDeadline: "2027-03-26",
      extended: { reason: "A new head" },
    });
  });

  test("needs a reason and a day that is no earlier, and then changes nothing", async () => {
    const { app, manager, marsh, roundId } = await anOpenRound();
    const at = { roundId, urn: marsh.urn };
    const wrong = { firstDeadline: "1 3 2027", finalDeadline: "4 3 2027", reason: " " };
    const refused = await extendSchool(app, manager, { ...at, typed: wrong });
    expect(refused.ok ? [] : refused.problem.map(({ field }) => field)).toEqual([
      "finalDeadline",
      "reason",
    ]);
    const after = { firstDeadline: "12 3 2027", finalDeadline: "5 3 2027", reason: "x" };
    expect(await extendSchool(app, manager, { ...at, typed: after })).toMatchObject({ ok: false });
    expect(await roundMails(app)).toEqual([]);
  });

  test("is the managers', of a school in the round, while the round is open", async () => {
    const { app, manager, officer, head, marsh, roundId } = await anOpenRound();
    const at = { roundId, urn: marsh.urn, typed };
    await expect(extendSchool(app, officer, at)).rejects.toMatchObject({ code: "forbidden" });
    await expect(extendSchool(app, head, at)).rejects.toMatchObject({ code: "not-found" });
    const nowhere = extendSchool(app, manager, { ...at, urn: "999999" });
    await expect(nowhere).rejects.toMatchObject({ code: "not-found" });
    await closeRound(app, manager, { roundId });
    await expect(extendSchool(app, manager, at)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("withdrawing a school", () => {
  test("needs a reason, which the school is told, also where it was never invited", async () => {
    const place = await anOpenRound();
    const { app, manager, marsh, tower, roundId, standing } = place;
    const at = { roundId, urn: marsh.urn };
    expect(await withdrawSchool(app, manager, { ...at, reason: "" })).toMatchObject({ ok: false });
    await withdrawSchool(app, manager, { ...at, reason: "It closes in July" });
    expect(await standing("Marsh Lane")).toMatchObject({ progress: "withdrawn", late: null });
    expect(await roundMails(app)).toMatchObject([
      { what: "withdrawn", words: "It closes in July" },
      { what: "withdrawn" },
    ]);
    await withdrawSchool(app, manager, { roundId, urn: tower.urn, reason: "Closed" });
    expect(await standing("Tower")).toMatchObject({ progress: "withdrawn" });
    expect(await audited(place, "round.school-withdrawn")).toHaveLength(2);
  });
});

describe("adding schools", () => {
  test("offers those outside the round and invites what is chosen", async () => {
    const place = await anOpenRound();
    const { app, manager, organisation, roundId } = place;
    const at = { key: KEY, roundId };
    expect((await viewAddSchools(app, manager, at)).schools).toEqual([]);
    const added = await aSchool(app, { name: "Late School", coveredBy: [organisation.id] });
    const choice = SchoolChoiceSchema.parse({ picked: [added.urn, place.marsh.urn] });
    expect(await addSchools(app, manager, { ...at, choice })).toBe(1);
    expect(await addSchools(app, manager, { ...at, choice })).toBe(0);
    expect(await listRoundSchools(app.db.read, { roundId })).toHaveLength(4);
    expect(await audited(place, "round.schools-added")).toMatchObject([{ data: '{"schools":1}' }]);
    await closeRound(app, manager, { roundId });
    await expect(addSchools(app, manager, { ...at, choice })).rejects.toMatchObject({
      code: "closed",
    });
  });
});

describe("closing and opening again", () => {
  test("tells every school that was invited, each person once", async () => {
    const { app, manager, roundId } = await anOpenRound();
    await closeRound(app, manager, { roundId });
    await doOutbox(app);
    expect((await roundMails(app)).map(({ name, what }) => [name, what])).toEqual([
      ["Margaret Ellis", "closed"],
      ["Priya Nair", "closed"],
    ]);
    const payload = { roundId, what: "closed", tellingId: "again" };
    const job = {
      app,
      payload,
      runTask: () => Promise.reject(new Error()),
      postpone: () => undefined,
    };
    await tellSchools(job);
    await tellSchools(job);
    expect(await roundMails(app)).toHaveLength(4);
    await reopenRound(app, manager, { roundId });
    await doOutbox(app);
    expect((await roundMails(app)).filter(({ what }) => what === "reopened")).toHaveLength(2);
  });
});

describe("joining a rolling round", () => {
  test("is the school's own act: it makes the return of period 1, once", async () => {
    const place = await anOpenRound("rolling");
    const { app, head, coordinator, marsh, roundId, standing } = place;
    const at = { urn: marsh.urn, roundId };
    const facts = { schoolId: marsh.id, today: "2026-11-24", coveredBy: [] };
    expect(await roundsToJoin(app, coordinator, facts)).toMatchObject([{ roundId }]);
    expect(await viewJoin(app, coordinator, at)).toMatchObject({
      round: { validityMonths: 12, message: "Begin with A.", opensOn: null },
    });
    const begun = await joinRound(app, coordinator, at);
    expect(await standing("Marsh Lane")).toMatchObject({ progress: "not-started", late: null });
    expect(await app.db.read.select().from(responses)).toMatchObject([
      { id: begun, schoolId: marsh.id, roundId, period: 1, state: "not-started" },
    ]);
    await expect(joinRound(app, head, at)).rejects.toMatchObject({ code: "not-found" });
    expect(await roundsToJoin(app, head, facts)).toEqual([]);
    expect(await audited(place, "round.joined")).toMatchObject([{ actorId: coordinator.userId }]);
  });

  test("leaves those who do not join in peace", async () => {
    const { app, manager, roundId, standing } = await anOpenRound("rolling");
    app.clock.set("2029-06-01T10:00:00.000Z");
    expect(await standing("Marsh Lane")).toMatchObject({ progress: "not-joined", late: null });
    expect((await viewRound(app, manager, { key: KEY, roundId })).round.rolling).toBe(true);
  });

  test("is for a head or coordinator of the school, of a round that was offered to it", async () => {
    const { app, manager, marsh, tower, head, roundId } = await anOpenRound("rolling");
    const at = { urn: marsh.urn, roundId };
    await expect(joinRound(app, manager, at)).rejects.toMatchObject({ code: "forbidden" });
    const other = joinRound(app, head, { ...at, urn: tower.urn });
    await expect(other).rejects.toMatchObject({ code: "not-found" });
    await closeRound(app, manager, { roundId });
    await expect(joinRound(app, head, at)).rejects.toMatchObject({ code: "not-found" });
  });
});
