import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { SubmissionState } from "../../app/domain/submission/states";
import {
  documents,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  schools,
  signOffs,
  submissions,
} from "../schema";
import type { Reader, Writer } from "../types";

const submissionColumns = {
  id: submissions.id,
  responseId: submissions.responseId,
  number: submissions.number,
  reference: submissions.reference,
  state: submissions.state,
  sha256: submissions.sha256,
  signedAt: submissions.signedAt,
  supersededById: submissions.supersededById,
  withdrawnAt: submissions.withdrawnAt,
  withdrawnReason: submissions.withdrawnReason,
  version: submissions.version,
};

type Scope = { schoolId: string; responseId: string };

export type SubmissionRow = Awaited<ReturnType<typeof listSubmissions>>[number];

/** Every signed copy of one response, newest first, without the snapshots. */
export async function listSubmissions(read: Reader, scope: Scope) {
  return read
    .select(submissionColumns)
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .where(
      and(eq(submissions.responseId, scope.responseId), eq(responses.schoolId, scope.schoolId)),
    )
    .orderBy(desc(submissions.number));
}

/**
 * The copy of a questionnaire that a school signed last and that stands, in whatever round. `readOutside`: only of
 * those that people outside the school may know of, so neither private nor withdrawn.
 */
export async function findLatestStanding(
  read: Reader,
  scope: { schoolId: string; questionnaireKey: string; readOutside: boolean },
) {
  const known = and(isNotNull(responses.roundId), ne(responses.state, "withdrawn"));
  const rows = await read
    .select({ id: submissions.id, signedAt: submissions.signedAt })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(
      and(
        eq(responses.schoolId, scope.schoolId),
        eq(questionnaires.key, scope.questionnaireKey),
        eq(submissions.state, "standing"),
        isNull(submissions.withdrawnAt),
        scope.readOutside ? known : undefined,
      ),
    )
    .orderBy(desc(submissions.signedAt), desc(submissions.number))
    .limit(1);
  return rows[0];
}

/**
 * The copy of a questionnaire that the school signed last for another self-review, and that stands, with what it was
 * signed on: for answers that are brought forward. Undefined when it never signed one.
 */
export async function findSignedElsewhere(
  read: Reader,
  scope: { schoolId: string; responseId: string; questionnaireKey: string },
) {
  const rows = await read
    .select({
      responseId: responses.id,
      number: submissions.number,
      snapshot: submissions.snapshot,
      signedAt: submissions.signedAt,
      versionId: responses.versionId,
      definitionSha256: questionnaireVersions.sha256,
      title: sql<string>`coalesce(${rounds.title}, ${questionnaires.title})`,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(responses.schoolId, scope.schoolId),
        ne(responses.id, scope.responseId),
        eq(questionnaires.key, scope.questionnaireKey),
        eq(submissions.state, "standing"),
        isNull(submissions.withdrawnAt),
        isNull(submissions.supersededById),
      ),
    )
    .orderBy(desc(submissions.signedAt), desc(submissions.number))
    .limit(1);
  return rows[0];
}

/** The frozen text of one signed copy. */
export async function findSnapshot(
  read: Reader,
  scope: { submissionId: string },
): Promise<string | undefined> {
  const rows = await read
    .select({ snapshot: submissions.snapshot })
    .from(submissions)
    .where(eq(submissions.id, scope.submissionId));
  return rows[0]?.snapshot;
}

/** A signed copy with its school, for work that starts from the copy itself (sealing, `/verify`). */
export async function findSubmissionById(read: Reader, scope: { submissionId: string }) {
  const rows = await read
    .select({
      ...submissionColumns,
      schoolId: responses.schoolId,
      governorSigns: rounds.governorSigns,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(eq(submissions.id, scope.submissionId));
  return rows[0];
}

/** A signed copy by the reference printed on it, for anyone who checks it. */
export async function findSubmissionByReference(read: Reader, reference: string) {
  const rows = await read
    .select({
      ...submissionColumns,
      schoolName: schools.name,
      documentState: documents.state,
      documentHash: documents.sha256,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(documents, eq(documents.submissionId, submissions.id))
    .where(eq(submissions.reference, reference));
  return rows[0];
}

export async function insertSubmission(
  tx: Writer,
  row: typeof submissions.$inferInsert,
): Promise<void> {
  await tx.insert(submissions).values(row);
}

/** Moves a signed copy's standing; false when it was no longer where the caller saw it. */
export async function moveSubmission(
  tx: Writer,
  move: { submissionId: string; from: SubmissionState; to: SubmissionState },
): Promise<boolean> {
  const rows = await tx
    .update(submissions)
    .set({ state: move.to })
    .where(and(eq(submissions.id, move.submissionId), eq(submissions.state, move.from)))
    .returning({ id: submissions.id });
  return rows.length === 1;
}

/** Marks earlier standing copies of a response as superseded by a newer one. */
export async function supersedeEarlier(
  tx: Writer,
  scope: { responseId: string; byId: string },
): Promise<void> {
  await tx
    .update(submissions)
    .set({ supersededById: scope.byId })
    .where(
      and(
        eq(submissions.responseId, scope.responseId),
        eq(submissions.state, "standing"),
        ne(submissions.id, scope.byId),
        isNull(submissions.supersededById),
      ),
    );
}

/** Lets copies stand again that were superseded by one that has been set aside. */
export async function restoreEarlier(
  tx: Writer,
  scope: { responseId: string; setAsideId: string },
): Promise<void> {
  await tx
    .update(submissions)
    .set({ supersededById: null })
    .where(
      and(
        eq(submissions.responseId, scope.responseId),
        eq(submissions.supersededById, scope.setAsideId),
      ),
    );
}

export async function insertSignOff(tx: Writer, row: typeof signOffs.$inferInsert): Promise<void> {
  await tx.insert(signOffs).values(row);
}

export type SignOffRow = Awaited<ReturnType<typeof listSignOffsOf>>[number];

/** Signatures on one signed copy in the order given. */
export async function listSignOffsOf(read: Reader, scope: { submissionId: string }) {
  return read
    .select({
      userId: signOffs.userId,
      kind: signOffs.kind,
      name: signOffs.name,
      title: signOffs.title,
      declaration: signOffs.declaration,
      reason: signOffs.reason,
      sha256: signOffs.sha256,
      signedAt: signOffs.signedAt,
    })
    .from(signOffs)
    .where(eq(signOffs.submissionId, scope.submissionId))
    .orderBy(asc(signOffs.signedAt), asc(signOffs.id));
}
