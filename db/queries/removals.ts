import { and, asc, desc, eq, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import {
  answerRevisions,
  answers,
  caughtMails,
  cleanedTexts,
  documents,
  mails,
  outbox,
  questionnaires,
  questionnaireVersions,
  reissuedCopies,
  reissuedRecords,
  removals,
  responses,
  rounds,
  schools,
  sessionTombstones,
  submissions,
  visits,
  withdrawnDocuments,
} from "../schema";
import type { Reader, Writer } from "../types";
import { ownedBy, type DocumentOwner } from "./documents";
import type { TextScope } from "./free-text";
import { findRecordToReplay } from "./removed-records";

export type RemovalRow = typeof removals.$inferSelect;
export type CleanedTextRow = typeof cleanedTexts.$inferSelect;
export type ReissuedRow = typeof reissuedCopies.$inferSelect;
export type WithdrawnRow = typeof withdrawnDocuments.$inferSelect;

const within = ({ schoolId, responseId }: TextScope) =>
  and(
    eq(responses.schoolId, schoolId),
    responseId === null ? undefined : eq(responses.id, responseId),
  );

export type CopyToClean = Awaited<ReturnType<typeof listCopiesToClean>>[number];

/** Every signed copy of a scope with its frozen text, whatever became of it. */
export async function listCopiesToClean(read: Reader, scope: TextScope) {
  return read
    .select({
      id: submissions.id,
      responseId: submissions.responseId,
      number: submissions.number,
      state: submissions.state,
      withdrawnAt: submissions.withdrawnAt,
      snapshot: submissions.snapshot,
      sha256: submissions.sha256,
      openedByOfficerAt: responses.openedByOfficerAt,
      responseState: responses.state,
      roundOrganisationId: rounds.organisationId,
      roundTitle: rounds.title,
      questionnaireKey: questionnaires.key,
      questionnaireTitle: questionnaires.title,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(within(scope))
    .orderBy(asc(submissions.signedAt), asc(submissions.number));
}

/** Answers of a scope as they stand. */
export async function listAnswersToClean(read: Reader, scope: TextScope) {
  return read
    .select({ answer: answers })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .where(within(scope))
    .then((rows) => rows.map(({ answer }) => answer));
}

export async function insertRemoval(tx: Writer, row: RemovalRow): Promise<void> {
  await tx.insert(removals).values(row);
}

/** Notes what a text reads from now on, in place of what an earlier removal noted. */
export async function noteCleanedText(tx: Writer, row: CleanedTextRow): Promise<void> {
  const { removalId, text } = row;
  await tx
    .insert(cleanedTexts)
    .values(row)
    .onConflictDoUpdate({
      target: [cleanedTexts.tableName, cleanedTexts.rowId, cleanedTexts.field],
      set: { removalId, text },
    });
}

/** What removals of one school have noted. */
export async function listCleanedTexts(read: Reader, scope: { schoolId: string }) {
  return read
    .select({
      tableName: cleanedTexts.tableName,
      rowId: cleanedTexts.rowId,
      field: cleanedTexts.field,
      removalId: cleanedTexts.removalId,
      text: cleanedTexts.text,
    })
    .from(cleanedTexts)
    .innerJoin(removals, eq(removals.id, cleanedTexts.removalId))
    .where(eq(removals.schoolId, scope.schoolId));
}

/** Puts a snapshot in the place of another, which the trigger allows as recorded here and no other way. */
export async function replaceSnapshot(
  tx: Writer,
  change: ReissuedRow & { snapshot: string },
): Promise<void> {
  const { snapshot, ...reissued } = change;
  await tx.insert(reissuedCopies).values(reissued);
  await tx
    .update(submissions)
    .set({ snapshot, sha256: change.afterSha256 })
    .where(eq(submissions.id, change.submissionId));
}

type Withdrawing = { owner: DocumentOwner; removalId: string; at: Date };

/** Takes the PDF of a copy or record away, keeping the hash of a sealed one; gives what there was. */
export async function withdrawDocument(tx: Writer, { owner, removalId, at }: Withdrawing) {
  const [document] = await tx
    .select({
      state: documents.state,
      sha256: documents.sha256,
      createdAt: documents.createdAt,
      readyAt: documents.readyAt,
    })
    .from(documents)
    .where(ownedBy(owner));
  if (document === undefined) return undefined;
  const { state, sha256, createdAt, readyAt } = document;
  if (state === "ready" && sha256 !== null) {
    await tx
      .insert(withdrawnDocuments)
      .values({
        ...owner,
        sha256,
        removalId,
        askedAt: createdAt,
        sealedAt: readyAt ?? createdAt,
        withdrawnAt: at,
      })
      .onConflictDoNothing();
  }
  await tx.delete(documents).where(ownedBy(owner));
  return document;
}

/** Forgets what went wrong with the PDFs of a copy or record: a message may quote a word. */
export async function forgetProblems(tx: Writer, owner: DocumentOwner): Promise<void> {
  const payload = JSON.stringify(owner);
  await tx
    .update(outbox)
    .set({ problem: null })
    .where(and(eq(outbox.kind, "make-document"), eq(outbox.payload, payload)));
}

/** Makes a form that was opened before find these responses changed. */
export async function touchResponses(tx: Writer, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(responses)
    .set({ version: sql`${responses.version} + 1`, updatedAt: at })
    .where(inArray(responses.id, [...ids]));
}

/** Forms kept of sessions that ended. */
export async function listKeptForms(read: Reader) {
  return read
    .select({ id: sessionTombstones.id, keptForm: sessionTombstones.keptForm })
    .from(sessionTombstones)
    .where(isNotNull(sessionTombstones.keptForm));
}

export async function setKeptForm(tx: Writer, kept: { id: string; keptForm: string }) {
  const { id, keptForm } = kept;
  await tx.update(sessionTombstones).set({ keptForm }).where(eq(sessionTombstones.id, id));
}

/** What mails that have not left yet are written from. */
export async function listMailsToSend(read: Reader) {
  return read
    .select({ id: mails.id, template: mails.template, data: mails.data, schoolId: mails.schoolId })
    .from(mails)
    .where(isNotNull(mails.data));
}

export async function setMailData(tx: Writer, mail: { id: string; data: string }): Promise<void> {
  await tx.update(mails).set({ data: mail.data }).where(eq(mails.id, mail.id));
}

export async function findRemoval(read: Reader, scope: { schoolId: string; removalId: string }) {
  const rows = await read
    .select()
    .from(removals)
    .where(and(eq(removals.id, scope.removalId), eq(removals.schoolId, scope.schoolId)));
  return rows[0];
}

/** Each time a signed copy was made again, the latest first. */
export async function listReissues(read: Reader, scope: { submissionId: string }) {
  return read
    .select({
      removedAt: removals.removedAt,
      beforeSha256: reissuedCopies.beforeSha256,
      afterSha256: reissuedCopies.afterSha256,
    })
    .from(reissuedCopies)
    .innerJoin(removals, eq(removals.id, reissuedCopies.removalId))
    .where(eq(reissuedCopies.submissionId, scope.submissionId))
    .orderBy(desc(removals.removedAt), desc(removals.id));
}

/** The file of a signed copy that a removal took back, by the hash of its bytes. */
export async function findWithdrawnDocument(read: Reader, sha256: string) {
  const rows = await read
    .select({
      submissionId: submissions.id,
      sealedAt: withdrawnDocuments.sealedAt,
      withdrawnAt: withdrawnDocuments.withdrawnAt,
      reference: submissions.reference,
      signedAt: submissions.signedAt,
      beforeSha256: reissuedCopies.beforeSha256,
    })
    .from(withdrawnDocuments)
    .innerJoin(submissions, eq(submissions.id, withdrawnDocuments.submissionId))
    .leftJoin(
      reissuedCopies,
      and(
        eq(reissuedCopies.removalId, withdrawnDocuments.removalId),
        eq(reissuedCopies.submissionId, withdrawnDocuments.submissionId),
      ),
    )
    .where(eq(withdrawnDocuments.sha256, sha256));
  return rows[0];
}

/** When the first PDF of a copy was asked for, where a removal took it back; undefined where none did. */
export async function findFirstAsked(
  read: Reader,
  scope: { submissionId: string },
): Promise<Date | undefined> {
  const rows = await read
    .select({ askedAt: withdrawnDocuments.askedAt })
    .from(withdrawnDocuments)
    .where(eq(withdrawnDocuments.submissionId, scope.submissionId))
    .orderBy(asc(withdrawnDocuments.askedAt))
    .limit(1);
  return rows[0]?.askedAt;
}

/** Everything that removals keep, oldest first: what `DATA_DIR/removals.jsonl` holds. */
export async function listRemovals(read: Reader) {
  return {
    removals: await read.select().from(removals).orderBy(asc(removals.removedAt), asc(removals.id)),
    texts: await read.select().from(cleanedTexts),
    copies: await read.select().from(reissuedCopies),
    records: await read.select().from(reissuedRecords),
    documents: await read.select().from(withdrawnDocuments),
  };
}

/** Mails kept to be read here, in a demonstration. */
export async function listCaughtToClean(read: Reader) {
  return read.select({ id: caughtMails.id, source: caughtMails.source }).from(caughtMails);
}

export async function deleteCaughtMail(tx: Writer, id: string): Promise<void> {
  await tx.delete(caughtMails).where(eq(caughtMails.id, id));
}

export async function listRemovalIds(read: Reader): Promise<string[]> {
  const rows = await read.select({ id: removals.id }).from(removals);
  return rows.map(({ id }) => id);
}

/** Whether the school, the self-review and the visit of a removal are in this database. */
export async function placesOfRemoval(
  read: Reader,
  of: { schoolId: string; responseId: string | null; visitId: string | null },
): Promise<{ school: boolean; response: boolean; visit: boolean }> {
  const school = await read
    .select({ id: schools.id })
    .from(schools)
    .where(eq(schools.id, of.schoolId));
  const response = await read
    .select({ id: responses.id })
    .from(responses)
    .where(eq(responses.id, of.responseId ?? ""));
  const visit = await read
    .select({ id: visits.id })
    .from(visits)
    .where(eq(visits.id, of.visitId ?? ""));
  return {
    school: school.length === 1,
    response: response.length === 1,
    visit: visit.length === 1,
  };
}

/** A signed copy as it stands in this database, to be cleaned once more. */
export async function findCopyToReplay(read: Reader, scope: { submissionId: string }) {
  const rows = await read
    .select({
      state: submissions.state,
      withdrawnAt: submissions.withdrawnAt,
      snapshot: submissions.snapshot,
      sha256: submissions.sha256,
    })
    .from(submissions)
    .where(eq(submissions.id, scope.submissionId));
  return rows[0];
}

/** Keeps the hash of a file that was taken back, where this database has its copy or record and not the hash. */
export async function insertWithdrawn(tx: Writer, row: WithdrawnRow): Promise<void> {
  const { submissionId, visitId } = row;
  const owner =
    submissionId === null
      ? await findRecordToReplay(tx, { visitId: visitId ?? "" })
      : await findCopyToReplay(tx, { submissionId });
  if (owner === undefined) return;
  await tx.insert(withdrawnDocuments).values(row).onConflictDoNothing();
}

/** Makes answers of a school read as the version that each of them is at. */
export async function followRevisions(tx: Writer, scope: { schoolId: string }): Promise<void> {
  const rows = await tx
    .select({
      id: answers.id,
      commentary: answerRevisions.commentary,
      whereSeen: answerRevisions.whereSeen,
      dutyNote: answerRevisions.dutyNote,
      value: answerRevisions.value,
    })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(
      answerRevisions,
      and(
        eq(answerRevisions.responseId, answers.responseId),
        eq(answerRevisions.key, answers.key),
        eq(answerRevisions.revision, answers.revision),
      ),
    )
    .where(
      and(
        eq(responses.schoolId, scope.schoolId),
        or(
          ne(answers.commentary, answerRevisions.commentary),
          ne(answers.whereSeen, answerRevisions.whereSeen),
          ne(answers.dutyNote, answerRevisions.dutyNote),
          ne(answers.value, answerRevisions.value),
        ),
      ),
    );
  for (const { id, ...texts } of rows) {
    await tx.update(answers).set(texts).where(eq(answers.id, id));
  }
}

/** Forgets text kept of sessions that ended before a moment: whatever stood in it is past its day. */
export async function forgetKeptForms(tx: Writer, { endedBefore }: { endedBefore: Date }) {
  await tx
    .update(sessionTombstones)
    .set({ keptForm: null, keptPath: null })
    .where(lt(sessionTombstones.endedAt, endedBefore));
}

export async function findLastRemovalAt(read: Reader): Promise<Date | undefined> {
  const rows = await read
    .select({ removedAt: removals.removedAt })
    .from(removals)
    .orderBy(desc(removals.removedAt))
    .limit(1);
  return rows[0]?.removedAt;
}
