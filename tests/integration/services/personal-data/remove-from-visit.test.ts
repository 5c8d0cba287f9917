import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { REMOVED_MARK as MARK } from "~/domain/personal-data/removal";
import { REMOVALS_FILE } from "~/services/personal-data/remove-file.server";
import { previewRemoval } from "~/services/personal-data/remove-preview.server";
import { viewRemoval, viewRemoved } from "~/services/personal-data/remove-view.server";
import { checkFile } from "~/services/verify/check-file.server";
import { checkReference } from "~/services/verify/check-reference.server";
import { writeBothViews } from "~/services/visits/close-both-views.server";
import { deliverNotes } from "~/services/visits/deliver-notes.server";
import { viewNotes } from "~/services/visits/view-notes.server";
import { findRecord } from "~db/queries/visit-record-rows";
import {
  auditEntries,
  documents,
  mails,
  noteDeliveries,
  outbox,
  recordSignatures,
  removals,
  sessionTombstones,
  visitActivities,
  visitFindings,
  visitFollowUps,
  visitJottings,
  visitNotes,
  visitPoints,
  visitPractices,
  visitRecords,
  visits,
  visitSuggestions,
  visitViews,
} from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { now } from "../visits/a-moderated-school";
import { NAME } from "./a-named-child";
import { aNamedVisit, sealedRecord, type NamedVisit } from "./a-named-visit";

const SURNAME = "quillfeather";

/** Everything of a visit that tests look through for the name, as one text. */
async function everything({ app }: NamedVisit): Promise<string> {
  const written = [visitNotes, visitPoints, visitViews, visitJottings, visitActivities, visits];
  const record = [visitRecords, visitFindings, visitSuggestions, visitPractices, visitFollowUps];
  const more = [auditEntries, outbox, mails, sessionTombstones, removals, noteDeliveries];
  const rows: unknown[] = [app.logged];
  for (const table of [...written, ...record, ...more])
    rows.push(await app.db.read.select().from(table));
  const file = path.join(app.config.dataDir, REMOVALS_FILE);
  if (existsSync(file)) rows.push(readFileSync(file, "utf8"));
  return JSON.stringify(rows).toLowerCase();
}

const recordOf = async ({ app, visitId }: NamedVisit) => {
  const record = await findRecord(app.db.read, { visitId });
  if (record === undefined) throw new Error("There is no record");
  return record;
};

describe("removing a name from a visit", () => {
  test("takes it out of plan, notes, views, jottings, points, the record being written and kept forms", async () => {
    const place = await aNamedVisit();
    expect(await everything(place)).toContain(SURNAME);
    expect(await place.remove(place.head)).toMatchObject({ ok: true });
    expect(await everything(place)).not.toContain(SURNAME);
    const [note] = await place.app.db.read.select().from(visitNotes);
    expect(note).toMatchObject({ text: `With ${MARK} in the room.`, version: 2 });
  });

  test("takes it out of the agreed record too, which keeps its reference and has another check code", async () => {
    const place = await aNamedVisit();
    await place.agree();
    await place.sign(place.second.actor);
    const before = await recordOf(place);
    expect(before.snapshot).toContain(NAME);
    await place.remove(place.head);
    const after = await recordOf(place);
    expect(await everything(place)).not.toContain(SURNAME);
    expect(after.snapshot).toContain(MARK);
    expect(after.reference).toBe(before.reference);
    expect(after.sha256).not.toBe(before.sha256);
    // A page that was read before it signs nothing.
    const stale = await place.sign(place.lead.actor, { seen: before.sha256 ?? "" });
    expect(stale).toMatchObject({ ok: false, problem: { code: "changed-since" } });
    expect(await place.sign(place.lead.actor)).toMatchObject({ ok: true });
    expect(await place.sign(place.head)).toMatchObject({ ok: true });
    const view = await place.whole(place.head);
    expect(view.removed).toMatchObject({ signedSha256: before.sha256 });
    expect(view.removed?.signedBefore.map(({ name }) => name)).toEqual(["Łukasz Nowak"]);
  });

  test("withdraws the sealed record and seals it again: signatures stay, and /verify tells which is which", async () => {
    const place = await aNamedVisit();
    const { app, head } = place;
    await place.close();
    const old = await sealedRecord(place);
    const signed = await app.db.read.select().from(recordSignatures);
    const { reference, sha256 } = await recordOf(place);
    expect(await place.remove(head)).toMatchObject({ ok: true });
    expect(await app.db.read.select().from(documents)).toMatchObject([{ state: "pending" }]);
    const made = await sealedRecord(place);
    expect(await app.db.read.select().from(recordSignatures)).toEqual(signed);
    expect(await checkFile(app, made)).toMatchObject({
      value: { kind: "genuine", copy: { reference, detailsRemovedAt: app.clock.now() } },
    });
    expect(await checkFile(app, old)).toMatchObject({
      value: { kind: "withdrawn", copy: { what: "visit-record", reference, checkCode: sha256 } },
    });
    expect(await checkReference(app, reference ?? "")).toMatchObject({
      value: { kind: "genuine", reference },
    });
  });

  test("may come again, and what was signed stands for what is there then", async () => {
    const place = await aNamedVisit();
    await place.close();
    const { sha256 } = await recordOf(place);
    await place.remove(place.head, { words: "Jamie" });
    await place.remove(place.head, { words: "Quillfeather" });
    expect(await everything(place)).not.toContain(SURNAME);
    const view = await place.whole(place.lead.actor);
    expect(view.removed).toMatchObject({ signedSha256: sha256 });
    expect(view.removed?.signedBefore).toHaveLength(3);
  });

  test("leaves a record that closed with both views saying which signatures came before them", async () => {
    const place = await aNamedVisit();
    const { app, visitId, lead, head } = place;
    await place.agree();
    await place.sign(place.second.actor);
    const say = (actor: typeof head, text: string, close: boolean) =>
      writeBothViews(app, actor, {
        visitId,
        close,
        sent: new Map([
          ["view", now(text)],
          ["thirdPerson", now("Amara Bello, head of Weald High")],
        ]),
      });
    await say(lead.actor, "We saw it so.", false);
    await say(head, "We see it otherwise.", true);
    await place.remove(head);
    const view = await place.whole(head);
    expect(view.state).toBe("closed-with-both-views");
    // It was given for a text without both views, which nothing stands for.
    expect(view.removed?.signedBefore).toEqual([]);
  });

  test("is recorded: who, why and where, and never what or how often", async () => {
    const place = await aNamedVisit();
    await place.close();
    await place.remove(place.manager, { note: "A pupil was named." });
    const [entry] = await place.app.db.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.event, "details.removed"));
    expect(entry).toMatchObject({
      actorId: place.manager.userId,
      subjectKind: "visit",
      subjectId: place.visitId,
      organisationId: place.organisation.id,
    });
    const [removal] = await place.app.db.read.select().from(removals);
    const data: unknown = JSON.parse(entry?.data ?? "");
    expect(data).toEqual({ removalId: removal?.id, reason: "child", scope: "visit" });
    expect(removal).toMatchObject({ visitId: place.visitId, note: "A pupil was named." });
  });

  test("is told by mail to those who have the PDF: the reviewers, and the head where a manager did it", async () => {
    const place = await aNamedVisit();
    await place.close();
    const told = async () =>
      (await place.app.db.read.select().from(mails))
        .filter(({ template }) => template === "details-removed")
        .map(({ userId }) => userId);
    const reviewers = [place.lead.actor.userId, place.second.actor.userId];
    await place.remove(place.head, { words: "Jamie" });
    expect((await told()).toSorted()).toEqual(reviewers.toSorted());
    await place.remove(place.manager, { words: "Quillfeather" });
    expect((await told()).toSorted()).toEqual(
      [...reviewers, ...reviewers, place.head.userId].toSorted(),
    );
  });

  test("is reached by a removal from all of the school", async () => {
    const place = await aNamedVisit();
    await place.close();
    await place.remove(place.head, { scope: "school" });
    expect(await everything(place)).not.toContain(SURNAME);
  });
});

describe("who may, and what they learn", () => {
  test("head and manager; everybody else of the visit is told who, and others find nothing", async () => {
    const place = await aNamedVisit();
    const { app, head, manager, coordinator, lead, search } = place;
    for (const actor of [coordinator, lead.actor])
      await expect(place.remove(actor)).rejects.toMatchObject({ code: "forbidden" });
    for (const actor of [head, manager])
      expect(await viewRemoval(app, actor, search)).toMatchObject({ kind: "form" });
    for (const actor of [coordinator, lead.actor])
      expect(await viewRemoval(app, actor, search)).toMatchObject({ kind: "refused" });
    const stranger = await anActor(app, { user: { name: "Somebody" }, grants: [] });
    await expect(place.remove(stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(viewRemoval(app, stranger, search)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a manager who does not read the record learns nothing of it: words that are there and not there answer alike", async () => {
    const place = await aNamedVisit({ ownershipRule: "themes" });
    const { app, manager, search } = place;
    await place.close();
    const there = await previewRemoval(app, manager, search);
    const not = await previewRemoval(app, manager, { ...search, words: "Nobody Atall" });
    expect(there).toEqual(not);
    expect(there).toMatchObject({ ok: true, value: { telling: "nothing", records: [] } });
    const shown = [];
    for (const words of ["Nobody Atall", NAME]) {
      const done = await place.remove(manager, { words });
      const removalId = done.ok ? done.value.removalId : "";
      shown.push(await viewRemoved(app, manager, { ...search, removalId }));
    }
    expect(shown[0]).toEqual(shown[1]);
  });

  test("a manager who reads the whole record is told of it", async () => {
    const place = await aNamedVisit({ ownershipRule: "whole-record" });
    await place.close();
    const seen = await previewRemoval(place.app, place.manager, place.search);
    expect(seen).toMatchObject({ ok: true, value: { records: [{ hasPdf: true }] } });
  });

  test("a head is told of the plan and of the record once it is theirs, and never of notes", async () => {
    const place = await aNamedVisit();
    const { app, head, search } = place;
    const labels = async () => {
      const seen = await previewRemoval(app, head, search);
      return seen.ok ? seen.value.places.map(({ label }) => label) : [];
    };
    expect(await labels()).toEqual(["The plan of a visit"]);
    await place.write(place.lead.actor, {}, true);
    expect(await labels()).toEqual(["The plan of a visit", "The record of a visit"]);
  });
});

describe("a device that holds the words", () => {
  test("is given the cleaned note at the next opening, and meets a conflict if it tells the old one", async () => {
    const place = await aNamedVisit();
    const { app, visitId, lead, head } = place;
    const [mine] = await app.db.read
      .select()
      .from(visitNotes)
      .where(eq(visitNotes.authorId, lead.actor.userId));
    if (mine === undefined) throw new Error("There is no note");
    await place.remove(head);
    const view = await viewNotes(app, lead.actor, { visitId });
    expect(JSON.stringify(view).toLowerCase()).not.toContain(SURNAME);
    const { id: noteId, activityId, kind, notedAt } = mine;
    const telling = { noteId, activityId, kind, notedAt, removed: false, baseVersion: 1 };
    const says = { ...telling, namesConfirmed: true };
    const delivery = { ...says, id: app.newId(), text: `With ${NAME} in the room, again.` };
    const person = lead.actor.userId;
    const [answer] = await deliverNotes(app, lead.actor, {
      ...{ visitId, person, activities: [] },
      deliveries: [delivery],
    });
    expect(answer).toMatchObject({
      answer: "conflict",
      held: { text: `With ${MARK} in the room.` },
    });
    expect(await everything(place)).not.toContain(SURNAME);
  });
});
