import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import type { Delivery } from "~/domain/visit/delivery";
import { deliverNotes } from "~/services/visits/deliver-notes.server";
import { insertActivityOnce, listNotes } from "~db/queries/visit-notes";
import { visits } from "~db/schema";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";

async function aPlannedVisit(app: TestApp) {
  const world = await aVisit(app, { state: "planned", visitOn: "2027-02-04" });
  const activity = {
    id: app.newId(),
    visitId: world.visit.id,
    kind: "lesson",
    title: "Year 4, number",
    withWhom: "class teacher",
    place: "Room 6",
    startsAt: "10:20",
    endsAt: "10:50",
    addedBy: world.head.userId,
    version: 1,
  } as const;
  await app.db.transact((tx) => insertActivityOnce(tx, activity));
  const write = (text: string, over: Partial<Delivery> = {}): Delivery => ({
    id: app.newId(),
    noteId: app.newId(),
    activityId: activity.id,
    baseVersion: 0,
    kind: "saw",
    text,
    notedAt: app.clock.now(),
    removed: false,
    namesConfirmed: false,
    ...over,
  });
  const visitId = world.visit.id;
  const send = (actor: Actor, deliveries: Delivery[], person = actor.userId) =>
    deliverNotes(app, actor, { visitId, person, activities: [], deliveries });
  const texts = async () => (await listNotes(app.db.read, { visitId })).map(({ text }) => text);
  return { ...world, write, send, texts, visitId };
}

describe("notes handed in by a device", () => {
  test("are one note though the same delivery comes twice, and answered alike", async () => {
    const app = await aTestApp();
    const { lead, write, send, texts } = await aPlannedVisit(app);
    const note = write("Word mats are used by everyone.");
    const first = await send(lead.actor, [note]);
    expect(await send(lead.actor, [note, note])).toEqual([...first, ...first]);
    expect(await texts()).toEqual(["Word mats are used by everyone."]);
  });

  test("that are repeated after a later change do not undo it", async () => {
    const app = await aTestApp();
    const { lead, write, send, texts } = await aPlannedVisit(app);
    const note = write("First");
    await send(lead.actor, [note]);
    await send(lead.actor, [{ ...note, id: app.newId(), baseVersion: 1, text: "Second" }]);
    await send(lead.actor, [note]);
    expect(await texts()).toEqual(["Second"]);
  });

  test("of both reviewers stand side by side, and neither changes the other's", async () => {
    const app = await aTestApp();
    const { lead, second, write, send, texts } = await aPlannedVisit(app);
    const mine = write("Mine");
    await send(lead.actor, [mine]);
    await send(second.actor, [write("Theirs")]);
    const answers = await send(second.actor, [{ ...mine, id: app.newId(), text: "Not mine" }]);
    expect(answers[0]).toMatchObject({ answer: "refused", why: "not-yours" });
    expect((await texts()).sort()).toEqual(["Mine", "Theirs"]);
  });

  test("written under another account are taken from nobody else", async () => {
    const app = await aTestApp();
    const { lead, second, write, send, texts } = await aPlannedVisit(app);
    const handedIn = send(second.actor, [write("Hers")], lead.actor.userId);
    await expect(handedIn).rejects.toMatchObject({ code: "forbidden" });
    expect(await texts()).toEqual([]);
  });

  test("are kept on the device once the record is with the school, and taken when it comes back", async () => {
    const app = await aTestApp();
    const { lead, write, send, texts } = await aPlannedVisit(app);
    const note = write("Late");
    const move = (state: "with-school" | "drafted") =>
      app.db.transact(async (tx) => {
        await tx.update(visits).set({ state });
      });
    await move("with-school");
    expect(await send(lead.actor, [note])).toMatchObject([{ answer: "refused", why: "closed" }]);
    expect(await texts()).toEqual([]);
    await move("drafted");
    expect(await send(lead.actor, [note])).toMatchObject([{ answer: "kept", version: 1 }]);
  });

  test("are not taken from the host or anybody outside", async () => {
    const app = await aTestApp();
    const { head, write, send } = await aPlannedVisit(app);
    await expect(send(head, [write("No")])).rejects.toMatchObject({ code: "forbidden" });
  });

  test("may lie under a line of the day that the device added itself", async () => {
    const app = await aTestApp();
    const { lead, write, visitId, texts } = await aPlannedVisit(app);
    const added = {
      id: app.newId(),
      kind: "other",
      title: "Lunch hall",
      startsAt: "12:10",
    } as const;
    const deliveries = [write("Quiet tables by the door.", { activityId: added.id })];
    const input = { visitId, person: lead.actor.userId, activities: [added, added], deliveries };
    expect(await deliverNotes(app, lead.actor, input)).toMatchObject([{ answer: "kept" }]);
    expect(await texts()).toEqual(["Quiet tables by the door."]);
  });
});
