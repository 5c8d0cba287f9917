import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { SchemeFilter } from "~/domain/confirmation/list-schools";
import { confirmSchools } from "~/services/confirmations/confirm.server";
import { previewConfirming } from "~/services/confirmations/preview.server";
import { viewScheme } from "~/services/confirmations/view-scheme.server";
import { withdrawConfirmation } from "~/services/confirmations/withdraw.server";
import { auditEntries, documents, mails, outbox, responses, rounds, submissions } from "~db/schema";
import { aGrant, anActor } from "~tests/support/factories/people";
import { aRound } from "~tests/support/factories/rounds";
import { aScheme, type Scheme } from "~tests/support/factories/schemes";

const EVERYTHING: SchemeFilter = {
  points: null,
  status: null,
  missing: null,
  authority: null,
  leads: null,
  page: 1,
};

const list = (place: Scheme, filter: Partial<SchemeFilter> = {}) =>
  viewScheme(place.app, place.officer, { ...place.place, filter: { ...EVERYTHING, ...filter } });

const letters = async ({ app }: Scheme) => {
  const rows = await app.db.read.select().from(mails).orderBy(mails.id);
  return rows.map(({ email, template, data }) => ({
    email,
    template,
    data: JSON.parse(data ?? "{}") as Record<string, unknown>,
  }));
};

const events = async ({ app }: Scheme) =>
  (await app.db.read.select().from(auditEntries)).map(({ event }) => event);

describe("the list of a scheme", () => {
  test("says whose points are met and which thing is missing, with the lead's address, Medway beside Kent", async () => {
    const place = await aScheme();
    await place.sign(place.school.responseId);
    await place.sign(place.medway.responseId, { missing: ["F1"], lapses: "2027-06-01" });
    await place.join({ name: "Ashdown School" });
    const { list: found } = await list(place);
    expect(found.rows).toMatchObject([
      { name: "Ashdown School", points: "not-signed", confirmable: null },
      { name: "Oakfold Primary School", points: "met", authority: "Wealdshire" },
      {
        name: "Rainham Park School",
        authority: "Medway",
        points: "one-missing",
        missing: [{ key: "F1", short: "Staff training" }],
        lead: { name: "Owen Sandiford", email: "lead@oakfold.example" },
        lapses: true,
        confirmable: null,
      },
    ]);
    expect(found.points.map(({ count }) => count)).toEqual([1, 1, 0, 1]);
    expect((await list(place, { missing: "F1" })).list.found).toBe(1);
    expect((await list(place, { leads: "lapses" })).list.rows[0]?.name).toBe("Rainham Park School");
  });

  test("leaves out a school that was withdrawn from the round", async () => {
    const place = await aScheme();
    await place.app.db.transact(async (tx) => {
      await tx
        .update(responses)
        .set({ state: "withdrawn" })
        .where(eq(responses.id, place.medway.responseId));
    });
    expect((await list(place)).list.rows.map(({ name }) => name)).toEqual([place.school.name]);
  });

  test("says that a lead has left once the last role of that address in the school is over", async () => {
    const place = await aScheme();
    const { app, school } = place;
    await place.sign(school.responseId, { lead: "Owen@Oakfold.example" });
    const owen = await anActor(app, {
      user: { email: "owen@oakfold.example" },
      grants: [{ role: "contributor", schoolId: school.id, to: "2026-10-31" }],
    });
    expect((await list(place, { leads: "left" })).list.found).toBe(1);
    await aGrant(app, { userId: owen.userId, role: "contributor", schoolId: school.id });
    expect((await list(place, { leads: "left" })).list.found).toBe(0);
  });

  test("is found by no school, no other organisation, and no officer of another questionnaire", async () => {
    const place = await aScheme();
    const other = await anActor(place.app, {
      grants: [
        { role: "manager", organisationId: place.nhs.id, questionnaireKey: "inclusion-toolkit" },
      ],
    });
    for (const person of [place.head, place.governor, place.councilOfficer, other]) {
      const asked = { ...place.place, filter: EVERYTHING };
      await expect(viewScheme(place.app, person, asked)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  test("is not found for a round that is not rolling, or of another organisation", async () => {
    const place = await aScheme();
    const { app, version, council, nhs } = place;
    const dated = await aRound(app, { organisationId: nhs.id, versionId: version.id });
    const theirs = await aRound(app, {
      organisationId: council.id,
      versionId: version.id,
      rolling: true,
    });
    for (const { id } of [dated, theirs]) {
      const asked = { key: nhs.key, roundId: id, filter: EVERYTHING };
      await expect(viewScheme(app, place.officer, asked)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});

describe("confirming", () => {
  test("is shown before it is done: until when, for which copy, and who cannot be confirmed and why", async () => {
    const place = await aScheme();
    await place.sign(place.school.responseId);
    await place.sign(place.medway.responseId, { missing: ["D1"] });
    const urns = [place.school.urn, place.medway.urn];
    const view = await previewConfirming(place.app, place.officer, { ...place.place, urns });
    expect(view.rows).toMatchObject([
      { urn: place.school.urn, until: "2027-11-24", before: null, copy: { number: 1 } },
    ]);
    expect(view.others).toEqual([
      { urn: place.medway.urn, name: place.medway.name, why: "points-missing" },
    ]);
    expect(await place.confirmations()).toEqual([]);
  });

  test("gives a dated confirmation, asks for the certificate, tells head, coordinator and lead, and is in the record", async () => {
    const place = await aScheme();
    const { app, school } = place;
    const submissionId = await place.sign(school.responseId);
    expect(await place.confirm({ urn: school.urn, submissionId })).toEqual({
      confirmed: 1,
      left: [],
    });
    const [given] = await place.confirmations();
    expect(given).toMatchObject({
      state: "standing",
      confirmedOn: "2026-11-24",
      endsOn: "2027-11-24",
      submissionId,
      number: 1,
    });
    expect(await app.db.read.select().from(documents)).toMatchObject([
      { confirmationId: given?.id, state: "pending" },
    ]);
    const kinds = (await app.db.read.select().from(outbox)).map(({ kind }) => kind);
    expect(kinds).toContain("make-document");
    const sent = await letters(place);
    expect(sent.map(({ email }) => email)).toEqual([
      "head@oakfold.example",
      "coordinator@oakfold.example",
      "lead@oakfold.example",
    ]);
    expect(sent[0]).toMatchObject({
      template: "confirmation",
      data: { what: "confirmed", until: "2027-11-24", organisation: "NHS Weald" },
    });
    expect(await events(place)).toEqual(expect.arrayContaining(["confirmation.given"]));
  });

  test("writes once to a lead who is also the coordinator, and not to what is no address", async () => {
    const place = await aScheme();
    const first = await place.sign(place.school.responseId, {
      lead: "Coordinator@oakfold.example",
    });
    await place.confirm({ urn: place.school.urn, submissionId: first });
    expect((await letters(place)).map(({ email }) => email)).toHaveLength(2);
    const second = await place.sign(place.medway.responseId, { lead: "ask the office" });
    await place.confirm({ urn: place.medway.urn, submissionId: second });
    expect((await letters(place)).map(({ email }) => email)).toHaveLength(2);
  });

  test("of the same form twice confirms once", async () => {
    const place = await aScheme();
    const submissionId = await place.sign(place.school.responseId);
    const chosen = { urn: place.school.urn, submissionId };
    await place.confirm(chosen);
    expect(await place.confirm(chosen)).toEqual({ confirmed: 1, left: [] });
    expect(await place.confirmations()).toHaveLength(1);
  });

  test("leaves a school alone whose copy changed since it was looked at, and confirms the others", async () => {
    const place = await aScheme();
    const { school, medway, app, officer } = place;
    const shown = await place.sign(school.responseId);
    const other = await place.sign(medway.responseId);
    await place.sign(school.responseId, { missing: ["F1"], number: 2 });
    const chosen = [
      { urn: school.urn, submissionId: shown },
      { urn: medway.urn, submissionId: other },
    ];
    expect(await confirmSchools(app, officer, { ...place.place, chosen })).toEqual({
      confirmed: 1,
      left: [school.urn],
    });
    expect((await place.confirmations()).map(({ schoolId }) => schoolId)).toEqual([medway.id]);
  });

  test("waits while a later copy is being signed: the one that stands is not the latest", async () => {
    const place = await aScheme();
    const { app, school } = place;
    const submissionId = await place.sign(school.responseId);
    const [copy] = await app.db.read.select().from(submissions);
    if (copy === undefined) throw new Error("There is no copy");
    const awaiting = { ...copy, id: app.newId(), number: 2, reference: "AFS26-2" };
    await app.db.transact(async (tx) => {
      await tx.insert(submissions).values({ ...awaiting, state: "awaiting-governor" });
    });
    expect(await place.confirm({ urn: school.urn, submissionId })).toMatchObject({ confirmed: 0 });
  });

  test("is refused where a point is missing, whatever the form says", async () => {
    const place = await aScheme();
    const submissionId = await place.sign(place.school.responseId, { missing: ["A1"] });
    const outcome = await place.confirm({ urn: place.school.urn, submissionId });
    expect(outcome).toEqual({ confirmed: 0, left: [place.school.urn] });
    expect(await place.confirmations()).toEqual([]);
  });

  test("is refused for another round's school, and in a closed round", async () => {
    const place = await aScheme();
    const submissionId = await place.sign(place.school.responseId);
    expect(await place.confirm({ urn: "999999", submissionId })).toEqual({
      confirmed: 0,
      left: ["999999"],
    });
    await place.app.db.transact(async (tx) => {
      await tx.update(rounds).set({ closedAt: place.app.clock.now() });
    });
    await expect(place.confirm({ urn: place.school.urn, submissionId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("takes away the school's calling back, as the copy has been read", async () => {
    const place = await aScheme();
    const submissionId = await place.sign(place.school.responseId);
    await place.confirm({ urn: place.school.urn, submissionId });
    const [row] = await place.app.db.read
      .select()
      .from(responses)
      .where(eq(responses.id, place.school.responseId));
    expect(row?.openedByOfficerAt).toEqual(place.app.clock.now());
    expect(await events(place)).toContain("submission.opened");
  });
});

describe("withdrawing", () => {
  const withdraw = (place: Scheme, confirmationId: string, reason: string) =>
    withdrawConfirmation(place.app, place.officer, {
      ...place.place,
      urn: place.school.urn,
      confirmationId,
      reason,
    });
  const aConfirmed = async () => {
    const place = await aScheme();
    const submissionId = await place.sign(place.school.responseId);
    await place.confirm({ urn: place.school.urn, submissionId });
    const id = (await place.confirmations())[0]?.id ?? "";
    return { place, id, submissionId };
  };

  test("asks for a reason, tells the school it, and lets the same copy be confirmed again", async () => {
    const { place, id, submissionId } = await aConfirmed();
    expect(await withdraw(place, id, " ")).toMatchObject({
      problem: { code: "reason-missing" },
    });
    expect(await withdraw(place, id, "The kit has gone.")).toMatchObject({ ok: true });
    expect((await place.confirmations())[0]).toMatchObject({
      state: "withdrawn",
      withdrawnReason: "The kit has gone.",
      withdrawnBy: place.officer.userId,
    });
    expect((await letters(place)).at(-1)).toMatchObject({
      data: { what: "withdrawn", reason: "The kit has gone." },
    });
    expect(await events(place)).toContain("confirmation.withdrawn");
    await place.confirm({ urn: place.school.urn, submissionId });
    expect((await place.confirmations()).map(({ state }) => state)).toEqual([
      "withdrawn",
      "standing",
    ]);
  });

  test("twice is a conflict, and so is one that ran out", async () => {
    const { place, id } = await aConfirmed();
    await withdraw(place, id, "The kit has gone.");
    await expect(withdraw(place, id, "Again")).rejects.toMatchObject({ code: "conflict" });
    const later = await aConfirmed();
    later.place.app.clock.set("2027-11-25T10:00:00Z");
    await expect(withdraw(later.place, later.id, "Late")).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
