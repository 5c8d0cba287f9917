import { describe, expect, it } from "vitest";
import type { GivenAnswer } from "~/domain/action/check-in";
import { moveAction, viewAction } from "~/services/actions/change-action.server";
import { giveCheckIns } from "~/services/actions/give-check-ins.server";
import { listActions } from "~/services/actions/list-actions.server";
import { viewPlanReview } from "~/services/actions/review-plan.server";
import { viewSchoolHome } from "~/services/home/school-home.server";
import { digestPlaces } from "~/services/mail/digest-places.server";
import { actionCheckIns, auditEntries } from "~db/schema";
import { aReviewingSchool } from "./a-reviewing-school";

const given = (actionId: string, over: Partial<GivenAnswer> = {}): GivenAnswer => ({
  actionId,
  answer: "on-the-way",
  line: "",
  seen: null,
  namesConfirmed: false,
  ...over,
});

type Place = Awaited<ReturnType<typeof aReviewingSchool>>;

const give = ({ app, senco, school }: Place, ...answers: GivenAnswer[]) =>
  giveCheckIns(app, senco, { urn: school.urn, answers });

const view = ({ app, senco, school }: Place) => viewPlanReview(app, senco, { urn: school.urn });

describe("the review of a term", () => {
  it("shows every open action with nothing filled in, and how long it takes", async () => {
    const place = await aReviewingSchool({ actions: 5 });
    expect(await view(place)).toMatchObject({
      review: { term: "2026-27 Term 2", due: true, endsOn: "2026-12-18" },
      left: 5,
      minutes: 4,
      actions: place.ids.map(() => ({ given: null, earlier: [] })),
    });
  });

  it("saves an answer with its line, moves the action on, and keeps who and when", async () => {
    const place = await aReviewingSchool({ actions: 2 });
    const { app, senco, school, ids } = place;
    const [first = "", second = ""] = ids;
    expect(await give(place, given(first, { line: " Half are trained " }))).toEqual({
      kind: "saved",
      saved: [first],
      overtaken: [],
    });
    expect(await give(place, given(second, { answer: "stuck" }))).toMatchObject({
      saved: [second],
    });
    const plan = await listActions(app, senco, { urn: school.urn });
    expect(plan.review).toBeNull();
    expect(plan.actions.find(({ id }) => id === first)).toMatchObject({
      state: "in-progress",
      checkIns: [{ term: "2026-27 Term 2", answer: "on-the-way", line: "Half are trained" }],
    });
    expect(plan.actions.find(({ id }) => id === second)).toMatchObject({ state: "open" });
    expect(await view(place)).toMatchObject({
      left: 0,
      actions: [{ given: { by: senco.name } }, {}],
    });
    const events = await app.db.read.select({ event: auditEntries.event }).from(auditEntries);
    expect(events.filter(({ event }) => event === "action.reviewed")).toHaveLength(2);
  });

  it("takes a later answer of the same term in place of the first, and only when that was seen", async () => {
    const place = await aReviewingSchool();
    const { app, school, colleague, ids } = place;
    const [id = ""] = ids;
    await give(place, given(id, { answer: "done" }));
    const seen = (await view(place)).actions[0]?.given?.at ?? null;
    app.clock.advance({ minutes: 1 });
    const theirs = given(id, { answer: "stuck", seen });
    expect(
      await giveCheckIns(app, colleague, { urn: school.urn, answers: [theirs] }),
    ).toMatchObject({ saved: [id] });
    app.clock.advance({ minutes: 1 });
    expect(await give(place, given(id, { answer: "done", line: "All of it", seen }))).toEqual({
      kind: "saved",
      saved: [],
      overtaken: [id],
    });
    expect(await view(place)).toMatchObject({
      actions: [{ state: "in-progress", given: { answer: "stuck", by: colleague.name } }],
    });
    expect(await app.db.read.$count(actionCheckIns)).toBe(1);
  });

  it("saves nothing twice when a press is repeated", async () => {
    const place = await aReviewingSchool();
    const [id = ""] = place.ids;
    await give(place, given(id));
    expect(await give(place, given(id))).toEqual({ kind: "saved", saved: [], overtaken: [] });
  });

  it("asks for an answer where only a line is written, about names once, and takes no pupil number", async () => {
    const place = await aReviewingSchool({ actions: 3 });
    const [first = "", second = "", third = ""] = place.ids;
    expect(
      await give(
        place,
        given(first, { answer: null, line: "Half are trained" }),
        given(second, { line: "Amelia, a pupil in Year 4, joins in" }),
        given(third, { line: "About H801200001001" }),
      ),
    ).toMatchObject({
      kind: "problems",
      problems: [
        { actionId: first, field: "answer" },
        { actionId: second, field: "line", asks: "names" },
        {
          actionId: third,
          field: "line",
          message: "Take out what looks like a pupil number (UPN)",
        },
      ],
    });
    expect(await place.app.db.read.$count(actionCheckIns)).toBe(0);
    const line = "Amelia, a pupil in Year 4, joins in";
    expect(await give(place, given(second, { line, namesConfirmed: true }))).toMatchObject({
      saved: [second],
    });
    expect(await give(place, given(first, { line: "x".repeat(301) }))).toMatchObject({
      problems: [{ message: "Use 300 characters or fewer" }],
    });
  });

  it("leaves out what was dropped, and tells whoever answers it from an old page", async () => {
    const place = await aReviewingSchool();
    const { app, senco, school, ids } = place;
    const [id = ""] = ids;
    await moveAction(app, senco, { urn: school.urn, actionId: id, version: 1, to: "dropped" });
    expect((await view(place)).actions).toEqual([]);
    expect(await give(place, given(id))).toMatchObject({ saved: [], overtaken: [id] });
    const kept = await viewAction(app, senco, { urn: school.urn, actionId: id });
    expect(kept).toMatchObject({ state: "dropped", checkIns: [] });
  });

  it("waits on home and in the weekly mail of those who change the plan, until nothing is left", async () => {
    const place = await aReviewingSchool({ actions: 5 });
    const { app, senco, governor, school, ids } = place;
    const home = (actor: typeof senco) => viewSchoolHome(app, actor, { urn: school.urn });
    expect((await home(senco)).planReview).toEqual({
      term: "2026-27 Term 2",
      left: 5,
      minutes: 4,
    });
    expect((await home(governor)).planReview).toBeNull();
    const lines = (await digestPlaces(app, senco)).flatMap((one) => one.lines);
    expect(lines).toContainEqual({
      text: "Term 2 review: 5 actions, about 4 minutes",
      path: `/schools/${school.urn}/actions/review`,
    });
    await give(place, ...ids.map((id) => given(id)));
    expect((await home(senco)).planReview).toBeNull();
  });

  it("can be done early in its term, and not before", async () => {
    const place = await aReviewingSchool();
    const { app, senco, school, ids } = place;
    app.clock.set("2026-11-02T09:00:00.000Z");
    expect(await view(place)).toMatchObject({ review: { due: false }, left: 1 });
    expect((await viewSchoolHome(app, senco, { urn: school.urn })).planReview).toBeNull();
    app.clock.set("2026-10-30T09:00:00.000Z");
    expect(await view(place)).toMatchObject({
      review: null,
      next: { term: "2026-27 Term 2", opensOn: "2026-11-02" },
      actions: [],
    });
    await expect(give(place, given(ids[0] ?? ""))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not for governors, and not found by another school's people", async () => {
    const place = await aReviewingSchool();
    const { app, governor, outsider, otherSchool, school, ids } = place;
    const answers = [given(ids[0] ?? "")];
    await expect(giveCheckIns(app, governor, { urn: school.urn, answers })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const { urn } of [school, otherSchool]) {
      await expect(giveCheckIns(app, outsider, { urn, answers })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    expect(await app.db.read.$count(actionCheckIns)).toBe(0);
  });
});
