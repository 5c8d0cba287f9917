import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { acceptAsHost, acceptAsReviewer } from "~/services/visits/accept-visit.server";
import { askForAnotherPair, declineVisit } from "~/services/visits/decline-visit.server";
import { listSchoolVisits } from "~/services/visits/list-visits.server";
import { viewVisit } from "~/services/visits/view-visit.server";
import { findVisit, listVisitReviewers } from "~db/queries/visits";
import { reviewerInterests, rounds } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { lettersOf, namesOf } from "./letters";

async function aProposedVisit(app: TestApp) {
  const world = await aVisit(app);
  const manager = await anActor(app, {
    user: { name: "Hannah Osei" },
    grants: [{ role: "manager", organisationId: world.organisation.id }],
  });
  return { ...world, manager, visitId: world.visit.id };
}

const stateOf = async (app: TestApp, visitId: string) =>
  (await findVisit(app.db.read, { visitId }))?.state;

const standingsOf = async (app: TestApp, visitId: string) =>
  (await listVisitReviewers(app.db.read, { visitIds: [visitId] })).map(({ standing }) => standing);

describe("an invitation", () => {
  test("says what a reviewer needs to answer: journey, focus, who else, visits left, whose record", async () => {
    const app = await aTestApp();
    const { visitId, lead, school } = await aProposedVisit(app);
    const view = await viewVisit(app, lead.actor, { visitId });
    expect(view.may).toMatchObject({ answerAsReviewer: true, acceptAsHost: false });
    expect(view.school.town).toBe(school.town);
    expect(view.homeTown).not.toBeNull();
    expect(view.visitsLeft).toEqual({ left: 2, offered: 2 });
    expect(view.reviewers.map(({ name, isYou }) => [name, isYou])).toEqual([
      ["Ruth Adeyemi", true],
      ["Łukasz Nowak", false],
    ]);
    expect(view.ownership).toContain("The school owns this record.");
    expect(view.heading.pages).toEqual(["today"]);
    expect(view.steps.map(({ words, by }) => [words, by])).toContainEqual([
      "Say yes or no",
      "2026-12-01",
    ]);
  });

  test("is accepted by all three, in any order, and then a day is next", async () => {
    const app = await aTestApp();
    const { visitId, head, lead, second, round } = await aProposedVisit(app);
    await app.db.transact((tx) =>
      tx.update(rounds).set({ visitOwnership: "whole-record" }).where(eq(rounds.id, round.id)),
    );
    await acceptAsReviewer(app, second.actor, { visitId, noTies: true });
    await acceptAsHost(app, head, { visitId });
    const accepted = await findVisit(app.db.read, { visitId });
    expect(accepted).toMatchObject({ state: "proposed", ownershipRule: "whole-record" });
    expect(await lettersOf(app)).toEqual([]);
    await acceptAsReviewer(app, lead.actor, { visitId, noTies: true });
    expect(await stateOf(app, visitId)).toBe("accepted");
    expect(namesOf(await lettersOf(app, "accepted"))).toEqual([
      "Helen Price",
      "Ruth Adeyemi",
      "Tom Okafor",
      "Łukasz Nowak",
    ]);
    const view = await viewVisit(app, lead.actor, { visitId });
    expect(view.ownership).toContain("read all of it once it is signed");
  });

  test("to a day that held while another reviewer was found puts it into the new one's calendar", async () => {
    const app = await aTestApp();
    const { visit, lead, second } = await aVisit(app, {
      hostAcceptedAt: app.clock.now(),
      visitOn: "2027-02-04",
      startsAt: "09:00",
      endsAt: "15:30",
      focusAgreedAt: app.clock.now(),
    });
    const visitId = visit.id;
    await acceptAsReviewer(app, lead.actor, { visitId, noTies: true });
    await acceptAsReviewer(app, second.actor, { visitId, noTies: true });
    expect(await stateOf(app, visitId)).toBe("planned");
    const letters = await lettersOf(app, "day-agreed");
    expect(letters.map(({ to, calendar }) => [to, calendar?.method])).toEqual([
      ["Ruth Adeyemi", "REQUEST"],
      ["Łukasz Nowak", "REQUEST"],
    ]);
    expect(await lettersOf(app, "accepted")).toEqual([]);
  });

  test("is taken by both reviewers at once without a conflict", async () => {
    const app = await aTestApp();
    const { visitId, head, lead, second } = await aProposedVisit(app);
    await acceptAsHost(app, head, { visitId });
    const yes = { visitId, noTies: true };
    await Promise.all([
      acceptAsReviewer(app, lead.actor, yes),
      acceptAsReviewer(app, second.actor, yes),
    ]);
    expect(await stateOf(app, visitId)).toBe("accepted");
    expect(await lettersOf(app, "accepted")).toHaveLength(4);
  });

  test("asks a reviewer to say that nothing ties them to the school", async () => {
    const app = await aTestApp();
    const { visitId, lead, school } = await aProposedVisit(app);
    const outcome = await acceptAsReviewer(app, lead.actor, { visitId, noTies: false });
    expect(outcome).toMatchObject({ kind: "problems", problems: [{ field: "noTies" }] });
    const reviewerId = lead.reviewer.id;
    await app.db.transact((tx) =>
      tx
        .insert(reviewerInterests)
        .values({ reviewerId, schoolId: school.id, declaredOn: "2026-09-01" }),
    );
    const declared = await acceptAsReviewer(app, lead.actor, { visitId, noTies: true });
    expect(declared.kind).toBe("problems");
    expect(await standingsOf(app, visitId)).toEqual(["asked", "asked"]);
  });

  test("is declined: one reviewer is missing, the manager is told, and a tie is remembered", async () => {
    const app = await aTestApp();
    const { visitId, lead, second, manager, organisation, school } = await aProposedVisit(app);
    await declineVisit(app, lead.actor, { visitId, tie: true });
    expect(await standingsOf(app, visitId)).toEqual(["declined", "asked"]);
    expect(await stateOf(app, visitId)).toBe("proposed");
    const [letter, ...others] = await lettersOf(app, "declined");
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      to: "Hannah Osei",
      who: "Ruth Adeyemi",
      path: `/organisations/${organisation.key}/visits/schools/${school.urn}`,
    });
    const view = await viewVisit(app, manager, { visitId });
    expect(view.missing).toBe(true);
    const ties = await app.db.read.select().from(reviewerInterests);
    expect(ties.map(({ reviewerId }) => reviewerId)).toEqual([lead.reviewer.id]);
    await expect(viewVisit(app, lead.actor, { visitId })).rejects.toMatchObject({
      code: "not-found",
    });
    await acceptAsReviewer(app, second.actor, { visitId, noTies: true });
    expect(await stateOf(app, visitId)).toBe("proposed");
  });

  test("is sent back once by the host, without a reason, and not after it has said yes", async () => {
    const app = await aTestApp();
    const { visitId, head, lead } = await aProposedVisit(app);
    await askForAnotherPair(app, head, { visitId });
    expect(await standingsOf(app, visitId)).toEqual(["replaced", "replaced"]);
    expect(namesOf(await lettersOf(app, "another-pair"))).toEqual(["Hannah Osei"]);
    expect(namesOf(await lettersOf(app, "not-needed"))).toEqual(["Ruth Adeyemi", "Łukasz Nowak"]);
    await expect(askForAnotherPair(app, head, { visitId })).rejects.toMatchObject({
      code: "conflict",
      details: { problem: "asked-already" },
    });
    await expect(viewVisit(app, lead.actor, { visitId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is not the coordinator's to accept, nor anybody's outside", async () => {
    const app = await aTestApp();
    const { visitId, head, coordinator, lead, manager, school } = await aProposedVisit(app);
    await expect(acceptAsHost(app, coordinator, { visitId })).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "needs-head" },
    });
    const yes = { visitId, noTies: true };
    for (const actor of [head, coordinator, manager]) {
      await expect(acceptAsReviewer(app, actor, yes)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(acceptAsHost(app, lead.actor, { visitId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(acceptAsHost(app, await anActor(app), { visitId })).rejects.toMatchObject({
      code: "not-found",
    });
    const seen = await viewVisit(app, coordinator, { visitId });
    expect(seen.may).toMatchObject({ acceptAsHost: false, askForAnother: false });
    expect(seen.steps.filter(({ yours }) => yours)).toEqual([]);
    const own = await listSchoolVisits(app, head, { urn: school.urn });
    expect(own.visits[0]?.steps.map(({ words, yours }) => [words, yours])).toContainEqual([
      "Say yes or no",
      true,
    ]);
  });
});
