import { describe, expect, test } from "vitest";
import { homeConfirmations } from "~/services/confirmations/home-confirmations.server";
import { keepConfirmations } from "~/services/confirmations/keep-confirmations.server";
import { renewConfirmation } from "~/services/confirmations/renew.server";
import {
  downloadCertificate,
  viewSchoolConfirmation,
} from "~/services/confirmations/school-confirmation.server";
import { checkDocument } from "~/services/verify/check-document.server";
import { answers, mails, responses } from "~db/schema";
import { haveTools, runTool, runToolLoosely, textOf } from "~tests/support/pdf-tools";
import { aScheme, type Scheme } from "~tests/support/factories/schemes";

/** A school confirmed until 24 November 2027. */
async function aConfirmed() {
  const place = await aScheme();
  const submissionId = await place.sign(place.school.responseId);
  await place.confirm({ urn: place.school.urn, submissionId });
  const confirmationId = (await place.confirmations())[0]?.id ?? "";
  return { ...place, at: { urn: place.school.urn, confirmationId } };
}

const reminders = async ({ app }: Pick<Scheme, "app">) =>
  (await app.db.read.select().from(mails)).filter(({ template }) => template === "renewal-due");
const periods = async ({ app, school }: Pick<Scheme, "app" | "school">) =>
  (await app.db.read.select().from(responses))
    .filter(({ schoolId }) => schoolId === school.id)
    .map(({ period, state }) => [period, state]);

describe("renewing", () => {
  test("is refused before it is due, and to colleagues, governors and officers", async () => {
    const place = await aConfirmed();
    const { app, at, head } = place;
    await expect(renewConfirmation(app, head, at)).rejects.toMatchObject({ code: "conflict" });
    app.clock.set("2027-10-01T10:00:00Z");
    for (const person of [place.colleague, place.governor, place.officer]) {
      await expect(renewConfirmation(app, person, at)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(renewConfirmation(app, place.councilOfficer, at)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("begins the next period empty, once, whoever presses", async () => {
    const place = await aConfirmed();
    const { app, at, head, coordinator } = place;
    app.clock.set("2027-10-01T10:00:00Z");
    const first = await renewConfirmation(app, coordinator, at);
    expect(await renewConfirmation(app, head, at)).toEqual(first);
    expect(await periods(place)).toEqual([
      [1, "submitted"],
      [2, "not-started"],
    ]);
    expect(await app.db.read.select().from(answers)).toEqual([]);
    const view = await viewSchoolConfirmation(app, head, at);
    expect(view.renewal).toMatchObject({ state: "begun", responseId: first.responseId });
  });

  test("and signing in time goes on from the end of the one before, which is superseded", async () => {
    const place = await aConfirmed();
    const { app, at, head, school } = place;
    app.clock.set("2027-10-01T10:00:00Z");
    const { responseId } = await renewConfirmation(app, head, at);
    const submissionId = await place.sign(responseId);
    await place.confirm({ urn: school.urn, submissionId });
    expect(await place.confirmations()).toMatchObject([
      { state: "superseded", endsOn: "2027-11-24" },
      { state: "standing", endsOn: "2028-11-24", number: 2 },
    ]);
    const [home] = await homeConfirmations(app, head, { schoolId: school.id, today: "2027-10-01" });
    expect(home).toMatchObject({ standing: "confirmed", endsOn: "2028-11-24" });
  });
});

describe("the daily job", () => {
  test("reminds once at eight weeks and once at four, when it also begins the next period", async () => {
    const place = await aConfirmed();
    const { app } = place;
    app.clock.set("2027-09-28T08:00:00Z");
    await keepConfirmations(app);
    expect(await reminders(place)).toEqual([]);
    for (const day of ["2027-09-29", "2027-09-30", "2027-10-04"]) {
      app.clock.set(`${day}T08:00:00Z`);
      await keepConfirmations(app);
    }
    expect((await reminders(place)).map(({ email }) => email)).toEqual([
      "head@oakfold.example",
      "coordinator@oakfold.example",
      "lead@oakfold.example",
    ]);
    expect(await periods(place)).toHaveLength(1);
    for (const day of ["2027-10-27", "2027-10-28"]) {
      app.clock.set(`${day}T08:00:00Z`);
      await keepConfirmations(app);
    }
    expect(await reminders(place)).toHaveLength(6);
    expect(await periods(place)).toEqual([
      [1, "submitted"],
      [2, "not-started"],
    ]);
  });

  test("does not remind a school that has signed the next one, nor one withdrawn or run out", async () => {
    const place = await aConfirmed();
    const { app, at, head } = place;
    app.clock.set("2027-10-01T10:00:00Z");
    const { responseId } = await renewConfirmation(app, head, at);
    await place.sign(responseId);
    await keepConfirmations(app);
    expect(await reminders(place)).toEqual([]);
    const other = await aConfirmed();
    other.app.clock.set("2027-11-25T10:00:00Z");
    await keepConfirmations(other.app);
    expect(await reminders(other)).toEqual([]);
  });
});

describe("the certificate", () => {
  test("is a sealed page that says until when, for school and organisation, and is checked", async () => {
    const place = await aConfirmed();
    const { app, at, head, school } = place;
    await expect(downloadCertificate(app, head, at)).rejects.toMatchObject({ code: "not-found" });
    await place.seal(at.confirmationId);
    const { bytes, fileName } = await downloadCertificate(app, place.governor, at);
    expect(fileName).toMatch(/^CF26-/);
    const [reference] = fileName.split(".pdf");
    const check = () => checkDocument(app, { file: bytes, reference: "" });
    expect(await check()).toMatchObject({
      value: {
        of: "certificate",
        kind: "genuine",
        endsOn: "2027-11-24",
        certificate: { schoolName: school.name, organisation: "NHS Weald" },
      },
    });
    const told = await checkDocument(app, { file: null, reference: reference ?? "" });
    expect(told).toMatchObject({ value: { kind: "genuine", certificate: null } });
    expect(JSON.stringify(told)).not.toContain(school.name);
    app.clock.set("2027-11-25T10:00:00Z");
    expect(await check()).toMatchObject({ value: { kind: "lapsed" } });
    if (!haveTools("pdftotext", "pdfsig", "qpdf")) return;
    expect(textOf(bytes)).toContain("is confirmed until 24 November 2027");
    expect(runToolLoosely("pdfsig", ["-nocert"], bytes)).toContain("Signature is Valid");
    expect(runTool("qpdf", ["--check"], bytes)).toContain("No syntax or stream encoding errors");
  });

  test("changed by a byte is altered, and is told as renewed once a later one stands", async () => {
    const place = await aConfirmed();
    const { app, at, head, school } = place;
    await place.seal(at.confirmationId);
    const { bytes } = await downloadCertificate(app, head, at);
    const changed = Buffer.from(bytes);
    changed.writeUInt8((changed.readUInt8(900) + 1) % 256, 900);
    expect(await checkDocument(app, { file: changed, reference: "" })).toMatchObject({
      value: { kind: "altered" },
    });
    app.clock.set("2027-10-01T10:00:00Z");
    const { responseId } = await renewConfirmation(app, head, at);
    await place.confirm({ urn: school.urn, submissionId: await place.sign(responseId) });
    expect(await checkDocument(app, { file: bytes, reference: "" })).toMatchObject({
      value: { kind: "superseded" },
    });
  });
});
