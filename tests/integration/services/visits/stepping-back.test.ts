import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { NOT_FOR_RECORD } from "~/domain/visit/states";
import { viewCombine } from "~/services/visits/combine-view.server";
import { deliverNotes } from "~/services/visits/deliver-notes.server";
import { fileNote, viewFiling } from "~/services/visits/file-notes.server";
import { saveJottings } from "~/services/visits/jottings.server";
import { stepBack } from "~/services/visits/step-back.server";
import { viewVisit } from "~/services/visits/view-visit.server";
import { insertActivityOnce } from "~db/queries/visit-notes";
import { findVisit, listVisitReviewers } from "~db/queries/visits";
import { visitFocus, visitJottings, visitNotes, visitViews, type visits } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";
import { lettersOf, namesOf } from "./letters";

const DAY = { visitOn: "2026-12-08", startsAt: "09:00", endsAt: "15:30" };

async function aVisitWithYes(over: Partial<typeof visits.$inferSelect> = {}) {
  const app = await aTestApp();
  const at = app.clock.now();
  const given = { state: "planned", hostAcceptedAt: at, focusAgreedAt: at, ...DAY } as const;
  const world = await aVisit(app, { ...given, ...over });
  const visitId = world.visit.id;
  await anActor(app, {
    user: { name: "Hannah Osei" },
    grants: [{ role: "manager", organisationId: world.organisation.id }],
  });
  return { app, ...world, visitId };
}

async function withWords() {
  const world = await aVisitWithYes();
  const { app, visitId, second } = world;
  const lineId = app.newId();
  await app.db.transact(async (tx) => {
    await insertActivityOnce(tx, {
      ...{ id: lineId, visitId, kind: "lesson", title: "Room 6", withWhom: "", place: "" },
      ...{ startsAt: "09:10", endsAt: "10:00", version: 1, addedBy: world.head.userId },
    });
    await tx.insert(visitFocus).values([{ visitId, key: "C", kind: "section", position: 0 }]);
  });
  const write = async (actor: Actor, text: string) => {
    const noteId = app.newId();
    const delivery = { id: app.newId(), noteId, activityId: lineId, baseVersion: 0 };
    const words = {
      ...{ kind: "saw" as const, text, notedAt: app.clock.now() },
      ...{ removed: false, namesConfirmed: false },
    };
    const sent = { visitId, person: actor.userId, activities: [] };
    await deliverNotes(app, actor, { ...sent, deliveries: [{ ...delivery, ...words }] });
    return noteId;
  };
  const { actor } = second;
  const noteId = await write(actor, "Filed to C");
  await fileNote(app, actor, { visitId, noteId, to: "C" });
  const rough = await write(actor, "Not for the record");
  await fileNote(app, actor, { visitId, noteId: rough, to: NOT_FOR_RECORD });
  await write(actor, "Not filed yet");
  await write(world.lead.actor, "The lead's own");
  await saveJottings(app, actor, { visitId, person: actor.userId, text: "Rough", version: 0 });
  await app.db.transact((tx) =>
    tx.insert(visitViews).values({
      ...{ visitId, reviewerId: actor.userId, key: "C", view: "about-there", reason: "" },
      ...{ givenAt: app.clock.now(), version: 1 },
    }),
  );
  return world;
}

describe("a reviewer who had said yes and cannot come", () => {
  test("leaves a free place, with the day and the host's yes as they stand", async () => {
    const { app, visitId, second } = await aVisitWithYes();
    const words = "I have to be in court that day.";
    const outcome = await stepBack(app, second.actor, { visitId, words });
    expect(outcome).toEqual({ kind: "done", done: "stepped-back" });
    const row = await findVisit(app.db.read, { visitId });
    expect(row).toMatchObject({ state: "proposed", ...DAY });
    expect(row?.hostAcceptedAt).not.toBeNull();
    const rows = await listVisitReviewers(app.db.read, { visitIds: [visitId] });
    expect(rows.map(({ standing }) => standing)).toEqual(["accepted", "declined"]);
    await expect(viewVisit(app, second.actor, { visitId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is told of in words to school, other reviewer and managers; only their own diary loses the day", async () => {
    const { app, visitId, second, head } = await aVisitWithYes();
    const words = "I have to be in court that day.";
    await stepBack(app, second.actor, { visitId, words });
    const told = await lettersOf(app, "stepped-back");
    expect(namesOf(told)).toEqual(expect.arrayContaining([head.name, "Ruth Adeyemi"]));
    expect(namesOf(told)).not.toContain("Łukasz Nowak");
    expect(told.every((one) => one.words === words && one.calendar === null)).toBe(true);
    expect(await lettersOf(app, "declined")).toMatchObject([{ to: "Hannah Osei", words }]);
    const own = await lettersOf(app, "you-stepped-back");
    expect(own).toMatchObject([{ to: "Łukasz Nowak", calendar: { method: "CANCEL" } }]);
  });

  test("need not say why, before a day is agreed too", async () => {
    const over = { state: "accepted", visitOn: null, startsAt: null, endsAt: null } as const;
    const { app, visitId, lead } = await aVisitWithYes({ ...over, focusAgreedAt: null });
    await stepBack(app, lead.actor, { visitId, words: "" });
    expect((await findVisit(app.db.read, { visitId }))?.state).toBe("proposed");
    expect(await lettersOf(app, "you-stepped-back")).toMatchObject([{ calendar: null }]);
  });

  test("is asked about words that may name a child or hold a pupil number, and nothing has moved", async () => {
    const { app, visitId, lead } = await aVisitWithYes();
    for (const words of ["P000000000001", "x".repeat(501), "Jamie Fletcher is unwell"]) {
      const outcome = await stepBack(app, lead.actor, { visitId, words });
      expect(outcome).toMatchObject({ kind: "problems", problems: [{ field: "words" }] });
    }
    expect((await findVisit(app.db.read, { visitId }))?.state).toBe("planned");
  });

  test("takes what nobody else could read along, and leaves filed notes under their name", async () => {
    const { app, visitId, second, lead } = await withWords();
    expect((await viewVisit(app, second.actor, { visitId })).ownNotes).toBe(2);
    await stepBack(app, second.actor, { visitId, words: "" });
    const notes = await app.db.read.select().from(visitNotes);
    expect(notes.map(({ text }) => text).sort()).toEqual(["Filed to C", "The lead's own"]);
    expect(await app.db.read.select().from(visitJottings)).toEqual([]);
    expect(await app.db.read.select().from(visitViews)).toEqual([]);
    const filing = await viewFiling(app, lead.actor, { visitId });
    expect(filing.other).toBeNull();
    expect(filing.left).toMatchObject([{ name: "Łukasz Nowak", notes: [{ text: "Filed to C" }] }]);
    const combine = await viewCombine(app, lead.actor, { visitId });
    expect(combine.notes).toMatchObject([{ text: "Filed to C", by: "Łukasz Nowak" }]);
  });

  test("can say so once, and not after the visit nor before saying yes", async () => {
    const { app, visitId, second } = await aVisitWithYes();
    await stepBack(app, second.actor, { visitId, words: "" });
    const again = stepBack(app, second.actor, { visitId, words: "" });
    await expect(again).rejects.toMatchObject({ code: "not-found" });
    const visited = await aVisitWithYes({ state: "visited" });
    const late = stepBack(visited.app, visited.lead.actor, { visitId: visited.visitId, words: "" });
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
    const asked = await aVisitWithYes({ state: "proposed" });
    const early = stepBack(asked.app, asked.lead.actor, { visitId: asked.visitId, words: "" });
    await expect(early).rejects.toMatchObject({ code: "forbidden" });
  });
});
