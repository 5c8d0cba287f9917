import { createHash } from "node:crypto";
import type { RemovalCounts } from "~/domain/personal-data/removal";
import type { App } from "~/platform/app.server";
import {
  askForDocument,
  askForRecordPdf,
  newAsking,
} from "~/services/signing/ask-for-document.server";
import { writeSave } from "~db/queries/answers";
import type { DocumentOwner } from "~db/queries/documents";
import { writeHeldTexts } from "~db/queries/free-text";
import {
  forgetProblems,
  noteCleanedText,
  replaceSnapshot,
  touchResponses,
  withdrawDocument,
} from "~db/queries/removals";
import { replaceRecord } from "~db/queries/removed-records";
import type { Writer } from "~db/types";
import { isSealed, type CleanedRecord } from "./remove-find-records.server";
import type { CleanedAnswer, CleanedCopy, CleanedRow, Found } from "./remove-find.server";

/** The removal that a change belongs to: its row stands already. */
export type Removing = { app: App; removalId: string; removedBy: string; at: Date };

/** The field under which a text of a signed copy or record is noted. */
export const snapshotField = (path: string): string => `snapshot:${path}`;

/** Writes every cleaned text over what stood, first recording it: the triggers allow nothing else. */
export async function applyRemoval(tx: Writer, removing: Removing, found: Found): Promise<void> {
  for (const row of found.rows) await cleanRow(tx, removing, row);
  for (const copy of found.copies) await replaceCopy(tx, removing, copy);
  for (const record of found.records) await remakeRecord(tx, removing, record);
  for (const answer of found.answers) await saveAnswer(tx, removing, answer);
  const touched = new Set([
    ...found.answers.map(({ answer }) => answer.responseId),
    ...found.copies.map(({ copy }) => copy.responseId),
  ]);
  await touchResponses(tx, [...touched], removing.at);
}

async function cleanRow(tx: Writer, { removalId }: Removing, row: CleanedRow): Promise<void> {
  const { table, id, texts } = row;
  for (const [field, text] of Object.entries(texts)) {
    await noteCleanedText(tx, { tableName: table, rowId: id, field, removalId, text });
  }
  await writeHeldTexts(tx, { table, id, texts });
}

/** The snapshot is replaced and its PDF withdrawn; the signatures stay, with the hash of what was signed. */
async function replaceCopy(tx: Writer, removing: Removing, cleaned: CleanedCopy): Promise<void> {
  const { removalId, at, app } = removing;
  const { copy, snapshot, texts } = cleaned;
  const submissionId = copy.id;
  for (const [path, text] of texts) {
    const field = snapshotField(path);
    await noteCleanedText(tx, { tableName: "submissions", rowId: copy.id, field, removalId, text });
  }
  await replaceSnapshot(tx, {
    removalId,
    submissionId,
    snapshot,
    beforeSha256: copy.sha256,
    afterSha256: sha256Of(snapshot),
  });
  const isAsked = isMade(cleaned);
  await remakeDocument(tx, { app, removalId, at, owner: { submissionId }, isMade: isAsked });
}

/** The same for the record of a visit: text and PDF are made again, reference and signatures stay. */
async function remakeRecord(
  tx: Writer,
  { removalId, at, app }: Removing,
  { record, snapshot, texts }: CleanedRecord,
): Promise<void> {
  const { visitId, sha256: beforeSha256 } = record;
  for (const [path, text] of texts) {
    const field = snapshotField(path);
    await noteCleanedText(tx, {
      tableName: "visit_records",
      rowId: visitId,
      field,
      removalId,
      text,
    });
  }
  const afterSha256 = sha256Of(snapshot);
  await replaceRecord(tx, { removalId, visitId, snapshot, beforeSha256, afterSha256 });
  await remakeDocument(tx, { app, removalId, at, owner: { visitId }, isMade: isSealed(record) });
}

type Remaking = {
  app: Pick<App, "newId">;
  removalId: string;
  at: Date;
  /** A certificate holds no words that people typed about a child, so it is never among them. */
  owner: Exclude<DocumentOwner, { confirmationId: string }>;
  isMade: boolean;
};

/** Takes the PDF back and, where the copy or record stands, asks for one of what it says now. */
export async function remakeDocument(tx: Writer, remaking: Remaking): Promise<boolean> {
  const { app, removalId, at, owner, isMade: asks } = remaking;
  const before = await withdrawDocument(tx, { owner, removalId, at });
  await forgetProblems(tx, owner);
  if (before === undefined || !asks) return false;
  const asking = newAsking(app, at);
  if ("visitId" in owner) await askForRecordPdf(tx, { ...owner, asking });
  else await askForDocument(tx, { ...owner, asking });
  return true;
}

/** A copy that was set aside or withdrawn gets no new PDF. */
export const isMade = ({
  copy,
}: {
  copy: Pick<CleanedCopy["copy"], "state" | "withdrawnAt">;
}): boolean => copy.state === "standing" && copy.withdrawnAt === null;

/**
 * The answer as it stands is saved once more, cleaned: a page that was opened before finds it changed, instead
 * of saving the words again.
 */
async function saveAnswer(
  tx: Writer,
  { app, removalId, removedBy, at }: Removing,
  { answer, texts }: CleanedAnswer,
): Promise<void> {
  const { id, responseId, key, revision, level, duty, helpWanted, toConfirm } = answer;
  await writeSave(tx, {
    id: app.newId(),
    answerId: id,
    responseId,
    key,
    standsAt: revision,
    basedOn: revision,
    saveId: `removal:${removalId}:${key}`,
    content: { level, duty, helpWanted, toConfirm, ...texts },
    savedBy: removedBy,
    savedAt: at,
  });
}

export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** How much of each kind is changed; of what the person may not know, nothing. */
export function countsOf(found: Found, pdfs: number): RemovalCounts {
  const shown = found.rows.filter((row) => row.shown);
  const of = (...tables: string[]) => shown.filter(({ table }) => tables.includes(table)).length;
  const versions = of("answer_revisions");
  const actions = of("actions", "action_check_ins");
  return {
    versions,
    answers: found.answers.length,
    actions,
    copies: found.copies.length,
    records: found.records.length,
    documents: pdfs,
    others: shown.length - versions - actions,
  };
}
