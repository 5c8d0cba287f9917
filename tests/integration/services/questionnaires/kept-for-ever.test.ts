import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Definition } from "~/domain/questionnaire/definition";
import { printTemplate } from "~/domain/questionnaire/template";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import { pdfTask } from "~/services/documents/make-document.server";
import { run } from "~/services/documents/make-pdf.worker";
import { overTimeCsv } from "~/services/over-time/over-time-csv.server";
import { confirmProposed } from "~/services/questionnaires/compare-version.server";
import {
  downloadVersion,
  VERSION_FORMATS,
} from "~/services/questionnaires/download-version.server";
import { readInDraft, startDraft } from "~/services/questionnaires/drafts.server";
import { publishDraft } from "~/services/questionnaires/publish.server";
import { viewVersion } from "~/services/questionnaires/view-questionnaires.server";
import { markReady } from "~/services/signing/mark-ready.server";
import { readSubmission } from "~/services/signing/read-submission.server";
import { findSnapshot, listSubmissions } from "~db/queries/submissions";
import { answerReview, confirmReview } from "~tests/support/answered-review";
import { editQuestionnaire, generatedEdits } from "~tests/support/generated-edits";
import { aReadySchool, copy, sign, type ReadySchool } from "../signing/ready-school";

const FURTHER = 10;
const sha256Of = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const scheme = ({ owner }: ReadySchool) => ({
  ...{ key: owner.key, questionnaire: "test-questionnaire" },
});

/** A school that signed version 1. */
async function aSignedSchool() {
  const place = await aReadySchool({ response: { state: "not-started" } });
  const { app, head, at } = place;
  await confirmReview(app, head, at);
  await answerReview(app, head, at);
  await markReady(app, head, at);
  const signed = await sign(place);
  if (!signed.ok) throw new Error(JSON.stringify(signed.problem));
  return place;
}

/** Everything that can be taken out of version 1 and of what was signed on it. */
async function exported(place: ReadySchool) {
  const { app, manager, senco, at, school } = place;
  const files: Record<string, string> = {};
  for (const format of VERSION_FORMATS) {
    const of = { ...scheme(place), number: 1, format };
    files[format] = sha256Of((await downloadVersion(app, manager, of)).bytes);
  }
  const scope = { schoolId: school.id, responseId: at.responseId };
  const [submission] = await listSubmissions(app.db.read, scope);
  if (submission === undefined) throw new Error("Nothing was signed");
  const of = { submissionId: submission.id };
  const snapshot = await findSnapshot(app.db.read, of);
  const pdf = await run(await pdfTask(app, { ...of, madeAt: submission.signedAt }));
  const { snapshot: read, signatures } = await readSubmission(app, senco, copy(place));
  const { text } = await overTimeCsv(app, senco, at);
  return {
    ...{ files, snapshot, read, signatures, overTime: text },
    ...{ recorded: submission.sha256, pdf: sha256Of(pdf.bytes) },
  };
}

/** What an author reads in as the next version. Keys are new to the questionnaire, and something always differs. */
function nextOf(definition: Definition, number: number): Definition {
  const [edits = []] = fc.sample(generatedEdits, { seed: number, numRuns: 1 });
  const always = { kind: "help" as const, at: number };
  const text = JSON.stringify(editQuestionnaire(definition, [...edits, always]));
  return JSON.parse(text.replaceAll(/"Z(\d)"/g, `"Z${number}.$1"`)) as Definition;
}

async function publishNext(place: ReadySchool, number: number): Promise<void> {
  const { app, manager } = place;
  const at = { ...scheme(place), number };
  const shaOf = async () => (await viewVersion(app, manager, at)).sha256;
  await startDraft(app, manager, scheme(place));
  const draft = await downloadVersion(app, manager, { ...at, format: "json" });
  const next = nextOf(readStoredDefinition(new TextDecoder().decode(draft.bytes)), number);
  const bytes = new TextEncoder().encode(printTemplate(next));
  const read = await readInDraft(app, manager, { ...scheme(place), bytes, from: await shaOf() });
  expect(read).toEqual({ ok: true, value: { number } });
  await confirmProposed(app, manager, { ...at, from: await shaOf() });
  const published = await publishDraft(app, manager, { ...at, from: await shaOf() });
  expect(published).toEqual({ ok: true, value: null });
}

test(
  "old versions, signed copies and their PDFs come out the same after ten further versions, and give their check codes",
  { timeout: 240_000 },
  async () => {
    const place = await aSignedSchool();
    const { app, manager } = place;
    const before = await exported(place);
    for (let number = 2; number <= FURTHER + 1; number += 1) {
      app.clock.advance({ days: 30 });
      await publishNext(place, number);
    }
    expect(await exported(place)).toEqual(before);
    expect(before.files["json"]).toBe(
      (await viewVersion(app, manager, { ...scheme(place), number: 1 })).sha256,
    );
    expect(sha256Of(before.snapshot ?? "")).toBe(before.recorded);
  },
);
