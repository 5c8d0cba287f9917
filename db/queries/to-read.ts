import { and, asc, count, eq, inArray, isNull, max } from "drizzle-orm";
import {
  questionnaires,
  questionnaireVersions,
  replies,
  replyDrafts,
  responses,
  rounds,
  schools,
  signOffs,
  submissions,
  users,
} from "../schema";
import type { Reader } from "../types";
import { districtOfSchool } from "./officer-districts";

export type ToReadRow = Awaited<ReturnType<typeof listToRead>>[number];

/**
 * Signed returns in an organisation's own rounds, closed ones too, that have no reply, with who has begun one. Nothing
 * of an answer is read.
 */
export async function listToRead(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      responseId: responses.id,
      submissionId: submissions.id,
      number: submissions.number,
      signedAt: submissions.signedAt,
      schoolName: schools.name,
      district: districtOfSchool,
      roundId: rounds.id,
      roundTitle: rounds.title,
      questionnaireKey: questionnaires.key,
      begunBy: users.name,
    })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(replies, eq(replies.submissionId, submissions.id))
    .leftJoin(replyDrafts, eq(replyDrafts.responseId, responses.id))
    .leftJoin(users, eq(users.id, replyDrafts.updatedBy))
    .where(
      and(
        eq(rounds.organisationId, scope.organisationId),
        eq(responses.state, "submitted"),
        eq(submissions.state, "standing"),
        isNull(submissions.supersededById),
        isNull(submissions.withdrawnAt),
        isNull(replies.id),
      ),
    )
    .orderBy(asc(submissions.signedAt), asc(submissions.id));
}

/** Two signatures where a governor signs too: with one, only closing the round can have completed a copy. */
const BOTH = 2;

/**
 * When each of these copies was complete: when its last signature came, or the round was closed where the governor's was
 * not given.
 */
export async function listLastSignatures(
  read: Reader,
  scope: { submissionIds: readonly string[] },
): Promise<ReadonlyMap<string, Date>> {
  if (scope.submissionIds.length === 0) return new Map();
  const rows = await read
    .select({
      submissionId: signOffs.submissionId,
      at: max(signOffs.signedAt),
      signatures: count(),
      governorSigns: rounds.governorSigns,
      closedAt: rounds.closedAt,
    })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(inArray(signOffs.submissionId, [...scope.submissionIds]))
    .groupBy(signOffs.submissionId, rounds.governorSigns, rounds.closedAt);
  return new Map(
    rows.flatMap(({ submissionId, at, signatures, governorSigns, closedAt }) => {
      const isClosedOnly = governorSigns === true && signatures < BOTH;
      const complete = isClosedOnly ? (closedAt ?? at) : at;
      return complete === null ? [] : [[submissionId, complete]];
    }),
  );
}
