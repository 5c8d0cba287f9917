import { describe, expect, test } from "vitest";
import { pairValue } from "~/forms/visit-matching";
import { noteWish } from "~/services/matching/ask-for-visit.server";
import { confirmLines } from "~/services/matching/confirm-lines.server";
import { listRoundVisits } from "~/services/matching/list-round-visits.server";
import { viewProposal, type ProposalView } from "~/services/matching/view-proposal.server";
import { viewSchoolMatching } from "~/services/matching/view-school.server";
import { loadVisit } from "~/services/visits/load-visit.server";
import { visitStanding } from "~/services/visits/visit-standing.server";
import { listVisitReviewers, listVisitsInRound } from "~db/queries/visits";
import {
  auditEntries,
  reviewerInterests,
  reviewers,
  visitReviewers,
  visits as visitsTable,
} from "~db/schema";
import { eq } from "drizzle-orm";
import { anActor, aGrant } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aRoundToMatch, USUAL } from "~tests/support/factories/matching-round";
import { aTestApp } from "~tests/support/test-app";
import { mailsSent } from "../people/mails-sent";

const KEY = "wealdshire";

async function aWorld() {
  const app = await aTestApp();
  const world = await aRoundToMatch(app);
  const { manager, round } = world;
  const propose = (over: Partial<typeof USUAL> = {}) =>
    viewProposal(app, manager, { key: KEY, choices: { ...USUAL, ...over } });
  const choices = { roundId: round.id, from: "", to: "" };
  const confirm = (lines: { urn: string; lead: string; second: string }[]) =>
    confirmLines(app, manager, { key: KEY, choices, lines });
  const visits = () => listVisitsInRound(app.db.read, { roundId: round.id });
  const school = (urn: string, replace: string | null = null) =>
    viewSchoolMatching(app, manager, { key: KEY, urn, choices: USUAL, replace });
  return { app, ...world, propose, confirm, visits, school };
}

const linesOf = ({ proposal }: ProposalView) =>
  (proposal?.lines ?? []).map(({ urn, pair: { people } }) => ({
    urn,
    lead: people[0].reviewerId,
    second: people[1].reviewerId,
  }));

describe("a proposal for a round", () => {
  test("says what can be offered, and names a pair with reasons for each school", async () => {
    const { propose, visits } = await aWorld();
    const view = await propose();
    expect(view).toMatchObject({ capacity: 3, reviewers: 3, placed: 0 });
    expect(view.proposal?.lines.map(({ name }) => name).sort()).toEqual([
      "Marsh Lane",
      "Quarry Hill",
    ]);
    expect(view.proposal?.lines[0]?.pair.reasons).toContain(
      "No shared trust, federation or governor",
    );
    expect(await visits()).toEqual([]);
  });

  test("keeps a pair changed by hand, and works the rest out around it", async () => {
    const { propose, marshLane, people } = await aWorld();
    const { urn } = marshLane.school;
    const [lead, second] = [people.grace.reviewer.id, people.ruth.reviewer.id];
    const view = await propose({ pairs: [{ urn, lead, second }] });
    const [first] = view.proposal?.lines ?? [];
    expect(first).toMatchObject({ urn, byHand: true, because: "Chosen by hand" });
    expect(first?.pair.people.map(({ reviewerId }) => reviewerId)).toEqual([lead, second]);
    expect(view.proposal?.lines).toHaveLength(2);
  });

  test("puts schools that asked first", async () => {
    const { app, manager, propose, quarryHill } = await aWorld();
    await noteWish(app, manager, { key: KEY, urn: quarryHill.school.urn });
    const view = await propose({ longestWithout: false });
    expect(view.asking).toBe(1);
    expect(view.proposal?.lines.map(({ name }) => name)).toEqual(["Quarry Hill"]);
    expect(view.proposal?.left.map(({ name }) => name)).toEqual(["Marsh Lane"]);
  });

  test("is for managers of the organisation", async () => {
    const { app, organisationId } = await aWorld();
    const asked = { key: KEY, choices: USUAL };
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    await expect(viewProposal(app, officer, asked)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await anActor(app);
    await expect(viewProposal(app, stranger, asked)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("confirming a proposal", () => {
  test("writes the visits, asks school and reviewers by mail, and says so in the record", async () => {
    const { app, propose, confirm, visits, round, marshLane, people } = await aWorld();
    const lines = linesOf(await propose());
    expect(await confirm(lines)).toEqual({ roundId: round.id, proposed: 2, back: [] });
    const rows = await visits();
    expect(rows.map(({ state, ownershipRule }) => [state, ownershipRule])).toEqual([
      ["proposed", "themes"],
      ["proposed", "themes"],
    ]);
    expect(rows[0]?.responseId).toBe(marshLane.response.id);
    const pair = await listVisitReviewers(app.db.read, { visitIds: [rows[0]?.id ?? ""] });
    expect(pair.map(({ part, standing }) => [part, standing])).toEqual([
      ["lead", "asked"],
      ["second", "asked"],
    ]);
    const sent = await mailsSent(app);
    expect(sent).toHaveLength(6);
    expect(sent.map(({ email }) => email)).toEqual(
      expect.arrayContaining([marshLane.head.email, people.ruth.actor.email]),
    );
    const events = await app.db.read.select().from(auditEntries);
    expect(events.filter(({ event }) => event === "visit.proposed")).toHaveLength(2);
    expect(app.wakes()).toBeGreaterThan(0);
  });

  test("brings a line back whose reviewer declared an interest meanwhile, and sends the others", async () => {
    const { app, propose, confirm, visits, marshLane } = await aWorld();
    const lines = linesOf(await propose());
    const own = lines.find(({ urn }) => urn === marshLane.school.urn);
    await app.db.transact(async (tx) => {
      await tx.insert(reviewerInterests).values({
        reviewerId: own?.lead ?? "",
        schoolId: marshLane.school.id,
        declaredOn: "2026-11-24",
      });
    });
    const confirmed = await confirm(lines);
    expect(confirmed.proposed).toBe(1);
    expect(confirmed.back).toMatchObject([{ name: "Marsh Lane" }]);
    expect(confirmed.back[0]?.whys.join()).toContain("Declared an interest, 24 November 2026");
    expect((await visits()).map(({ schoolName }) => schoolName)).toEqual(["Quarry Hill"]);
  });

  test("never asks somebody beyond the visits they offer", async () => {
    const { app, confirm, visits, marshLane, quarryHill, people } = await aWorld();
    await app.db.transact(async (tx) => {
      await tx
        .update(reviewers)
        .set({ visitsOffered: 1 })
        .where(eq(reviewers.id, people.ruth.reviewer.id));
    });
    const [lead, second] = [people.ruth.reviewer.id, people.grace.reviewer.id];
    const confirmed = await confirm([
      { urn: marshLane.school.urn, lead, second },
      { urn: quarryHill.school.urn, lead, second },
    ]);
    expect(confirmed.back[0]?.whys.join()).toContain("Has 1 of 1 offered visits already");
    expect(await visits()).toHaveLength(1);
  });

  test("asks nobody beyond the visits they offer though two managers confirm at the same moment", async () => {
    const { app, confirm, visits, marshLane, quarryHill, people } = await aWorld();
    await app.db.transact(async (tx) => {
      await tx
        .update(reviewers)
        .set({ visitsOffered: 1 })
        .where(eq(reviewers.id, people.ruth.reviewer.id));
    });
    const [lead, second] = [people.ruth.reviewer.id, people.grace.reviewer.id];
    const both = [marshLane, quarryHill].map(({ school }) =>
      confirm([{ urn: school.urn, lead, second }]),
    );
    const proposed = (await Promise.all(both)).map((one) => one.proposed);
    expect(proposed.sort()).toEqual([0, 1]);
    expect(await visits()).toHaveLength(1);
  });

  test("sent twice proposes once", async () => {
    const { propose, confirm, visits } = await aWorld();
    const lines = linesOf(await propose());
    await confirm(lines);
    const again = await confirm(lines);
    expect(again.proposed).toBe(0);
    expect(again.back.map(({ whys }) => whys)).toEqual([
      ["Has a visit this round already"],
      ["Has a visit this round already"],
    ]);
    expect(await visits()).toHaveLength(2);
  });

  test("takes neither a school outside the round nor a name outside the register", async () => {
    const { app, organisationId, confirm, marshLane, people } = await aWorld();
    const outside = await aSchool(app, { coveredBy: [organisationId] });
    const [lead, second] = [people.ruth.reviewer.id, people.grace.reviewer.id];
    const confirmed = await confirm([
      { urn: outside.urn, lead, second },
      { urn: marshLane.school.urn, lead, second: "nobody" },
    ]);
    expect(confirmed.proposed).toBe(0);
    expect(confirmed.back.map(({ whys }) => whys)).toEqual([
      ["This school is not in the review round"],
      ["Somebody of this pair is not in the register any more"],
    ]);
  });
});

describe("who could visit one school", () => {
  test("names three pairs, and everybody who cannot with why", async () => {
    const { app, marshLane, people, reviewer, school } = await aWorld();
    await aGrant(app, {
      userId: people.grace.actor.userId,
      role: "governor",
      schoolId: marshLane.school.id,
    });
    await reviewer("Huw Rees", { accreditedUntil: "2026-10-31" });
    await reviewer("Ewan Fraser", { trustStanding: "not-recorded" });
    const view = await school(marshLane.school.urn);
    expect(view.pairs).toHaveLength(3);
    const [best] = view.pairs;
    const ids = best?.people.map(({ reviewerId }) => reviewerId) ?? [];
    expect(best?.people.map(({ name }) => name)).toEqual(["Ewan Fraser", "Ruth Adeyemi"]);
    const [lead = "", second = ""] = ids;
    expect(best?.value).toBe(pairValue({ urn: marshLane.school.urn, lead, second }));
    expect(view.notAvailable).toEqual([
      { name: "Grace Mensah", why: "Governor at this school" },
      { name: "Huw Rees", why: "Accreditation ended on 31 October 2026" },
    ]);
    expect(view.free.map(({ label }) => label)).toContain(
      "Ewan Fraser, Home of Ewan Fraser, 2 of 2 visits left",
    );
  });

  test("is nothing for a school without a response in the round", async () => {
    const { app, organisationId, school } = await aWorld();
    const outside = await aSchool(app, { coveredBy: [organisationId] });
    await expect(school(outside.urn)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the visits of a round", () => {
  test("are listed with who has to answer, and who is late", async () => {
    const { app, manager, propose, confirm, organisationId } = await aWorld();
    await confirm(linesOf(await propose()));
    const list = (shows: "all" | "late") =>
      listRoundVisits(app, manager, { key: KEY, roundId: null, shows });
    const now = await list("all");
    expect(now.visits.map(({ schoolName, late }) => [schoolName, late])).toEqual([
      ["Marsh Lane", false],
      ["Quarry Hill", false],
    ]);
    expect(now.visits[0]?.steps.map(({ words }) => words)).toContain("Marsh Lane to say yes or no");
    app.clock.advance({ days: 14 });
    expect((await list("late")).visits).toHaveLength(2);
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    const asked = { key: KEY, roundId: null, shows: "all" } as const;
    await expect(listRoundVisits(app, officer, asked)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("count the days to agree another from when a visit was put off, as its own page does", async () => {
    const { app, manager, propose, confirm, visits } = await aWorld();
    const [line] = linesOf(await propose());
    await confirm(line === undefined ? [] : [line]);
    const [visit] = await visits();
    const visitId = visit?.id ?? "";
    const at = app.clock.now();
    app.clock.advance({ days: 60 });
    const putOff = { state: "accepted", calendarSequence: 2, updatedAt: app.clock.now() } as const;
    await app.db.transact(async (tx) => {
      await tx
        .update(visitReviewers)
        .set({ standing: "accepted", answeredAt: at })
        .where(eq(visitReviewers.visitId, visitId));
      await tx
        .update(visitsTable)
        .set({ ...putOff, hostAcceptedAt: at })
        .where(eq(visitsTable.id, visitId));
    });
    const list = await listRoundVisits(app, manager, { key: KEY, roundId: null, shows: "all" });
    const page = await visitStanding(app, await loadVisit(app, manager, { visitId }));
    expect(list.visits.map(({ late }) => late)).toEqual([false]);
    expect(list.visits[0]?.steps.map(({ by }) => by)).toEqual(page.steps.map(({ by }) => by));
  });
});
