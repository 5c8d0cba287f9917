import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { removeDetails } from "~/services/personal-data/remove-details.server";
import { viewChoice } from "~/services/personal-data/retention-choice.server";
import { actions, answerRevisions, answers, auditEntries, grants, responses } from "~db/schema";
import { aSave } from "~tests/support/factories/worlds";
import { aSchoolAtNight } from "./a-school-at-night";

describe("a school's own self-reviews", () => {
  it("are all kept for ever where the school chose nothing", async () => {
    const { aPrivateReview, night, start, reviewIds, templates } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await start();
    await night("2060-01-01");
    expect(await reviewIds()).toContain(review.id);
    expect(await templates()).toEqual([]);
  });

  it("go after the years the school chose, 30 days after head and coordinator were told", async () => {
    const place = await aSchoolAtNight();
    const { app, aPrivateReview, choose, night, reviewIds, templates, response } = place;
    const review = await aPrivateReview();
    await app.db.transact(async (tx) => {
      const at = app.clock.now();
      const words = { title: "T", leadRole: "SENCO", term: "2026-27 Term 4", howWeWillKnow: "x" };
      await tx.insert(actions).values({
        ...words,
        id: "line",
        schoolId: place.school.id,
        responseId: review.id,
        itemKey: "A1",
        priority: 1,
        state: "open",
        progressNote: "",
        createdBy: place.head.userId,
        createdAt: at,
        updatedAt: at,
        version: 1,
      });
    });
    await choose(1);
    await night("2028-08-01");
    expect(await templates()).toEqual([]);
    await night("2028-08-02");
    expect(await templates()).toEqual(["self-reviews-going", "self-reviews-going"]);
    await night("2028-08-31");
    expect(await reviewIds()).toContain(review.id);
    await night("2028-09-01");
    expect(await reviewIds()).toEqual([response.id]);
    const left = { revisions: answerRevisions, answers };
    for (const table of Object.values(left)) {
      const rows = await app.db.read.select().from(table).where(eq(table.responseId, review.id));
      expect(rows).toEqual([]);
    }
    expect(await app.db.read.select().from(actions)).toMatchObject([
      { id: "line", responseId: null },
    ]);
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(["retention.told", "retention.removed"]));
  });

  it("stay when somebody writes in one after being told", async () => {
    const { app, aPrivateReview, choose, night, reviewIds, notices, head } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await choose(1);
    await night("2028-08-02");
    await aSave(app, { responseId: review.id, userId: head.userId, key: "A2" });
    await night("2028-09-05");
    expect(await reviewIds()).toContain(review.id);
    expect(await notices()).toMatchObject([{ outcome: "kept" }]);
  });

  it("stay when the school chooses to keep them after being told", async () => {
    const { aPrivateReview, choose, night, reviewIds, notices } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await choose(1);
    await night("2028-08-02");
    await choose(null, 2);
    await night("2028-09-05");
    expect(await reviewIds()).toContain(review.id);
    expect(await notices()).toMatchObject([{ outcome: "kept" }]);
  });

  it("stay when words were removed from everything of the school: their cleaned text is kept", async () => {
    const { app, aPrivateReview, choose, night, reviewIds, head, school } = await aSchoolAtNight();
    const review = await aPrivateReview();
    const other = await aPrivateReview();
    await aSave(app, {
      responseId: other.id,
      userId: head.userId,
      key: "A2",
      commentary: "Theirs",
    });
    const at = { urn: school.urn, visitId: null, responseId: null };
    const place = { ...at, answerKey: null, actionId: null };
    const search = { target: "words", words: "Theirs", scope: "school" } as const;
    const removing = { ...place, ...search, reason: "child", note: "" };
    expect(await removeDetails(app, head, removing)).toMatchObject({ ok: true });
    await choose(1);
    await night("2028-08-02");
    await night("2028-09-05");
    expect(await reviewIds()).toContain(other.id);
    expect(await reviewIds()).not.toContain(review.id);
  });

  it("that one mail told of go together, on the day it said, which the page says too", async () => {
    const { app, aPrivateReview, choose, night, reviewIds, head, school } = await aSchoolAtNight();
    const older = await aPrivateReview();
    app.clock.set("2027-10-01T09:00:00Z");
    const younger = await aPrivateReview();
    await choose(1);
    await night("2029-08-10");
    const view = await viewChoice(app, head, { urn: school.urn });
    expect(view.reviews.map(({ goesOn, told }) => [goesOn, told])).toEqual([
      ["2029-09-09", true],
      ["2029-09-09", true],
    ]);
    await night("2029-09-08");
    expect(await reviewIds()).toEqual(expect.arrayContaining([older.id, younger.id]));
    await night("2029-09-10");
    const left = await reviewIds();
    expect(left).not.toContain(older.id);
    expect(left).not.toContain(younger.id);
  });

  it("stay where there is nobody to tell", async () => {
    const { app, aPrivateReview, choose, night, reviewIds } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await choose(1);
    await app.db.transact(async (tx) => {
      await tx.update(grants).set({ to: "2026-11-24" });
    });
    await night("2028-08-02");
    await night("2028-09-05");
    expect(await reviewIds()).toContain(review.id);
  });

  it("that were signed never go, whatever was chosen, and the database refuses it", async () => {
    const { app, choose, night, readyAndSign, reviewIds, response } = await aSchoolAtNight();
    await readyAndSign();
    await app.db.transact(async (tx) => {
      await tx.update(responses).set({ state: "lapsed" }).where(eq(responses.id, response.id));
    });
    await choose(1);
    await night("2028-08-02");
    await night("2028-09-05");
    expect(await reviewIds()).toEqual([response.id]);
    await expect(
      app.db.transact(async (tx) => {
        await tx.delete(answerRevisions).where(eq(answerRevisions.responseId, response.id));
      }),
    ).rejects.toThrow();
  });

  it("cannot be deleted behind the schedule's back", async () => {
    const { app, aPrivateReview } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await expect(
      app.db.transact(async (tx) => {
        await tx.delete(answerRevisions).where(eq(answerRevisions.responseId, review.id));
      }),
    ).rejects.toThrow();
  });
});
