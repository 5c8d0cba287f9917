import { describe, expect, test } from "vitest";
import type { ModeratedView, OwnershipRule, VisitState } from "~/domain/visit/states";
import { viewVisitFigures } from "~/services/figures/visit-figures.server";
import { exportVisitFigures } from "~/services/figures/visit-figures-csv.server";
import { insertVisit } from "~db/queries/visits";
import {
  visitFindings,
  visitFocus,
  visitFollowUps,
  visitViews,
  type visitReviewers,
} from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aResponse } from "~tests/support/factories/rounds";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";

type Made = {
  state?: VisitState;
  ownershipRule?: OwnershipRule;
  /** The record's view of section A and of statement A3. */
  agreed: [ModeratedView, ModeratedView];
  /** The lead's and the second's view of A3, before either saw the other's. */
  before?: [ModeratedView, ModeratedView];
  rating?: number;
};

/** A round with visits to schools of their own; its first visit is proposed and counts nowhere. */
async function aRoundOfVisits() {
  const app = await aTestApp();
  const world = await aVisit(app);
  const { organisation, version, round, visit, lead, second } = world;
  const officer = await anActor(app, {
    grants: [{ role: "officer", organisationId: organisation.id }],
  });
  const make = async ({ state = "closed", agreed, before, rating, ...over }: Made) => {
    const school = await aSchool(app, { coveredBy: [organisation.id] });
    const of = { schoolId: school.id, versionId: version.id, roundId: round.id };
    const response = await aResponse(app, { ...of, state: "submitted" });
    const visitId = app.newId();
    const row = { ...visit, ...over, id: visitId, state, schoolId: school.id };
    const pair = [lead, second].map(({ reviewer }, at): typeof visitReviewers.$inferInsert => ({
      ...{ id: app.newId(), visitId, reviewerId: reviewer.id, userId: reviewer.userId },
      ...{ part: at === 0 ? "lead" : "second", standing: "accepted", askedAt: app.clock.now() },
    }));
    const keys = ["A", "A3"] as const;
    await app.db.transact(async (tx) => {
      await insertVisit(tx, { ...row, responseId: response.id, visitOn: "2026-11-10" }, pair);
      for (const [at, key] of keys.entries()) {
        const kind = key === "A" ? "section" : "statement";
        await tx.insert(visitFocus).values({ visitId, key, kind, position: at });
        const words = { reason: "", saw: "", worksWell: "", wondered: "", version: 1 };
        const view = agreed[at] ?? "not-looked-at";
        await tx.insert(visitFindings).values({ visitId, key, view, ...words });
      }
      for (const [at, view] of (before ?? []).entries()) {
        const reviewerId = pair[at]?.userId ?? "";
        const given = { reason: "", givenAt: app.clock.now(), version: 1 };
        await tx.insert(visitViews).values({ visitId, reviewerId, key: "A3", view, ...given });
      }
      const said = { whatWeDid: "", ratingWords: "", version: 1 };
      if (rating !== undefined)
        await tx.insert(visitFollowUps).values({ visitId, rating, ...said });
    });
    return visitId;
  };
  const asked = { key: organisation.key, roundId: round.id };
  const figures = async () => (await viewVisitFigures(app, officer, asked)).figures;
  return { app, ...world, officer, make, asked, figures };
}

describe("figures of visits", () => {
  test("count every closed record, whatever its ownership rule, and nothing that is not closed", async () => {
    const { make, figures } = await aRoundOfVisits();
    const rules = ["themes", "whole-record", "figures-only"] as const;
    for (const at of [0, 1, 2, 3, 4]) {
      const ownershipRule = rules[at % 3] ?? "themes";
      await make({ agreed: ["about-there", "further-on"], ownershipRule });
    }
    await make({ agreed: ["about-there", "not-looked-at"], state: "closed-with-both-views" });
    for (const state of ["agreed", "with-school", "visited", "cancelled"] as const)
      await make({ agreed: ["not-there-yet", "not-there-yet"], state });
    const found = await figures();
    expect(found).toMatchObject({ closed: 6, bothViews: 1 });
    expect(found?.agreement.all).toMatchObject({
      schools: 6,
      lookedAt: 11,
      notLookedAt: 1,
      views: { "about-there": { count: 6 }, "further-on": { count: 5 } },
    });
    const sections = found?.agreement.sections.filter(({ figures: one }) => one.shown);
    expect(sections?.map(({ section }) => section)).toEqual(["A"]);
  });

  test("are held back under five schools, in the file as on the page", async () => {
    const { app, make, figures, officer, asked } = await aRoundOfVisits();
    for (const rating of [4, 4, 4, 4])
      await make({
        agreed: ["about-there", "further-on"],
        before: ["about-there", "further-on"],
        rating,
      });
    const found = await figures();
    const few = { shown: false, because: "fewer-than-five-schools" };
    expect(found?.agreement.all).toEqual(few);
    expect(found?.reviewers).toEqual({
      sentence: "Fewer than 5 schools, so no figures are shown.",
      same: null,
    });
    expect(found?.rating).toEqual({ shown: false });
    const file = await exportVisitFigures(app, officer, asked);
    expect(file.split("\r\n")[1]).toMatch(/,All,All sections(,\[c\]){16}$/);
  });

  test("say how two agree who looked before seeing the other's view, and how useful it was", async () => {
    const { app, make, figures, officer, asked } = await aRoundOfVisits();
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const own = at < 3 ? "about-there" : "further-on";
      await make({ agreed: [own, own], before: [own, at === 5 ? "about-there" : own], rating: 3 });
    }
    await make({
      agreed: ["about-there", "about-there"],
      before: ["about-there", "not-there-yet"],
      state: "agreed",
    });
    const found = await figures();
    expect(found?.reviewers.same).toEqual({ same: 5, of: 6 });
    expect(found?.reviewers.sentence).toContain("Weighted kappa 0.67 over 6 areas");
    expect(found?.rating).toMatchObject({ useful: 6, of: 6 });
    const file = await exportVisitFigures(app, officer, asked);
    expect(file).toContain("All,All sections,6,6,12,0");
  });

  test("are for officers and managers of the organisation, and of its own rounds", async () => {
    const { app, head, lead, officer, asked } = await aRoundOfVisits();
    for (const actor of [head, lead.actor])
      await expect(viewVisitFigures(app, actor, asked)).rejects.toMatchObject({
        code: "not-found",
      });
    const elsewhere = viewVisitFigures(app, officer, { ...asked, roundId: "another" });
    await expect(elsewhere).rejects.toMatchObject({ code: "not-found" });
  });
});
