import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { replyViews } from "~/services/replies/reply-views.server";
import { closeRound } from "~/services/rounds/close-round.server";
import { amendResponse, recallResponse } from "~/services/signing/change-signed.server";
import { findReplyDraft } from "~db/queries/replies";
import { organisations, replies } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aSignedReturn, type SignedReturn } from "./a-signed-return";

const NOTICED = { noticed: "“Plans read each half term”: A2 shows it too." };

const repliesOf = ({ app, response }: SignedReturn) => replyViews(app, { responseId: response.id });
const draftOf = ({ app, response }: SignedReturn) =>
  findReplyDraft(app.db.read, { responseId: response.id });

describe("a receipt", () => {
  test("goes to head and coordinator when the return is signed, and says by when it is answered", async () => {
    const place = await aSignedReturn();
    const told = await place.mailsTo(place.senco);
    expect(told).toMatchObject([{ template: "return-received" }]);
    expect(JSON.parse(told[0]?.data ?? "")).toMatchObject({ number: 1, replyBy: null });
    expect(await place.mailsTo(place.head)).toHaveLength(1);
    expect(await place.mailsTo(place.colleague)).toEqual([]);
  });

  test("counts working days of the organisation that promised them", async () => {
    const place = await aSignedReturn();
    await place.app.db.transact(async (tx) => {
      const { id } = place.owner;
      await tx.update(organisations).set({ replyDays: 10 }).where(eq(organisations.id, id));
    });
    await amendResponse(place.app, place.head, { ...place.at, reason: "A3 was wrong" });
    await place.readyAndSign();
    const [, second] = await place.mailsTo(place.senco);
    // Ten weekdays after Tuesday 24 November 2026.
    expect(JSON.parse(second?.data ?? "")).toMatchObject({ number: 2, replyBy: "2026-12-08" });
  });
});

describe("a reply", () => {
  test("moves the return to replied, tells the lead people, and takes the draft away", async () => {
    const place = await aSignedReturn();
    await place.keep(NOTICED);
    const sent = await place.send({ wondered: "Which next?" }, { was: NOTICED });
    expect(sent).toEqual({ ok: true, value: { number: 1 } });
    expect(await place.stateNow()).toBe("replied");
    const wrote = {
      ...NOTICED,
      wondered: "Which next?",
      offered: "",
      by: "Hannah Osei",
      number: 1,
    };
    expect(await repliesOf(place)).toMatchObject([wrote]);
    expect(await draftOf(place)).toBeUndefined();
    const told = await place.mailsTo(place.head);
    expect(told.map(({ template }) => template)).toEqual(["return-received", "return-step"]);
    expect(JSON.stringify(told)).not.toContain("Which next");
  });

  test("comes again after an amendment is signed, and the earlier one stands", async () => {
    const place = await aSignedReturn();
    await place.send(NOTICED);
    await amendResponse(place.app, place.head, { ...place.at, reason: "A3 was wrong" });
    await place.readyAndSign();
    expect(await place.stateNow()).toBe("submitted");
    expect((await place.send({ noticed: "Better still" }, { number: 2 })).ok).toBe(true);
    expect((await repliesOf(place)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("that is written while the school amends waits as a draft for the copy it signs next", async () => {
    const place = await aSignedReturn();
    await amendResponse(place.app, place.head, { ...place.at, reason: "A3 was wrong" });
    expect(await place.send(NOTICED)).toEqual({ ok: false, problem: { code: "moved-on" } });
    expect(await place.stateNow()).toBe("in-progress");
    expect(await draftOf(place)).toMatchObject(NOTICED);
    await place.readyAndSign();
    expect((await place.send({}, { number: 2, was: NOTICED })).ok).toBe(true);
  });

  test("answers the copy that was read: a later one is read first, and the words are kept", async () => {
    const place = await aSignedReturn();
    await amendResponse(place.app, place.head, { ...place.at, reason: "A3 was wrong" });
    await place.readyAndSign();
    expect(await place.send(NOTICED)).toEqual({ ok: false, problem: { code: "moved-on" } });
    expect(await draftOf(place)).toMatchObject(NOTICED);
    expect(await place.stateNow()).toBe("submitted");
  });

  test("is not sent empty, nor with the labels it begins with alone", async () => {
    const place = await aSignedReturn();
    for (const texts of [{}, { noticed: "  " }, { offered: "A3, a plan:\nB1, books:" }]) {
      expect(await place.send(texts)).toMatchObject({ ok: false, problem: { code: "held" } });
    }
    expect(await place.stateNow()).toBe("submitted");
  });

  test("keeps the other boxes where one holds a pupil number", async () => {
    const place = await aSignedReturn();
    const result = await place.send({ ...NOTICED, wondered: "And A123456789012?" });
    expect(result).toMatchObject({ problem: { problems: [{ field: "wondered" }] } });
    expect(await draftOf(place)).toMatchObject({ ...NOTICED, wondered: "" });
    expect(await repliesOf(place)).toEqual([]);
  });

  test("keeps a return replied when its round closes over an amendment", async () => {
    const place = await aSignedReturn();
    const { app, owner, round } = place;
    await place.send(NOTICED);
    await amendResponse(app, place.head, { ...place.at, reason: "A3 was wrong" });
    const grants = [{ role: "manager" as const, organisationId: owner.id }];
    await closeRound(app, await anActor(app, { grants }), { roundId: round.id });
    expect(await place.stateNow()).toBe("replied");
  });

  test("may come after the round has closed", async () => {
    const place = await aSignedReturn();
    await place.closeRound();
    expect((await place.send(NOTICED)).ok).toBe(true);
  });
});

describe("two officers", () => {
  test("who write in different boxes lose nothing", async () => {
    const place = await aSignedReturn();
    await place.keep(NOTICED);
    await place.keep({ wondered: "Which next?" }, { as: place.otherOfficer });
    expect(await draftOf(place)).toMatchObject({ ...NOTICED, wondered: "Which next?" });
  });

  test("who write in the same box are told, with both texts, and neither is lost", async () => {
    const place = await aSignedReturn();
    await place.keep(NOTICED);
    const second = await place.keep({ noticed: "Mine" }, { as: place.otherOfficer });
    const clash = { field: "noticed", stands: NOTICED.noticed };
    expect(second).toMatchObject({ ok: false, problem: { clashes: [clash] } });
    expect(await draftOf(place)).toMatchObject(NOTICED);
  });

  test("who send at once: one reply is sent, and the other officer gets it with their own", async () => {
    const place = await aSignedReturn();
    const mine = { as: place.otherOfficer };
    const outcomes = await Promise.all([
      place.send(NOTICED),
      place.send({ noticed: "Mine" }, mine),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = outcomes.find(({ ok }) => !ok);
    const code = lost?.ok === false ? lost.problem.code : null;
    expect(["already-replied", "held"]).toContain(code);
    const [sent, ...others] = await place.app.db.read.select().from(replies);
    expect(others).toEqual([]);
    if (lost?.ok === false && lost.problem.code === "already-replied") {
      expect(lost.problem.theirs.noticed).toBe(sent?.noticed);
    }
  });

  test("of whom one sent first: the other is told with both texts", async () => {
    const place = await aSignedReturn();
    await place.send(NOTICED);
    const late = await place.send({ noticed: "Mine" }, { as: place.otherOfficer });
    const theirs = { ...NOTICED, by: "Hannah Osei" };
    expect(late).toMatchObject({ ok: false, problem: { code: "already-replied", theirs } });
  });
});

describe("a recall and a reply at once", () => {
  test("one of them happens; the words of a reply that was too late are kept", async () => {
    const place = await aSignedReturn();
    const [recalled, sent] = await Promise.allSettled([
      recallResponse(place.app, place.head, place.at),
      place.send(NOTICED),
    ]);
    const isSent = sent.status === "fulfilled" && sent.value.ok;
    expect(isSent).toBe(recalled.status === "rejected");
    expect(await place.stateNow()).toBe(isSent ? "replied" : "in-progress");
    expect(await repliesOf(place)).toHaveLength(isSent ? 1 : 0);
    if (sent.status === "fulfilled" && !isSent) expect(await draftOf(place)).toMatchObject(NOTICED);
  });
});
