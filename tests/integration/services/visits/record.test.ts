import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRecord } from "~/domain/visit/record-snapshot";
import { downloadRecord } from "~/services/visits/record-download.server";
import { writeBothViews } from "~/services/visits/close-both-views.server";
import { saveFollowUp, viewFollowUp } from "~/services/visits/follow-up.server";
import { findDocument } from "~db/queries/documents";
import { findRecord, listFindings } from "~db/queries/visit-record-rows";
import { findVisit, listRecordSignatures } from "~db/queries/visits";
import { caughtMails, mails, recordSignatures, visitJottings, visitRecords } from "~db/schema";
import { eq } from "drizzle-orm";
import { anActor } from "~tests/support/factories/people";
import { aModeratedSchool, now } from "./a-moderated-school";

const state = async ({ app, visitId }: Awaited<ReturnType<typeof aModeratedSchool>>) =>
  (await findVisit(app.db.read, { visitId }))?.state;

describe("writing the record", () => {
  test("is the two reviewers', and the lead's to send once nothing is to put right", async () => {
    const world = await aModeratedSchool();
    const { lead, second, head, coordinator, notes, toDrafted, write, read } = world;
    await toDrafted(notes);
    expect((await read(head)).kind).toBe("refused");
    await expect(write(head, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(write(second.actor, {}, true)).rejects.toMatchObject({ code: "forbidden" });
    const words = { "s1.text": now("A short cover sheet."), "C3.saw": now("x".repeat(401)) };
    const problems = [
      { field: "C3.saw", code: "too-long", limit: 400 },
      { field: "s1.help", code: "help-missing" },
      { field: "s1.key", code: "key-missing" },
    ];
    expect(await write(lead.actor, words, true)).toMatchObject({
      ok: false,
      problem: { problems },
    });
    expect(await state(world)).toBe("drafted");
    const right = { "s1.help": now("Quarry Hill Academy"), "s1.key": now("C3") };
    expect((await write(lead.actor, right, true)).ok).toBe(true);
    expect((await read(coordinator)).kind).toBe("record");
    await expect(write(lead.actor, {})).rejects.toMatchObject({ code: "conflict" });
  });

  test("keeps boxes two people changed apart, and tells the one both changed", async () => {
    const { lead, second, notes, toDrafted, write, whole } = await aModeratedSchool();
    await toDrafted(notes);
    await write(lead.actor, { "C1.saw": now("By the lead.") });
    await write(second.actor, { "C1.saw": now("", ""), "C1.wondered": now("By the second.") });
    const clash = await write(second.actor, { "C1.saw": now("Otherwise.") });
    const clashes = [{ field: "C1.saw", stands: "By the lead." }];
    expect(clash).toEqual({ ok: false, problem: { problems: [], clashes } });
    const { boxes } = await whole(lead.actor);
    expect(boxes).toMatchObject({ "C1.saw": "By the lead.", "C1.wondered": "By the second." });
  });

  test("never drafts a point that was not said, whatever the points are", async () => {
    const kinds = ["saw", "works-well", "wondered"] as const;
    const word = fc.stringMatching(/^[a-z]{12}$/);
    const points = fc.uniqueArray(fc.tuple(word, fc.constantFrom(...kinds)), {
      minLength: 2,
      maxLength: 5,
      selector: ([text]) => text,
    });
    await fc.assert(
      fc.asyncProperty(points, async (all) => {
        const { app, visitId, lead, second, giveViews, combine, agreeViews, draft, shown } =
          await aModeratedSchool();
        await giveViews(lead.actor);
        await giveViews(second.actor);
        await agreeViews();
        for (const [text, kind] of all)
          await combine(lead.actor, { do: "add", kind, key: "C1", text });
        const [pointId = ""] = await shown();
        await combine(second.actor, { do: "take-out", pointId });
        await draft();
        const rows = await listFindings(app.db.read, { visitId });
        const said = rows.flatMap(({ saw, worksWell, wondered }) =>
          [saw, worksWell, wondered].flatMap((text) => text.split("\n").filter(Boolean)),
        );
        expect(said.toSorted()).toEqual(
          all
            .slice(1)
            .map(([text]) => text)
            .toSorted(),
        );
      }),
      { numRuns: 4 },
    );
  }, 60_000);
});

describe("the school's answer", () => {
  test("asks for what is wrong to be put right, with words, and comes back", async () => {
    const world = await aModeratedSchool();
    const { lead, head, coordinator, notes, toDrafted, write, answer, whole } = world;
    await toDrafted(notes);
    await write(lead.actor, {}, true);
    const empty = { problems: [{ field: "corrections", code: "empty" }], clashes: [] };
    expect(await answer(coordinator, "send-back")).toEqual({ ok: false, problem: empty });
    await answer(coordinator, "send-back", { corrections: now("It was Year 5.") });
    expect(await state(world)).toBe("drafted");
    expect((await whole(lead.actor)).record.corrections).toBe("It was Year 5.");
    await expect(answer(head, "agree")).rejects.toMatchObject({ code: "conflict" });
    await write(lead.actor, {}, true);
    await expect(answer(coordinator, "agree")).rejects.toMatchObject({ code: "forbidden" });
    expect((await answer(head, "agree")).ok).toBe(true);
  });

  test("says for each practice whether it may be shared; other words need another answer", async () => {
    const { lead, head, notes, toDrafted, write, answer, whole } = await aModeratedSchool();
    await toDrafted(notes);
    const practice = { "p1.text": now("Pupils lead reviews."), "p1.key": now("C3") };
    await write(lead.actor, practice, true);
    const [{ id } = { id: "" }] = (await whole(head)).answer?.practices ?? [];
    await answer(head, "save", { [`consent.${id}`]: now("yes") });
    expect((await whole(head)).record.practices[0]?.consent).toBe(true);
    await answer(head, "send-back", { corrections: now("One word.") });
    await write(lead.actor, { "p1.text": now("Pupils lead.", "Pupils lead reviews.") }, true);
    expect((await whole(head)).record.practices[0]?.consent).toBe(false);
  });

  test("shows governors the record when the head says so, not before", async () => {
    const { app, school, lead, head, notes, toDrafted, write, answer, read } =
      await aModeratedSchool();
    const grants = [{ role: "governor" as const, schoolId: school.id }];
    const governor = await anActor(app, { user: { name: "Joan Whitfield" }, grants });
    await toDrafted(notes);
    await write(lead.actor, {}, true);
    expect((await read(governor)).kind).toBe("refused");
    await answer(head, "share");
    expect((await read(governor)).kind).toBe("record");
    await answer(head, "unshare");
    expect((await read(governor)).kind).toBe("refused");
  });
});

describe("an agreed record", () => {
  test("is frozen: its text, check code and reference stand, and the database refuses a change", async () => {
    const { app, visitId, school, notes, toAgreed } = await aModeratedSchool();
    await toAgreed(notes);
    const record = await findRecord(app.db.read, { visitId });
    const { snapshot = "", sha256, reference } = record ?? {};
    expect(
      createHash("sha256")
        .update(snapshot ?? "")
        .digest("hex"),
    ).toBe(sha256);
    expect(reference).toMatch(new RegExp(`^VR26-${school.urn}-1-[2-9A-Z]{4}$`));
    const frozen = parseRecord(snapshot ?? "");
    expect(frozen.visibility.filter((one) => one.endsWith(": yes."))).toHaveLength(3);
    expect(frozen).toMatchObject({ reference, schoolWords: "We were glad of two pairs of eyes." });
    expect(frozen.findings.map(({ key, selfLevel }) => [key, selfLevel])[0]).toEqual(["C", "2"]);
    for (const set of [{ snapshot: "{}" }, { sha256: "0" }, { reference: "VR" }]) {
      const change = app.db.transact(async (tx) => {
        await tx.update(visitRecords).set(set).where(eq(visitRecords.visitId, visitId));
      });
      await expect(change).rejects.toThrow();
    }
    const drop = app.db.transact(async (tx) => {
      await tx.delete(visitRecords).where(eq(visitRecords.visitId, visitId));
    });
    await expect(drop).rejects.toThrow();
  });

  test("is signed in one order: second reviewer, lead reviewer, head; the last closes the visit", async () => {
    const world = await aModeratedSchool();
    const { app, visitId, lead, second, head, coordinator, notes, toAgreed, sign } = world;
    await toAgreed(notes);
    const early = { ok: false, problem: { code: "not-your-turn" } };
    expect(await sign(lead.actor)).toEqual(early);
    expect(await sign(head)).toEqual(early);
    await expect(sign(coordinator)).rejects.toMatchObject({ code: "forbidden" });
    const undeclared = await sign(second.actor, { declared: false });
    expect(undeclared).toEqual({ ok: false, problem: { code: "declare", missing: null } });
    const stale = await sign(second.actor, { seen: "another" });
    expect(stale).toEqual({ ok: false, problem: { code: "changed-since" } });
    expect((await sign(second.actor)).ok).toBe(true);
    expect(await sign(second.actor)).toEqual(early);
    expect((await sign(lead.actor)).ok).toBe(true);
    expect(await state(world)).toBe("agreed");
    expect((await sign(head)).ok).toBe(true);
    expect(await state(world)).toBe("closed");
    const given = await listRecordSignatures(app.db.read, { visitId });
    const record = await findRecord(app.db.read, { visitId });
    expect(given.map(({ title }) => title)).toEqual([
      "second reviewer",
      "lead reviewer",
      "headteacher",
    ]);
    expect(new Set(given.map(({ sha256 }) => sha256))).toEqual(new Set([record?.sha256]));
    const change = app.db.transact(async (tx) => {
      await tx.update(recordSignatures).set({ name: "Nobody" });
    });
    await expect(change).rejects.toThrow();
  });

  test("asks for its PDF when it closes, deletes rough jottings and tells everybody", async () => {
    const { app, visitId, lead, second, head, notes, toAgreed, sign } = await aModeratedSchool();
    await toAgreed(notes);
    for (const { actor } of [second, lead]) await sign(actor);
    const draft = await downloadRecord(app, lead.actor, { visitId });
    expect(draft.fileName).toMatch(/^draft-record-/);
    expect(await findDocument(app.db.read, { visitId })).toBeUndefined();
    await sign(head);
    expect(await findDocument(app.db.read, { visitId })).toMatchObject({ state: "pending" });
    expect(await app.db.read.select().from(visitJottings)).toEqual([]);
    await expect(downloadRecord(app, head, { visitId })).rejects.toMatchObject({
      code: "not-found",
    });
    const sent = await app.db.read.select({ data: mails.data }).from(mails);
    const told = sent.map(({ data }) => (JSON.parse(data ?? "{}") as { what?: string }).what);
    expect(told.filter((what) => what === "your-signature")).toHaveLength(3);
    expect(told.filter((what) => what === "closed")).toHaveLength(4);
    expect(await app.db.read.select().from(caughtMails)).toEqual([]);
  });
});

describe("both views", () => {
  const both = (over = {}) => ({ view: now("We see it so."), ...over });

  test("close the visit once each side wrote its own and a third person is named", async () => {
    const world = await aModeratedSchool();
    const { app, visitId, lead, second, head, notes, toDrafted, write } = world;
    await toDrafted(notes);
    await write(lead.actor, {}, true);
    const say = (
      actor: typeof head,
      sent: Record<string, { was: string; now: string }>,
      close = false,
    ) => writeBothViews(app, actor, { visitId, close, sent: new Map(Object.entries(sent)) });
    await expect(say(second.actor, both())).rejects.toMatchObject({ code: "forbidden" });
    const early = await say(lead.actor, both(), true);
    expect(early).toMatchObject({
      problem: { problems: [{ field: "otherView" }, { field: "thirdPerson" }] },
    });
    const done = await say(
      head,
      { view: now("We see it otherwise."), thirdPerson: now("Amara Bello, head of Weald High") },
      true,
    );
    expect(done).toEqual({ ok: true, value: { closed: true } });
    expect(await state(world)).toBe("closed-with-both-views");
    const record = await findRecord(app.db.read, { visitId });
    expect(parseRecord(record?.snapshot ?? "").bothViews).toEqual({
      reviewersView: "We see it so.",
      schoolView: "We see it otherwise.",
      thirdPerson: "Amara Bello, head of Weald High",
    });
    expect(await findDocument(app.db.read, { visitId })).toMatchObject({ state: "pending" });
  });

  test("may be added to an agreed record, which keeps its reference and the signatures given", async () => {
    const world = await aModeratedSchool();
    const { app, visitId, lead, second, head, notes, toAgreed, sign } = world;
    await toAgreed(notes);
    await sign(second.actor);
    const before = await findRecord(app.db.read, { visitId });
    const say = (
      actor: typeof head,
      sent: Record<string, { was: string; now: string }>,
      close: boolean,
    ) => writeBothViews(app, actor, { visitId, close, sent: new Map(Object.entries(sent)) });
    await say(lead.actor, both({ thirdPerson: now("Amara Bello") }), false);
    await say(head, both(), true);
    const after = await findRecord(app.db.read, { visitId });
    expect(after?.reference).toBe(before?.reference);
    expect(after?.sha256).not.toBe(before?.sha256);
    const [signature] = await listRecordSignatures(app.db.read, { visitId });
    expect(signature?.sha256).toBe(before?.sha256);
    const change = app.db.transact(async (tx) => {
      await tx.update(visitRecords).set({ snapshot: "{}" });
    });
    await expect(change).rejects.toThrow();
  });
});

describe("officers", () => {
  const rules = [
    ["whole-record", "record"],
    ["themes", "themes"],
    ["figures-only", "refused"],
  ] as const;

  test.each(rules)("read by the rule the host accepted: %s", async (ownershipRule, kind) => {
    const world = await aModeratedSchool({ ownershipRule });
    const { app, organisation, lead, second, head, notes, toAgreed, sign, read } = world;
    const grants = [{ role: "officer" as const, organisationId: organisation.id }];
    const officer = await anActor(app, { user: { name: "Hannah Osei" }, grants });
    await toAgreed(notes);
    expect((await read(officer)).kind).toBe("refused");
    for (const actor of [second.actor, lead.actor, head]) await sign(actor);
    const view = await read(officer);
    expect(view.kind).toBe(kind);
    if (view.kind !== "themes") return;
    expect(view.strengths.map(({ text }) => text)).toEqual(["Word mats are there for everyone."]);
    expect(JSON.stringify(view)).not.toContain("assistant is out");
    await expect(downloadRecord(app, officer, world)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("afterwards", () => {
  test("the school rates the visit at once and says what it did from four weeks on, told once", async () => {
    const world = await aModeratedSchool();
    const { app, visitId, lead, second, head, notes, toAgreed, sign } = world;
    await toAgreed(notes);
    for (const actor of [second.actor, lead.actor, head]) await sign(actor);
    const rate = { visitId, version: 0, says: "rating", rating: 4, words: "Kind." } as const;
    expect((await saveFollowUp(app, head, rate)).ok).toBe(true);
    const did = (version: number, text = "We made the cover sheet.") =>
      saveFollowUp(app, head, { visitId, version, says: "what-we-did", text });
    await expect(did(1)).rejects.toMatchObject({ code: "conflict" });
    await expect(saveFollowUp(app, lead.actor, rate)).rejects.toMatchObject({ code: "forbidden" });
    app.clock.advance({ days: 28 });
    expect(await did(0)).toMatchObject({ problem: [{ code: "changed-since" }] });
    expect((await did(1)).ok).toBe(true);
    expect((await did(2, "And used it.")).ok).toBe(true);
    const view = await viewFollowUp(app, second.actor, { visitId });
    expect(view).toMatchObject({ may: "read", whatWeDid: "And used it.", rating: null });
    const sent = await app.db.read.select({ data: mails.data }).from(mails);
    expect(sent.filter(({ data }) => data?.includes("follow-up-told"))).toHaveLength(2);
  });
});
