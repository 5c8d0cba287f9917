import { mapRecordTexts } from "~/domain/personal-data/removal-record";
import { mapSnapshotTexts } from "~/domain/personal-data/removal-snapshot";
import { canonicalSnapshot, parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { canonicalRecord, parseRecord } from "~/domain/visit/record-snapshot";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { readHeldTexts, writeHeldTexts } from "~db/queries/free-text";
import {
  findCopyToReplay,
  followRevisions,
  forgetKeptForms,
  insertRemoval,
  insertWithdrawn,
  listRemovalIds,
  noteCleanedText,
  placesOfRemoval,
  replaceSnapshot,
} from "~db/queries/removals";
import { findRecordToReplay, replaceRecord } from "~db/queries/removed-records";
import { findUser, insertUser } from "~db/queries/people";
import type { Writer } from "~db/types";
import { isMade, remakeDocument, sha256Of, snapshotField } from "./remove-apply.server";
import { keepRemovalsFile, readRemovalsFile, type KeptRemoval } from "./remove-file.server";

type Place = Pick<App, "db" | "clock" | "newId"> & { config: Pick<App["config"], "dataDir"> };

/**
 * Does removals again that are written down beside the database and are not in it: after a backup was put back.
 * Each in its own transaction, oldest first; one whose school is not in the database waits for a database that has
 * it. Then the file is brought up to date. Returns how many were done. It is run by `npm run restore` and at every
 * start.
 */
export async function replayRemovals(app: Place): Promise<number> {
  const known = new Set(await listRemovalIds(app.db.read));
  const missing = readRemovalsFile(app.config.dataDir).filter(
    ({ removal }) => !known.has(removal.id),
  );
  let done = 0;
  for (const line of missing) {
    if (await app.db.transact((tx) => replay(tx, app, line))) done += 1;
  }
  if (done > 0) await app.db.clearLog();
  await keepRemovalsFile(app);
  return done;
}

async function replay(tx: Writer, app: Place, line: KeptRemoval): Promise<boolean> {
  const { removal, texts, copies, records, documents } = line;
  const place = await placesOfRemoval(tx, removal);
  if (!place.school) return false;
  await keepRemover(tx, app, removal.removedBy);
  await insertRemoval(tx, {
    ...removal,
    responseId: place.response ? removal.responseId : null,
    visitId: place.visit ? removal.visitId : null,
  });
  for (const text of texts) await noteCleanedText(tx, text);
  await cleanRows(tx, texts);
  for (const { submissionId } of copies) await cleanCopy(tx, app, { line, submissionId });
  for (const { visitId } of records) await cleanRecord(tx, app, { line, visitId });
  for (const document of documents) await insertWithdrawn(tx, document);
  await followRevisions(tx, { schoolId: removal.schoolId });
  await forgetKeptForms(tx, { endedBefore: removal.removedAt });
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: null,
    event: "details.removed-again",
    schoolId: removal.schoolId,
    subjectKind: "school",
    subjectId: removal.schoolId,
    data: { removalId: removal.id },
  });
  return true;
}

/** The database put back may be from before the person had an account. */
async function keepRemover(tx: Writer, app: Place, id: string): Promise<void> {
  if ((await findUser(tx, id)) !== undefined) return;
  const email = `${id}@not-in-this-backup.invalid`;
  const at = app.clock.now();
  await insertUser(tx, {
    id,
    email,
    name: "A person who is not in this backup",
    passwordHash: null,
    disabledAt: at,
    version: 1,
    createdAt: at,
  });
}

/** Rows the backup has not are passed over. */
async function cleanRows(tx: Writer, texts: KeptRemoval["texts"]): Promise<void> {
  for (const { tableName: table, rowId: id, field, text } of texts) {
    const stands = await readHeldTexts(tx, { table, id });
    const before = stands?.[field];
    // What was empty in the backup never held the words.
    if (before === undefined || before === null || before === "" || before === text) continue;
    await writeHeldTexts(tx, { table, id, texts: { [field]: text } });
  }
}

type Copy = { line: KeptRemoval; submissionId: string };

async function cleanCopy(tx: Writer, app: Place, { line, submissionId }: Copy): Promise<void> {
  const copy = await findCopyToReplay(tx, { submissionId });
  if (copy === undefined) return;
  const removalId = line.removal.id;
  const texts = notedTexts(line, { table: "submissions", id: submissionId });
  const before = parseSnapshot(copy.snapshot);
  const cleaned = mapSnapshotTexts(
    before,
    ({ path, text }) => texts.get(snapshotField(path)) ?? text,
  );
  const snapshot = canonicalSnapshot(cleaned);
  if (snapshot === copy.snapshot) return;
  const afterSha256 = sha256Of(snapshot);
  const beforeSha256 = copy.sha256;
  await replaceSnapshot(tx, { removalId, submissionId, snapshot, beforeSha256, afterSha256 });
  const at = line.removal.removedAt;
  const owner = { submissionId };
  await remakeDocument(tx, { app, removalId, at, owner, isMade: isMade({ copy }) });
}

/** Texts of one signed copy or record as a removal left them, by field. */
function notedTexts({ texts }: KeptRemoval, { table, id }: { table: string; id: string }) {
  return new Map(
    texts
      .filter(({ tableName, rowId }) => tableName === table && rowId === id)
      .map(({ field, text }) => [field, text]),
  );
}

type Record = { line: KeptRemoval; visitId: string };

async function cleanRecord(tx: Writer, app: Place, { line, visitId }: Record): Promise<void> {
  const record = await findRecordToReplay(tx, { visitId });
  if (record === undefined) return;
  const removalId = line.removal.id;
  const texts = notedTexts(line, { table: "visit_records", id: visitId });
  const cleaned = mapRecordTexts(
    parseRecord(record.snapshot),
    ({ path, text }) => texts.get(snapshotField(path)) ?? text,
  );
  const snapshot = canonicalRecord(cleaned);
  if (snapshot === record.snapshot) return;
  const beforeSha256 = record.sha256;
  const afterSha256 = sha256Of(snapshot);
  await replaceRecord(tx, { removalId, visitId, snapshot, beforeSha256, afterSha256 });
  // A record has a PDF once it is closed, and no sooner.
  const at = line.removal.removedAt;
  await remakeDocument(tx, { app, removalId, at, owner: { visitId }, isMade: true });
}
