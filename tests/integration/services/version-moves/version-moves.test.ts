import { describe, expect, test } from "vitest";
import { confirmRead } from "~/services/answering/confirm-read.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { saveAnswer, saveSection } from "~/services/answering/save-answers.server";
import { viewVersions } from "~/services/answering/versions.server";
import { markReady } from "~/services/signing/mark-ready.server";
import { moveToOffered, undoVersionMove } from "~/services/version-moves/move-response.server";
import {
  offerVersion,
  viewOffer,
  withdrawOffer,
} from "~/services/version-moves/offer-version.server";
import { versionHint, viewMove } from "~/services/version-moves/view-move.server";
import { listAnswers } from "~db/queries/answers";
import { auditEntries } from "~db/schema";
import { toSave } from "../../answering/answering-school";
import { sign } from "../signing/ready-school";
import { aMovingSchool, contentsOf, seenBy, type MovingSchool } from "./moving-school";

const move = ({ app, senco, at }: MovingSchool) => moveToOffered(app, senco, { ...at, to: 2 });
const undo = async (place: MovingSchool) =>
  undoVersionMove(place.app, place.senco, { ...place.at, seen: await seenBy(place) });
const onVersion = async ({ app, senco, at }: MovingSchool) =>
  (await loadResponse(app, senco, at)).row.versionNumber;

describe("a newer version that a round offers", () => {
  test("moves nobody by itself", async () => {
    const place = await aMovingSchool();
    expect(await onVersion(place)).toBe(1);
  });

  test("shows a school only what touches its answers, old beside new", async () => {
    const place = await aMovingSchool();
    const { offer, mayMove } = await viewMove(place.app, place.senco, place.at);
    expect(mayMove).toBe(true);
    expect(offer?.number).toBe(2);
    expect(offer?.touched.map(({ to, from }) => [to.key, from.map(({ key }) => key)])).toEqual([
      ["field:staff", ["field:staff"]],
      ["A1", ["A1"]],
      ["A2", ["A2"]],
      ["A4", ["A2"]],
    ]);
    const [, reworded] = offer?.touched ?? [];
    expect(reworded?.from[0]).toMatchObject({ content: { commentary: "Of A1." } });
    expect(reworded?.to.words).toBe("Every family is asked each term what would help at home.");
    expect(offer?.added.map(({ key }) => key)).toEqual(["B3"]);
    expect(offer?.setAside.map(({ key }) => key)).toEqual(["A3"]);
    expect(offer?.untouched).toBe(2);
  });

  test("writes nothing while it is looked at", async () => {
    const place = await aMovingSchool();
    const before = await contentsOf(place);
    await viewMove(place.app, place.senco, place.at);
    expect(await contentsOf(place)).toBe(before);
  });

  test("is offered by a manager of the round only, and not with a day that is over", async () => {
    const place = await aMovingSchool({ isOffered: false });
    const { app, officer, manager, head, offer } = place;
    for (const who of [officer, head, place.outsider]) {
      await expect(offerVersion(app, who, offer)).rejects.toThrow();
      await expect(viewOffer(app, who, place.where)).rejects.toThrow();
      await expect(withdrawOffer(app, who, place.where)).rejects.toThrow();
    }
    const late = await offerVersion(app, manager, { ...offer, finishBy: "2020-01-01" });
    expect(late).toEqual({ ok: false, problem: "past" });
    const none = await offerVersion(app, manager, { ...offer, number: 3 });
    expect(none).toEqual({ ok: false, problem: "version" });
    expect((await viewMove(app, head, place.at)).offer).toBeNull();
  });

  test("and its round say how many self-reviews stand where", async () => {
    const place = await aMovingSchool();
    const { app, manager, where } = place;
    const before = await viewOffer(app, manager, where);
    expect(before).toMatchObject({ choices: [2], offer: { number: 2 } });
    expect(before.counts).toEqual([{ number: 1, states: [{ state: "in-progress", count: 1 }] }]);
    await move(place);
    const { counts } = await viewOffer(app, manager, where);
    expect(counts).toEqual([{ number: 2, states: [{ state: "in-progress", count: 1 }] }]);
  });

  test("can be taken back, and a school that moved stays", async () => {
    const place = await aMovingSchool();
    await move(place);
    await withdrawOffer(place.app, place.manager, place.where);
    expect(await onVersion(place)).toBe(2);
    await undo(place);
    expect((await viewMove(place.app, place.senco, place.at)).offer).toBeNull();
  });

  test("may still be taken after the day to finish by, and the page knows that it is over", async () => {
    const place = await aMovingSchool({ isOffered: false });
    const { app, manager, senco, at, offer } = place;
    const { today } = await viewOffer(app, manager, place.where);
    await offerVersion(app, manager, { ...offer, finishBy: today });
    expect((await viewMove(app, senco, at)).offer?.finishByOver).toBe(false);
    app.clock.advance({ days: 2 });
    expect(await onVersion(place)).toBe(1);
    expect((await viewMove(app, senco, at)).offer?.finishByOver).toBe(true);
    await move(place);
    expect(await onVersion(place)).toBe(2);
  });
});

describe("a self-review that moves", () => {
  test("counts nothing as done that was touched, until somebody has read it again", async () => {
    const place = await aMovingSchool();
    const { app, senco, at } = place;
    await move(place);
    const { moved } = await viewMove(app, senco, at);
    expect(moved?.touched.map(({ to, state }) => [to.key, state])).toEqual([
      ["field:staff", "to-read"],
      ["A1", expect.stringMatching(/^to-/)],
      ["A2", "to-read"],
      ["A4", "to-read"],
    ]);
    const hint = await versionHint(app, await loadResponse(app, senco, at));
    expect(hint).toEqual({ offered: null, moved: { from: 1, toDo: 4 } });
    const read = (moved?.touched ?? []).map(({ to, revision }) => ({ key: to.key, revision }));
    await confirmRead(app, senco, { ...at, read });
    const after = (await viewMove(app, senco, at)).moved?.touched ?? [];
    expect(after.filter(({ state }) => state === "to-read")).toEqual([]);
  });

  test("is moved by a head or a coordinator, and by nobody else", async () => {
    const place = await aMovingSchool();
    const { app, at, colleague, governor, officer, outsider, manager } = place;
    for (const who of [colleague, governor, officer, outsider, manager]) {
      await expect(moveToOffered(app, who, { ...at, to: 2 })).rejects.toThrow();
    }
    expect((await viewMove(app, colleague, at)).mayMove).toBe(false);
    await move(place);
    const seen = await seenBy(place);
    for (const who of [colleague, governor, officer, outsider, manager]) {
      await expect(undoVersionMove(app, who, { ...at, seen })).rejects.toThrow();
    }
  });

  test("is refused where the page showed another version, or somebody moved it first", async () => {
    const place = await aMovingSchool();
    const { app, senco, head, at } = place;
    await expect(moveToOffered(app, senco, { ...at, to: 3 })).rejects.toThrow("conflict");
    const both = await Promise.allSettled([
      move(place),
      moveToOffered(app, head, { ...at, to: 2 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("and is moved back has every answer byte for byte as it was, on the version it was on", async () => {
    const place = await aMovingSchool();
    const before = await contentsOf(place);
    await move(place);
    expect(await contentsOf(place)).not.toBe(before);
    await undo(place);
    expect(await onVersion(place)).toBe(1);
    expect(await contentsOf(place)).toBe(before);
    await move(place);
    await undo(place);
    expect(await contentsOf(place)).toBe(before);
  });

  test("says before it goes back what was written since, and keeps it in the earlier versions", async () => {
    const place = await aMovingSchool();
    const { app, senco, colleague, at, school, response } = place;
    const before = await contentsOf(place);
    await move(place);
    const rows = await listAnswers(app.db.read, { schoolId: school.id, responseId: response.id });
    const base = rows.find(({ key }) => key === "B1")?.revision ?? 0;
    const content = { level: "3", commentary: "Written by Tom since." };
    await saveAnswer(app, colleague, { ...at, ...toSave({ key: "B1", base, content }) });
    await saveAnswer(app, colleague, { ...at, ...toSave({ key: "B3" }) });
    const { moved } = await viewMove(app, senco, at);
    expect(moved?.putBack.map(({ key }) => key)).toEqual(["B1"]);
    expect(moved?.waiting.map(({ key }) => key)).toEqual(["B3"]);
    await undo(place);
    const again = JSON.parse(await contentsOf(place)) as Record<string, unknown>;
    expect(again["B3"]).toMatchObject({ level: "2" });
    delete again["B3"];
    expect(again).toEqual(JSON.parse(before));
    const { sittings } = await viewVersions(app, senco, { ...at, key: "B1" });
    const words = sittings.flatMap(({ saves }) => saves.map((one) => one.content.commentary));
    expect(words).toContain("Written by Tom since.");
  });

  test("asks again of an answer from an earlier stay, which the old version does not ask for", async () => {
    const place = await aMovingSchool();
    const { app, senco, at } = place;
    await move(place);
    await saveAnswer(app, senco, { ...at, ...toSave({ key: "B3" }) });
    await undo(place);
    await move(place);
    const touched = (await viewMove(app, senco, at)).moved?.touched ?? [];
    expect(touched.find(({ to }) => to.key === "B3")).toMatchObject({ from: [], state: "to-read" });
  });

  test("is not taken back over what somebody saved since the page was read", async () => {
    const place = await aMovingSchool();
    const { app, senco, at } = place;
    await move(place);
    const seen = await seenBy(place);
    await saveAnswer(app, senco, { ...at, ...toSave({ key: "B3" }) });
    await expect(undoVersionMove(app, senco, { ...at, seen })).rejects.toThrow("conflict");
    expect(await onVersion(place)).toBe(2);
  });

  test("stands in the history, with who did what", async () => {
    const place = await aMovingSchool();
    await move(place);
    await undo(place);
    const rows = await place.app.db.read.select().from(auditEntries);
    const events = rows.map(({ event, actorId }) => [event, actorId]);
    expect(events).toContainEqual(["round.version-offered", place.manager.userId]);
    expect(events).toContainEqual(["response.version-moved", place.senco.userId]);
    expect(events).toContainEqual(["response.version-move-undone", place.senco.userId]);
  });
});

describe("a colleague who is writing while it moves", () => {
  test("meets a conflict with both texts where the words are others now", async () => {
    const place = await aMovingSchool();
    const { app, colleague, at } = place;
    await move(place);
    const mine = { level: "3", commentary: "Begun before the move." };
    const sent = { ...at, ...toSave({ key: "A1", base: 1, content: mine }) };
    const outcome = await saveAnswer(app, colleague, sent);
    expect(outcome).toMatchObject({
      kind: "conflict",
      mine,
      theirs: { by: { name: "Priya Nair" } },
    });
  });

  test("meets one too where nobody had answered before, on the way there and on the way back", async () => {
    const place = await aMovingSchool({ answered: [] });
    const { app, colleague, at } = place;
    await move(place);
    const mine = { level: "3", commentary: "Begun on the other version." };
    const there = await saveAnswer(app, colleague, {
      ...at,
      ...toSave({ key: "A1", content: mine }),
    });
    expect(there).toMatchObject({ kind: "conflict", mine });
    await undo(place);
    const sent = { ...at, ...toSave({ key: "A1", base: 1, content: mine }) };
    expect(await saveAnswer(app, colleague, sent)).toMatchObject({ kind: "conflict", mine });
  });

  test("gets the text back where the statement is gone", async () => {
    const place = await aMovingSchool();
    await move(place);
    const mine = { level: "3", commentary: "Begun before the move." };
    const sent = { ...place.at, ...toSave({ key: "A3", base: 1, content: mine }) };
    const outcome = await saveAnswer(place.app, place.colleague, sent);
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: { code: "unknown-key", content: mine },
    });
  });

  test("saves as ever where the words are the same", async () => {
    const place = await aMovingSchool();
    await move(place);
    const sent = { ...place.at, ...toSave({ key: "B1", base: 1, content: { level: "3" } }) };
    const outcome = await saveAnswer(place.app, place.colleague, sent);
    expect(outcome.kind).toBe("saved");
  });

  test("loses nothing when both happen in the same moment", async () => {
    const place = await aMovingSchool();
    const { app, colleague, at, school, response } = place;
    const mine = { level: "3", commentary: "In the same moment." };
    const sent = { ...at, ...toSave({ key: "A1", base: 1, content: mine }) };
    const [, saved] = await Promise.all([move(place), saveAnswer(app, colleague, sent)]);
    const rows = await listAnswers(app.db.read, { schoolId: school.id, responseId: response.id });
    const a1 = rows.find(({ key }) => key === "A1");
    if (saved.kind === "saved") expect(a1?.toConfirm ?? true).toBe(true);
    else expect(saved).toMatchObject({ kind: "conflict", mine });
  });
});

describe("what is signed", () => {
  test("never moves, and a move cannot be undone once it is signed", async () => {
    const place = await aMovingSchool();
    const { app, senco, at } = place;
    await move(place);
    await readAll(place);
    await finish(place);
    const ready = await markReady(app, senco, at);
    expect(ready).toEqual({ ok: true, value: "ready" });
    await expect(undoVersionMove(app, senco, { ...at, seen: 0 })).rejects.toThrow();
    const signed = await sign(place);
    expect(signed.ok).toBe(true);
    const view = await viewMove(app, senco, at);
    expect(view).toMatchObject({ offer: null, moved: null, mayMove: false });
  });

  test("stays where it is when it is amended", async () => {
    const place = await aMovingSchool();
    const { app, senco, at } = place;
    await finish(place);
    await markReady(app, senco, at);
    const signed = await sign(place);
    expect(signed.ok).toBe(true);
    await expect(move(place)).rejects.toThrow();
    expect((await viewMove(app, senco, at)).offer).toBeNull();
    expect(await onVersion(place)).toBe(1);
  });
});

async function readAll({ app, senco, at }: MovingSchool): Promise<void> {
  const { moved } = await viewMove(app, senco, at);
  const read = (moved?.touched ?? []).map(({ to, revision }) => ({ key: to.key, revision }));
  await confirmRead(app, senco, { ...at, read });
}

/** Gives every answer there is to give. */
async function finish({ app, senco, at, school, response }: MovingSchool): Promise<void> {
  const { definition } = await loadResponse(app, senco, at);
  const rows = await listAnswers(app.db.read, { schoolId: school.id, responseId: response.id });
  const saves = new Map(rows.map(({ key, revision }) => [key, revision]));
  const said = { level: "2", commentary: "As seen." };
  const contents = [
    ...definition.sections.flatMap(({ key, items }) => [
      ...items.map((item) => ({ key: item.key, ...said, duty: dutyOf(item.key) })),
      { key: `section:${key}`, ...said },
    ]),
    ...definition.fields.map(({ key, kind }) => ({
      ...{ key: `field:${key}`, level: null, value: kind === "count" ? "30" : "SENCO" },
    })),
  ];
  const answers = contents.map(({ key, ...content }) =>
    toSave({ key, base: saves.get(key) ?? 0, content }),
  );
  await saveSection(app, senco, { ...at, answers });
}

const dutyOf = (key: string) => (key === "A1" ? ("yes" as const) : null);
