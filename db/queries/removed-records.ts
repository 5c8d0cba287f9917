import { and, asc, eq, inArray, sql } from "drizzle-orm";
import {
  questionnaires,
  questionnaireVersions,
  reissuedRecords,
  removals,
  rounds,
  visitRecords,
  visits,
  withdrawnDocuments,
} from "../schema";
import type { Reader, Writer } from "../types";
import { visitsIn, type TextScope } from "./free-text";

export type ReissuedRecordRow = typeof reissuedRecords.$inferSelect;
export type RecordToClean = Awaited<ReturnType<typeof listRecordsToClean>>[number];

/** Every agreed record of a scope with its frozen text. */
export async function listRecordsToClean(read: Reader, scope: TextScope) {
  const rows = await read
    .select({
      visitId: visits.id,
      schoolId: visits.schoolId,
      state: visits.state,
      ownershipRule: visits.ownershipRule,
      visitOn: visits.visitOn,
      snapshot: visitRecords.snapshot,
      sha256: visitRecords.sha256,
      roundTitle: rounds.title,
      organisationId: rounds.organisationId,
      questionnaireKey: questionnaires.key,
    })
    .from(visitRecords)
    .innerJoin(visits, eq(visits.id, visitRecords.visitId))
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(inArray(visits.id, visitsIn(read, scope)))
    .orderBy(asc(visits.createdAt));
  return rows.flatMap(({ snapshot, sha256, ...row }) =>
    snapshot === null || sha256 === null ? [] : [{ ...row, snapshot, sha256 }],
  );
}

/** The visits of a scope and how each stands. */
export async function listVisitsOf(read: Reader, scope: TextScope) {
  return read
    .select({ id: visits.id, state: visits.state })
    .from(visits)
    .where(inArray(visits.id, visitsIn(read, scope)));
}

/** Puts a record's frozen text in the place of another, which the trigger allows as recorded here and no other way. */
export async function replaceRecord(
  tx: Writer,
  change: ReissuedRecordRow & { snapshot: string },
): Promise<void> {
  const { snapshot, ...reissued } = change;
  await tx.insert(reissuedRecords).values(reissued);
  await tx
    .update(visitRecords)
    .set({ snapshot, sha256: change.afterSha256, version: sql`${visitRecords.version} + 1` })
    .where(eq(visitRecords.visitId, change.visitId));
}

/** Each time a record was made again, the first first. */
export async function listRecordReissues(read: Reader, scope: { visitId: string }) {
  return read
    .select({
      removedAt: removals.removedAt,
      beforeSha256: reissuedRecords.beforeSha256,
      afterSha256: reissuedRecords.afterSha256,
    })
    .from(reissuedRecords)
    .innerJoin(removals, eq(removals.id, reissuedRecords.removalId))
    .where(eq(reissuedRecords.visitId, scope.visitId))
    .orderBy(asc(removals.removedAt), asc(removals.id));
}

/** The file of a record that a removal took back, by the hash of its bytes. */
export async function findWithdrawnRecord(read: Reader, sha256: string) {
  const rows = await read
    .select({
      visitId: visits.id,
      sealedAt: withdrawnDocuments.sealedAt,
      withdrawnAt: withdrawnDocuments.withdrawnAt,
      beforeSha256: reissuedRecords.beforeSha256,
    })
    .from(withdrawnDocuments)
    .innerJoin(visits, eq(visits.id, withdrawnDocuments.visitId))
    .leftJoin(
      reissuedRecords,
      and(
        eq(reissuedRecords.removalId, withdrawnDocuments.removalId),
        eq(reissuedRecords.visitId, withdrawnDocuments.visitId),
      ),
    )
    .where(eq(withdrawnDocuments.sha256, sha256));
  return rows[0];
}

/** The record of a visit as it stands in this database, to be cleaned once more; undefined unless it is frozen. */
export async function findRecordToReplay(read: Reader, scope: { visitId: string }) {
  const rows = await read
    .select({ snapshot: visitRecords.snapshot, sha256: visitRecords.sha256 })
    .from(visitRecords)
    .where(eq(visitRecords.visitId, scope.visitId));
  const [{ snapshot, sha256 } = { snapshot: null, sha256: null }] = rows;
  return snapshot === null || sha256 === null ? undefined : { snapshot, sha256 };
}
