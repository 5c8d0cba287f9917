import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import {
  documents,
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  signOffs,
  submissions,
} from "../schema";
import type { Reader } from "../types";

/** A school's signed copies with how their PDF stands, newest first. The snapshot itself is not read. */
export async function listSignedCopies(read: Reader, scope: { schoolId: string }) {
  return read
    .select({
      id: submissions.id,
      responseId: submissions.responseId,
      number: submissions.number,
      reference: submissions.reference,
      state: submissions.state,
      signedAt: submissions.signedAt,
      supersededById: submissions.supersededById,
      withdrawnAt: submissions.withdrawnAt,
      documentState: documents.state,
      documentSize: documents.size,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .leftJoin(documents, eq(documents.submissionId, submissions.id))
    .where(eq(responses.schoolId, scope.schoolId))
    .orderBy(desc(submissions.signedAt), desc(submissions.number));
}

/** Signatures of one kind on a school's signed copies, newest first. */
export async function listSignOffs(
  read: Reader,
  scope: { schoolId: string; kind: (typeof signOffs.$inferSelect)["kind"] },
) {
  return read
    .select({
      submissionId: signOffs.submissionId,
      responseId: submissions.responseId,
      userId: signOffs.userId,
      name: signOffs.name,
      title: signOffs.title,
      reason: signOffs.reason,
      signedAt: signOffs.signedAt,
    })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .where(and(eq(responses.schoolId, scope.schoolId), eq(signOffs.kind, scope.kind)))
    .orderBy(desc(signOffs.signedAt));
}

/**
 * The copies of one questionnaire that stand at a school, oldest first, each with what the policy decides on: of a
 * self-review that was signed again only the last. With the snapshots.
 */
export async function listStandingCopies(
  read: Reader,
  scope: { schoolId: string; questionnaireId: string },
) {
  return read
    .select({
      id: submissions.id,
      number: submissions.number,
      state: submissions.state,
      withdrawnAt: submissions.withdrawnAt,
      signedAt: submissions.signedAt,
      snapshot: submissions.snapshot,
      responseId: responses.id,
      schoolId: responses.schoolId,
      responseState: responses.state,
      roundId: responses.roundId,
      openedByOfficerAt: responses.openedByOfficerAt,
      questionnaireKey: questionnaires.key,
      title: sql<string>`coalesce(${rounds.title}, ${questionnaires.title})`,
      roundOrganisationId: rounds.organisationId,
      closedAt: rounds.closedAt,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(responses.schoolId, scope.schoolId),
        eq(questionnaires.id, scope.questionnaireId),
        eq(submissions.state, "standing"),
        isNull(submissions.withdrawnAt),
        isNull(submissions.supersededById),
      ),
    )
    .orderBy(asc(submissions.signedAt), asc(submissions.number));
}
