import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { noteWish } from "~/services/matching/ask-for-visit.server";
import {
  askForVisit,
  viewWishes,
  withdrawWish,
  type AskedForVisit,
} from "~/services/matching/school-wish.server";
import { viewProposal } from "~/services/matching/view-proposal.server";
import { viewSchoolMatching } from "~/services/matching/view-school.server";
import { insertVisit } from "~db/queries/visits";
import { auditEntries } from "~db/schema";
import { eq } from "drizzle-orm";
import { USUAL } from "~tests/support/factories/matching-round";
import { anActor } from "~tests/support/factories/people";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";

/** A school in a round whose organisation has reviewers; its one visit is cancelled. */
async function aWishingSchool() {
  const app = await aTestApp();
  const world = await aVisit(app, { state: "cancelled" });
  const { organisation, school, round } = world;
  const { urn } = school;
  const manager = await anActor(app, {
    grants: [{ role: "manager", organisationId: organisation.id }],
  });
  const wish: AskedForVisit = {
    ...{ urn, roundId: round.id, terms: [], namesConfirmed: false },
    words: "We have changed how we plan support.",
  };
  const ask = (actor: Actor, over: Partial<AskedForVisit> = {}) =>
    askForVisit(app, actor, { ...wish, ...over });
  const view = (actor: Actor) => viewWishes(app, actor, { urn });
  const choices = { ...USUAL, roundId: round.id };
  const matching = () =>
    viewSchoolMatching(app, manager, { key: organisation.key, urn, choices, replace: null });
  return { app, ...world, urn, manager, ask, view, matching, choices };
}

describe("a school that would like a visit", () => {
  test("asks in a round, with terms and a line why, and is asked for it in matching", async () => {
    const { app, head, coordinator, ask, view, matching, manager, organisation, choices, round } =
      await aWishingSchool();
    const before = await view(head);
    expect(before).toMatchObject({ standing: [], mayAsk: true });
    expect(before.rounds.map(({ id }) => id)).toEqual([round.id]);
    const [first = "", second = ""] = before.terms;
    expect(first).toMatch(/^\d{4}-\d{2} Term [1-6]$/);
    const terms = [second, "2031-32 Term 1"];
    expect(await ask(coordinator, { terms })).toEqual({ kind: "done", done: "asked" });
    const words = "We have changed how we plan support.";
    expect((await view(head)).standing).toMatchObject([
      { roundTitle: round.title, terms: [second], words },
    ]);
    expect((await view(head)).rounds).toEqual([]);
    const { school } = await matching();
    expect(school).toMatchObject({ askedForIt: true, wish: { terms: [second], words } });
    const proposal = await viewProposal(app, manager, { key: organisation.key, choices });
    expect(proposal.asking).toBe(1);
  });

  test("takes the wish back, and matching does not show it any more", async () => {
    const { app, urn, head, organisation, ask, view, matching } = await aWishingSchool();
    await ask(head);
    await withdrawWish(app, head, { urn, organisationId: organisation.id });
    await withdrawWish(app, head, { urn, organisationId: organisation.id });
    expect((await view(head)).standing).toEqual([]);
    expect((await matching()).school).toMatchObject({ askedForIt: false, wish: null });
    const events = await app.db.read
      .select({ event: auditEntries.event })
      .from(auditEntries)
      .where(eq(auditEntries.subjectKind, "school"));
    expect(events.map(({ event }) => event)).toEqual(["visit.asked-for", "visit.wish-withdrawn"]);
  });

  test("asks for its round only: another round of the council does not count it", async () => {
    const { app, head, urn, manager, ask, school, organisation, version } = await aWishingSchool();
    const asks = { organisationId: organisation.id, versionId: version.id };
    const other = await aRound(app, { ...asks, title: "Another round" });
    const of = { schoolId: school.id, versionId: version.id, roundId: other.id };
    await aResponse(app, { ...of, state: "in-progress" });
    await ask(head);
    const choices = { ...USUAL, roundId: other.id };
    const asked = { key: organisation.key, urn, choices, replace: null };
    const inOther = async () => (await viewSchoolMatching(app, manager, asked)).school.askedForIt;
    expect(await inOther()).toBe(false);
    await noteWish(app, manager, { key: organisation.key, urn });
    expect(await inOther()).toBe(true);
    const unknown = await ask(head, { roundId: "unknown" });
    expect(unknown).toMatchObject({ kind: "problems", problems: [{ field: "round" }] });
  });

  test("is looked at in the round that asks it, where a newer round of the council does not", async () => {
    const { app, urn, manager, organisation, version } = await aWishingSchool();
    const newer = { title: "A newer round", opensOn: "2026-11-01" };
    await aRound(app, { organisationId: organisation.id, versionId: version.id, ...newer });
    const asked = { key: organisation.key, urn, choices: USUAL, replace: null };
    const { round } = await viewSchoolMatching(app, manager, asked);
    expect(round.title).not.toBe("A newer round");
  });

  test("keeps what it wrote where an officer puts down that it asked by telephone", async () => {
    const { app, head, urn, manager, organisation, ask, view } = await aWishingSchool();
    await ask(head);
    await noteWish(app, manager, { key: organisation.key, urn });
    expect((await view(head)).standing).toMatchObject([
      { words: "We have changed how we plan support." },
    ]);
  });

  test("is asked about a line that may name a child, holds a pupil number or is too long", async () => {
    const { head, ask, view } = await aWishingSchool();
    for (const words of ["Jamie Fletcher needs it", "P000000000001", "x".repeat(301)]) {
      expect(await ask(head, { words })).toMatchObject({ problems: [{ field: "words" }] });
    }
    expect((await view(head)).standing).toEqual([]);
    const words = "Jamie Fletcher needs it";
    expect(await ask(head, { words, namesConfirmed: true })).toMatchObject({ kind: "done" });
  });

  test("has nothing to ask for in a round that has a visit", async () => {
    const { app, head, visit, view, ask } = await aWishingSchool();
    await ask(head);
    const at = app.clock.now();
    const again = { ...visit, id: app.newId(), state: "proposed", createdAt: at } as const;
    await app.db.transact((tx) => insertVisit(tx, again, []));
    expect(await view(head)).toMatchObject({ standing: [], rounds: [] });
  });
});

describe("asking for a visit", () => {
  test("is the head's and the coordinator's; colleagues and governors read, others find nothing", async () => {
    const { app, school, head, ask, view, lead, manager } = await aWishingSchool();
    await ask(head);
    for (const role of ["contributor", "governor"] as const) {
      const actor = await anActor(app, { grants: [{ role, schoolId: school.id }] });
      expect((await view(actor)).mayAsk).toBe(false);
      await expect(ask(actor)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(ask(lead.actor)).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(manager)).rejects.toMatchObject({ code: "forbidden" });
  });
});
