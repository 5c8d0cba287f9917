import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { confirmLines } from "~/services/matching/confirm-lines.server";
import { replaceReviewers } from "~/services/matching/replace-reviewers.server";
import { viewSchoolMatching } from "~/services/matching/view-school.server";
import { askForAnotherPair, declineVisit } from "~/services/visits/decline-visit.server";
import { listVisitReviewers, listVisitsInRound } from "~db/queries/visits";
import { visits } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aRoundToMatch, USUAL } from "~tests/support/factories/matching-round";
import { aTestApp } from "~tests/support/test-app";
import { mailsSent } from "../people/mails-sent";

const KEY = "wealdshire";

/** Ruth leads and Łukasz goes with her to Marsh Lane; Grace and Ewan are free. */
async function aProposedVisit() {
  const app = await aTestApp();
  const world = await aRoundToMatch(app);
  const { manager, round, marshLane, people, reviewer } = world;
  const ewan = await reviewer("Ewan Fraser");
  const { urn } = marshLane.school;
  const line = { urn, lead: people.ruth.reviewer.id, second: people.lukasz.reviewer.id };
  const choices = { roundId: round.id, from: "", to: "" };
  await confirmLines(app, manager, { key: KEY, choices, lines: [line] });
  const [visit] = await listVisitsInRound(app.db.read, { roundId: round.id });
  const visitId = visit?.id ?? "";
  const rows = () => listVisitReviewers(app.db.read, { visitIds: [visitId] });
  const rowOf = async (userId: string) =>
    (await rows()).find((one) => one.userId === userId)?.id ?? "";
  const view = (replace: string | null = null) =>
    viewSchoolMatching(app, manager, { key: KEY, urn, choices: USUAL, replace });
  const replace = (leaving: string | null, coming: string[]) =>
    replaceReviewers(app, manager, { key: KEY, visitId, leaving, coming });
  return { app, ...world, people: { ...people, ewan }, visitId, rows, rowOf, view, replace };
}

describe("choosing somebody else", () => {
  test("offers those who may go with the one who stays, and asks the one chosen", async () => {
    const { app, people, rows, rowOf, view, replace } = await aProposedVisit();
    const leaving = await rowOf(people.lukasz.actor.userId);
    const page = await view(leaving);
    expect(page).toMatchObject({ places: 1, stayingName: "Ruth Adeyemi" });
    expect(page.pairs.map(({ value }) => value).sort()).toEqual(
      [people.ewan.reviewer.id, people.grace.reviewer.id].sort(),
    );
    expect(await replace(leaving, [people.grace.reviewer.id])).toEqual({ ok: true, value: null });
    expect((await rows()).map(({ userId, part, standing }) => [userId, part, standing])).toEqual([
      [people.ruth.actor.userId, "lead", "asked"],
      [people.lukasz.actor.userId, "second", "replaced"],
      [people.grace.actor.userId, "second", "asked"],
    ]);
    const sent = (await mailsSent(app)).map(({ email }) => email);
    expect(sent).toContain(people.grace.actor.email);
  });

  test("fills both places where the school asked for another pair, never with those it had", async () => {
    const { app, marshLane, visitId, people, view, replace, rows } = await aProposedVisit();
    await askForAnotherPair(app, marshLane.head, { visitId });
    const page = await view();
    expect(page.places).toBe(2);
    expect(page.notAvailable).toEqual([
      { name: "Łukasz Nowak", why: "Was asked for this visit before" },
      { name: "Ruth Adeyemi", why: "Was asked for this visit before" },
    ]);
    const again = await replace(null, [people.ruth.reviewer.id, people.grace.reviewer.id]);
    expect(again).toEqual({ ok: false, problem: ["Ruth Adeyemi was asked for this visit before"] });
    const others = [people.grace.reviewer.id, people.ewan.reviewer.id];
    expect(await replace(null, others)).toEqual({ ok: true, value: null });
    const asked = (await rows()).filter(({ standing }) => standing === "asked");
    expect(asked.map(({ userId, part }) => [userId, part])).toEqual([
      [people.grace.actor.userId, "lead"],
      [people.ewan.actor.userId, "second"],
    ]);
  });

  test("fills the place of a reviewer who said not this time", async () => {
    const { app, visitId, people, view, replace, rows } = await aProposedVisit();
    await declineVisit(app, people.ruth.actor, { visitId, tie: false });
    expect((await view()).places).toBe(1);
    expect((await replace(null, [people.ewan.reviewer.id])).ok).toBe(true);
    const lead = (await rows()).find(
      ({ part, standing }) => part === "lead" && standing === "asked",
    );
    expect(lead?.userId).toBe(people.ewan.actor.userId);
  });

  test("is refused with the reason where a hard rule stands against it", async () => {
    const { people, reviewer, rowOf, replace } = await aProposedVisit();
    const over = await reviewer("Huw Rees", { accreditedUntil: "2026-10-31" });
    const leaving = await rowOf(people.lukasz.actor.userId);
    expect(await replace(leaving, [over.reviewer.id])).toEqual({
      ok: false,
      problem: ["Huw Rees: Accreditation ended on 31 October 2026"],
    });
  });

  test("never asks somebody beyond the visits they offer", async () => {
    const { people, reviewer, rowOf, replace } = await aProposedVisit();
    const full = await reviewer("Huw Rees", { visitsOffered: 0 });
    const leaving = await rowOf(people.lukasz.actor.userId);
    expect(await replace(leaving, [full.reviewer.id])).toMatchObject({ ok: false });
    const free = await reviewer("Nia Rees", { visitsOffered: 1 });
    expect(await replace(leaving, [free.reviewer.id])).toEqual({ ok: true, value: null });
  });

  test("needs somebody accredited on the day that stands", async () => {
    const { app, visitId, people, reviewer, rowOf, view, replace } = await aProposedVisit();
    const lapsing = await reviewer("Huw Rees", { accreditedUntil: "2027-02-12" });
    await app.db.transact(async (tx) => {
      await tx.update(visits).set({ visitOn: "2027-03-01" }).where(eq(visits.id, visitId));
    });
    const leaving = await rowOf(people.lukasz.actor.userId);
    const why = "Accredited until 12 February 2027";
    expect((await view(leaving)).notAvailable).toContainEqual({ name: "Huw Rees", why });
    expect(await replace(leaving, [lapsing.reviewer.id])).toEqual({
      ok: false,
      problem: [`Huw Rees: ${why}`],
    });
  });

  test("is a conflict where the one to leave has left", async () => {
    const { people, rowOf, replace } = await aProposedVisit();
    const leaving = await rowOf(people.lukasz.actor.userId);
    await replace(leaving, [people.grace.reviewer.id]);
    await expect(replace(leaving, [people.ewan.reviewer.id])).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is for managers", async () => {
    const { app, marshLane, visitId, organisationId } = await aProposedVisit();
    const asked = { key: KEY, visitId, leaving: null, coming: [] };
    await expect(replaceReviewers(app, marshLane.head, asked)).rejects.toMatchObject({
      code: "not-found",
    });
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    await expect(replaceReviewers(app, officer, asked)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
