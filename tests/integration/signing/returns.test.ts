import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { EMPTY_ACTION } from "~/domain/action/action-fields";
import { EVERY_RETURN, type ReturnsFilter } from "~/domain/returns/list-returns";
import { addAction } from "~/services/actions/add-action.server";
import { moveAction } from "~/services/actions/change-action.server";
import { downloadReturn, openReturn } from "~/services/returns/open-return.server";
import { retryWork, viewParkedWork } from "~/services/returns/parked-work.server";
import { viewReturns } from "~/services/returns/view-returns.server";
import { outbox, roundShares } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aResponse } from "~tests/support/factories/rounds";
import { aSigningSchool, type SigningSchool } from "./signing-school";

const list = (place: SigningSchool, over: { filter?: Partial<ReturnsFilter> } = {}) =>
  viewReturns(place.app, place.officer, {
    key: place.owner.key,
    roundId: null,
    filter: { ...EVERY_RETURN, ...over.filter },
  });

const opened = (place: SigningSchool) => ({
  key: place.owner.key,
  responseId: place.response.id,
});

/** More schools in the same round, none of them started. */
async function moreSchools({ app, round, version }: SigningSchool, count: number) {
  for (let index = 0; index < count; index += 1) {
    const school = await aSchool(app, { name: `Ashfield ${index + 1}`, district: "South Weald" });
    await aResponse(app, { schoolId: school.id, versionId: version.id, roundId: round.id });
  }
}

async function anActionHere({ app, senco, school, response }: SigningSchool, title: string) {
  const origin = { responseId: response.id, itemKey: "A1" };
  const words = { title, leadRole: "SENCO", term: "2026-27 Term 4", whereWeAre: "Three of eight" };
  const fields = { ...EMPTY_ACTION, ...words };
  const outcome = await addAction(app, senco, { urn: school.urn, origin, fields });
  if (outcome.kind !== "saved") throw new Error("expected the action to be added");
  return { urn: school.urn, actionId: outcome.id };
}

describe("the actions of a return", () => {
  test("stand in the copy as at signing, and beside it as today, by title, role, term and state", async () => {
    const place = await aSigningSchool();
    const { app, senco } = place;
    const at = await anActionHere(place, "Train every team");
    await place.readyAndSign();
    await moveAction(app, senco, { ...at, version: 1, to: "in-progress" });
    await anActionHere(place, "Added after signing");
    const asSigned = {
      itemKey: "A1",
      title: "Train every team",
      leadRole: "SENCO",
      term: "2026-27 Term 4",
    };
    const view = await openReturn(app, place.officer, opened(place));
    expect(view.snapshot.actions).toEqual([asSigned]);
    expect(view.plan).toEqual([
      expect.objectContaining({ title: "Train every team", state: "in-progress" }),
      expect.objectContaining({ title: "Added after signing", state: "open" }),
    ]);
    expect(JSON.stringify(view.plan)).not.toContain("Three of eight");
  });

  test("do not say what was dropped, nor what belongs to no round", async () => {
    const place = await aSigningSchool();
    const { app, senco, school } = place;
    const at = await anActionHere(place, "Given up");
    const fields = { ...EMPTY_ACTION, title: "Our own", leadRole: "SENCO", term: "2026-27 Term 4" };
    await addAction(app, senco, { urn: school.urn, origin: null, fields });
    await moveAction(app, senco, { ...at, version: 1, to: "dropped" });
    await place.readyAndSign();
    expect((await openReturn(app, place.officer, opened(place))).plan).toEqual([]);
  });
});

describe("the list of returns", () => {
  test("says state and dates of a draft, and nothing that was written", async () => {
    const place = await aSigningSchool();
    const view = await list(place);
    expect(view.rows).toMatchObject([
      { name: "Oakfold Primary School", state: "in-progress", signed: null },
    ]);
    expect(JSON.stringify(view)).not.toContain("Plans read");
  });

  test("filters by state and district, counts by state, and turns its pages", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    await moreSchools(place, 52);
    const all = await list(place);
    expect(all).toMatchObject({ invited: 53, found: 53, pages: 3, page: 1 });
    expect(all.rows).toHaveLength(25);
    expect(all.counts).toEqual([
      { state: "not-started", count: 52 },
      { state: "submitted", count: 1 },
    ]);
    expect((await list(place, { filter: { page: 3 } })).rows).toHaveLength(3);
    expect((await list(place, { filter: { page: 99 } })).page).toBe(3);
    const south = await list(place, { filter: { district: "South Weald" } });
    expect(south.counts).toEqual([{ state: "not-started", count: 52 }]);
    const signed = await list(place, { filter: { state: "submitted" } });
    expect(signed.rows).toMatchObject([{ signed: { number: 1 } }]);
  });

  test("is not found by a school, nor by an officer of another organisation", async () => {
    const place = await aSigningSchool();
    const elsewhere = await anOrganisation(place.app, { name: "Eastmarsh Council" });
    const stranger = await anActor(place.app, {
      grants: [{ role: "officer", organisationId: elsewhere.id }],
    });
    for (const person of [place.head, place.governor, stranger]) {
      const asked = { key: place.owner.key, roundId: null, filter: EVERY_RETURN };
      await expect(viewReturns(place.app, person, asked)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  test("leaves out rounds of a questionnaire that the role does not cover", async () => {
    const place = await aSigningSchool();
    const limited = await anActor(place.app, {
      grants: [
        { role: "manager", organisationId: place.owner.id, questionnaireKey: "asthma-friendly" },
      ],
    });
    const asked = { key: place.owner.key, roundId: null, filter: EVERY_RETURN };
    const view = await viewReturns(place.app, limited, asked);
    expect(view).toMatchObject({ rounds: [], round: null });
    await place.readyAndSign();
    const attempt = openReturn(place.app, limited, opened(place));
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("opening a return", () => {
  test("a draft is not found, in whatever state", async () => {
    const place = await aSigningSchool();
    for (const move of [() => Promise.resolve(), place.ready]) {
      await move();
      const attempt = openReturn(place.app, place.officer, opened(place));
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("an organisation the round is shared with reads it; another does not", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const { app } = place;
    const friend = await anOrganisation(app, { name: "Eastmarsh Council" });
    const officer = await anActor(app, {
      grants: [{ role: "officer", organisationId: friend.id }],
    });
    const asked = { key: friend.key, responseId: place.response.id };
    await expect(openReturn(app, officer, asked)).rejects.toMatchObject({ code: "not-found" });
    await app.db.transact(async (tx) => {
      await tx.insert(roundShares).values({ roundId: place.round.id, organisationId: friend.id });
    });
    expect((await openReturn(app, officer, asked)).snapshot.number).toBe(1);
  });

  test("the PDF is not found until it is made", async () => {
    const place = await aSigningSchool();
    await place.readyAndSign();
    const attempt = downloadReturn(place.app, place.officer, opened(place));
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("parked work", () => {
  async function aParkedJob() {
    const place = await aSigningSchool();
    await place.readyAndSign();
    await place.app.db.transact(async (tx) => {
      await tx.update(outbox).set({ state: "parked", tries: 6, problem: "Error: no font" });
    });
    const manager = await anActor(place.app, {
      grants: [{ role: "manager", organisationId: place.owner.id }],
    });
    return { ...place, manager };
  }

  test("a manager sees what it is about and tries it again", async () => {
    const { app, manager, owner, school } = await aParkedJob();
    const { jobs } = await viewParkedWork(app, manager, owner.key);
    expect(jobs).toMatchObject([{ tries: 6, about: { schoolName: school.name } }]);
    const jobId = jobs[0]?.id ?? "";
    await retryWork(app, manager, { key: owner.key, jobId });
    const [job] = await app.db.read.select().from(outbox).where(eq(outbox.id, jobId));
    expect(job).toMatchObject({ state: "waiting", tries: 0 });
    const again = retryWork(app, manager, { key: owner.key, jobId });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  test("an officer may not look, and another organisation's manager sees none of it", async () => {
    const { app, officer, owner, jobs } = await aParkedJob();
    await expect(viewParkedWork(app, officer, owner.key)).rejects.toMatchObject({
      code: "forbidden",
    });
    const other = await anOrganisation(app, { name: "Eastmarsh Council" });
    const manager = await anActor(app, { grants: [{ role: "manager", organisationId: other.id }] });
    expect((await viewParkedWork(app, manager, other.key)).jobs).toEqual([]);
    const jobId = (await jobs())[0]?.id ?? "";
    await expect(retryWork(app, manager, { key: other.key, jobId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
