import { describe, expect, test } from "vitest";
import { makeReference } from "~/domain/submission/reference";
import { makeDocument } from "~/services/documents/make-document.server";
import { run, type MakeRecordPdfTask } from "~/services/documents/make-record-pdf.worker";
import { checkDocument } from "~/services/verify/check-document.server";
import { downloadRecord } from "~/services/visits/record-download.server";
import { findRecord } from "~db/queries/visit-record-rows";
import { aModeratedSchool } from "../services/visits/a-moderated-school";
import { changedAt } from "./a-sealed-copy";

async function aClosedVisit() {
  const world = await aModeratedSchool();
  const { app, visitId, lead, second, head, notes, toAgreed, sign } = world;
  await toAgreed(notes);
  for (const actor of [second.actor, lead.actor, head]) await sign(actor);
  const seal = () =>
    makeDocument({
      app,
      payload: { visitId },
      runTask: <T>(_: URL, task: unknown) => run(task as MakeRecordPdfTask) as Promise<T>,
      postpone: () => undefined,
    });
  const reference = (await findRecord(app.db.read, { visitId }))?.reference ?? "";
  return { ...world, seal, reference };
}

const world = await aClosedVisit();
const { app, head, visitId, seal, reference, school } = world;

describe("the record of a visit", () => {
  test("is told by its reference as signed and not yet sealed, then as genuine", async () => {
    const check = () => checkDocument(app, { file: null, reference });
    expect(await check()).toMatchObject({ value: { kind: "signed-not-yet-sealed" } });
    await seal();
    const told = { of: "reference", kind: "genuine", reference };
    expect(await check()).toMatchObject({ value: told });
    expect(JSON.stringify(await check())).not.toContain(school.name);
  });

  test("is genuine by its bytes, and says what it is, of which school, signed by whom", async () => {
    await seal();
    const { bytes, fileName } = await downloadRecord(app, head, { visitId });
    expect(fileName).toBe(`${reference}.pdf`);
    expect(await checkDocument(app, { file: bytes, reference: "" })).toMatchObject({
      value: {
        kind: "genuine",
        copy: {
          what: "visit-record",
          schoolName: school.name,
          reference,
          signatures: [
            { title: "second reviewer" },
            { title: "lead reviewer" },
            { title: "headteacher" },
          ],
        },
      },
    });
  });

  test("is altered once a byte is another, and no school is named", async () => {
    await seal();
    const { bytes } = await downloadRecord(app, head, { visitId });
    const altered = changedAt(bytes, Math.floor(bytes.length / 2));
    const told = await checkDocument(app, { file: altered, reference: "" });
    expect(told).toMatchObject({ value: { kind: "altered" } });
    expect(JSON.stringify(told)).not.toContain(school.name);
  });

  test("with a reference that was never given is none of ours", async () => {
    const random = Uint8Array.of(9, 9, 9);
    const other = makeReference({ code: "VR", year: 2026, urn: school.urn, number: 1, random });
    expect(await checkDocument(app, { file: null, reference: other })).toMatchObject({
      value: { kind: "not-ours" },
    });
  });
});
