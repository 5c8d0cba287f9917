import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { NOT_FOR_RECORD, type VisitState } from "~/domain/visit/states";
import { deliverNotes } from "~/services/visits/deliver-notes.server";
import { fileNote, viewFiling } from "~/services/visits/file-notes.server";
import { saveJottings } from "~/services/visits/jottings.server";
import { postLine, postNote } from "~/services/visits/post-notes.server";
import { viewNotes } from "~/services/visits/view-notes.server";
import { insertActivityOnce } from "~db/queries/visit-notes";
import { visitFocus, visits } from "~db/schema";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";

async function aPlannedVisit() {
  const app = await aTestApp();
  const world = await aVisit(app, { state: "planned", visitOn: "2026-11-24" });
  const visitId = world.visit.id;
  const [early, late] = [app.newId(), app.newId()];
  const line = (id: string, startsAt: string) => ({
    ...{ id, visitId, kind: "lesson" as const, title: `At ${startsAt}`, startsAt },
    ...{ withWhom: "class teacher", place: "Room 6", endsAt: "15:00", version: 1 },
    addedBy: world.head.userId,
  });
  await app.db.transact(async (tx) => {
    await insertActivityOnce(tx, line(early, "09:10"));
    await insertActivityOnce(tx, line(late, "13:10"));
    await tx.insert(visitFocus).values([
      { visitId, key: "C", kind: "section", position: 0 },
      { visitId, key: "C3", kind: "statement", position: 1 },
    ]);
  });
  const write = async (actor: Actor, text: string) => {
    const noteId = app.newId();
    const delivery = { id: app.newId(), noteId, activityId: early, baseVersion: 0 };
    const words = {
      ...{ kind: "saw" as const, text, notedAt: app.clock.now() },
      ...{ removed: false, namesConfirmed: false },
    };
    const sent = { visitId, person: actor.userId, activities: [] };
    await deliverNotes(app, actor, { ...sent, deliveries: [{ ...delivery, ...words }] });
    return noteId;
  };
  const move = (state: VisitState) =>
    app.db.transact(async (tx) => {
      await tx.update(visits).set({ state });
    });
  return { app, ...world, visitId, early, late, write, move };
}

describe("the notes page", () => {
  test("lists a reviewer's own notes under the line that is under way, and never the other's", async () => {
    const { app, visitId, lead, second, early, write } = await aPlannedVisit();
    await write(lead.actor, "Mine");
    await write(second.actor, "Theirs");
    const view = await viewNotes(app, lead.actor, { visitId });
    expect(view.notes.map(({ text }) => text)).toEqual(["Mine"]);
    expect(view).toMatchObject({ line: early, closed: null, person: { id: lead.actor.userId } });
    expect(JSON.stringify(view)).not.toContain("Theirs");
  });

  test("is nobody's but the reviewers'", async () => {
    const { app, visitId, head } = await aPlannedVisit();
    await expect(viewNotes(app, head, { visitId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewFiling(app, head, { visitId })).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each([
    ["dated", "not-yet"],
    ["with-school", "with-school"],
    ["closed", "ended"],
  ] as const)("of a visit that is %s says why it is not open", async (state, closed) => {
    const { app, visitId, lead, write, move } = await aPlannedVisit();
    await write(lead.actor, "Written while it was open");
    await move(state);
    const view = await viewNotes(app, lead.actor, { visitId });
    expect(view.closed).toBe(closed);
    expect(view.notes.length).toBe(closed === "ended" ? 0 : 1);
  });

  test("takes a form that is sent twice as one note, and a line of the day once", async () => {
    const { app, visitId, lead } = await aPlannedVisit();
    const { ids } = await viewNotes(app, lead.actor, { visitId });
    const added = { line: ids.line, title: "Lunch hall", startsAt: "12:10" };
    await postLine(app, lead.actor, { visitId, added });
    await postLine(app, lead.actor, { visitId, added });
    const says = { kind: "wondered" as const, text: " Who sits where? ", namesConfirmed: false };
    const note = { ...ids, base: 0, ...says };
    const posted = { visitId, note, removed: false };
    const first = await postNote(app, lead.actor, posted);
    expect(await postNote(app, lead.actor, posted)).toEqual(first);
    const view = await viewNotes(app, lead.actor, { visitId, line: ids.line });
    expect(view.lines.map(({ title }) => title)).toEqual(["At 09:10", "Lunch hall", "At 13:10"]);
    expect(view).toMatchObject({ line: ids.line, notes: [{ text: "Who sits where?" }] });
  });
});

describe("jottings", () => {
  const jot = { text: "Ask about the tray", version: 0 };

  test("are the author's alone, and saved once however often they are sent", async () => {
    const { app, visitId, lead, second } = await aPlannedVisit();
    const mine = { ...jot, visitId, person: lead.actor.userId };
    expect(await saveJottings(app, lead.actor, mine)).toEqual({ kind: "saved", version: 1 });
    expect(await saveJottings(app, lead.actor, mine)).toEqual({ kind: "saved", version: 1 });
    const seen = await viewNotes(app, second.actor, { visitId });
    expect(seen.jottings).toEqual({ text: "", version: 0 });
    expect((await viewNotes(app, lead.actor, { visitId })).jottings).toEqual({
      text: "Ask about the tray",
      version: 1,
    });
    const other = saveJottings(app, second.actor, mine);
    await expect(other).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of two devices meet with both texts, and nothing is replaced unseen", async () => {
    const { app, visitId, lead } = await aPlannedVisit();
    const mine = { visitId, person: lead.actor.userId };
    await saveJottings(app, lead.actor, { ...mine, ...jot });
    const late = await saveJottings(app, lead.actor, { ...mine, text: "Other", version: 0 });
    expect(late).toEqual({ kind: "conflict", held: { text: "Ask about the tray", version: 1 } });
    const next = await saveJottings(app, lead.actor, { ...mine, text: "Both", version: 1 });
    expect(next).toEqual({ kind: "saved", version: 2 });
  });

  test("are refused with a pupil number, too long, or when the visit is over", async () => {
    const { app, visitId, lead, move } = await aPlannedVisit();
    const save = (text: string) =>
      saveJottings(app, lead.actor, { visitId, person: lead.actor.userId, text, version: 0 });
    expect(await save("P000000000001")).toEqual({ kind: "refused", why: "upn" });
    expect(await save("x".repeat(10_001))).toEqual({ kind: "refused", why: "too-long" });
    await move("closed");
    expect(await save("Late")).toEqual({ kind: "refused", why: "closed" });
  });
});

describe("filing", () => {
  test("gives the other reviewer what is filed to the focus, and of the rest a number", async () => {
    const { app, visitId, lead, second, write } = await aPlannedVisit();
    const filed = await write(lead.actor, "To C3");
    const rough = await write(lead.actor, "Not for the record");
    await write(lead.actor, "Not filed yet");
    await fileNote(app, lead.actor, { visitId, noteId: filed, to: "C3" });
    await fileNote(app, lead.actor, { visitId, noteId: rough, to: NOT_FOR_RECORD });
    const theirs = await viewFiling(app, second.actor, { visitId });
    expect(theirs.other).toMatchObject({ name: "Ruth Adeyemi", filed: 2, all: 3 });
    expect(theirs.other?.notes.map(({ text }) => text)).toEqual(["To C3"]);
    expect(theirs.focus).toMatchObject([
      { key: "C", theirs: 0 },
      { key: "C3", mine: 0, theirs: 1 },
    ]);
    expect(JSON.stringify(theirs)).not.toMatch(/Not for the record|Not filed yet/);
    const mine = await viewFiling(app, lead.actor, { visitId });
    expect(mine.notes.map(({ filedTo }) => filedTo)).toEqual([null, "C3", NOT_FOR_RECORD]);
  });

  test("is of one's own notes only, to what the visit looks at, and can be taken back", async () => {
    const { app, visitId, lead, second, write } = await aPlannedVisit();
    const noteId = await write(lead.actor, "Mine");
    const others = fileNote(app, second.actor, { visitId, noteId, to: "C" });
    await expect(others).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = fileNote(app, lead.actor, { visitId, noteId, to: "H1" });
    await expect(elsewhere).rejects.toMatchObject({ code: "invalid" });
    await fileNote(app, lead.actor, { visitId, noteId, to: "C" });
    await fileNote(app, lead.actor, { visitId, noteId, to: null });
    const view = await viewFiling(app, lead.actor, { visitId });
    expect(view.notes).toMatchObject([{ filedTo: null }]);
  });

  test("leaves a device's note as it has it, so that a later change is no conflict", async () => {
    const { app, visitId, lead, write } = await aPlannedVisit();
    const noteId = await write(lead.actor, "Mine");
    await fileNote(app, lead.actor, { visitId, noteId, to: "C" });
    const view = await viewNotes(app, lead.actor, { visitId });
    expect(view.notes).toMatchObject([{ id: noteId, version: 1 }]);
  });

  test("stops once the record is with the school", async () => {
    const { app, visitId, lead, write, move } = await aPlannedVisit();
    const noteId = await write(lead.actor, "Mine");
    await move("with-school");
    const late = fileNote(app, lead.actor, { visitId, noteId, to: "C" });
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
  });
});
