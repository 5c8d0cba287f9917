import { and, desc, eq } from "drizzle-orm";
import { documents, responses, signOffs, submissions } from "../schema";
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
