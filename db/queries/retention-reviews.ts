import { and, eq, inArray, isNull, max, notExists, or } from "drizzle-orm";
import {
  actions,
  answerRevisions,
  answers,
  cleanedTexts,
  dutyAsks,
  questionnaires,
  questionnaireVersions,
  removals,
  responses,
  rounds,
  sectionAssignments,
  submissions,
  versionMoveAnswers,
  versionMoves,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";

export type UnsignedReview = {
  id: string;
  schoolId: string;
  title: string;
  /** Null: private. */
  roundTitle: string | null;
  touchedAt: Date;
};

/**
 * Private and lapsed self-reviews of schools that nobody ever signed, and when they were last touched. One that was
 * visited, or from which personal details were removed, is kept: others point at it.
 */
export async function listUnsignedReviews(
  read: Reader,
  schoolIds: readonly string[],
): Promise<UnsignedReview[]> {
  if (schoolIds.length === 0) return [];
  const of = { submissions, visits, removals };
  const rows = await read
    .select({
      id: responses.id,
      schoolId: responses.schoolId,
      title: questionnaires.title,
      roundTitle: rounds.title,
      updatedAt: responses.updatedAt,
      answeredAt: max(answers.updatedAt),
    })
    .from(responses)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .leftJoin(answers, eq(answers.responseId, responses.id))
    .where(
      and(
        inArray(responses.schoolId, [...schoolIds]),
        or(isNull(responses.roundId), eq(responses.state, "lapsed")),
        ...Object.values(of).map((table) =>
          notExists(
            read.select({ id: table.id }).from(table).where(eq(table.responseId, responses.id)),
          ),
        ),
        // One of the whole school names no self-review, but keeps the cleaned text of this one's versions.
        notExists(
          read
            .select({ id: cleanedTexts.rowId })
            .from(cleanedTexts)
            .innerJoin(answerRevisions, eq(answerRevisions.id, cleanedTexts.rowId))
            .where(eq(answerRevisions.responseId, responses.id)),
        ),
      ),
    )
    .groupBy(
      responses.id,
      responses.schoolId,
      questionnaires.title,
      rounds.title,
      responses.updatedAt,
    );
  return rows.map(({ updatedAt, answeredAt, ...row }) => ({
    ...row,
    touchedAt: answeredAt !== null && answeredAt > updatedAt ? answeredAt : updatedAt,
  }));
}

/**
 * Deletes a self-review with its answers and earlier versions. The database refuses while no notice of 30 days says
 * so, and always where a copy was signed (triggers). Lines of the action plan stay, and point at it no longer.
 */
export async function deleteReview(tx: Writer, responseId: string): Promise<void> {
  await tx
    .update(actions)
    .set({ responseId: null, itemKey: null })
    .where(eq(actions.responseId, responseId));
  await tx.delete(dutyAsks).where(eq(dutyAsks.responseId, responseId));
  await tx.delete(sectionAssignments).where(eq(sectionAssignments.responseId, responseId));
  await deleteMoves(tx, responseId);
  await tx.delete(answers).where(eq(answers.responseId, responseId));
  await tx.delete(answerRevisions).where(eq(answerRevisions.responseId, responseId));
  await tx.delete(responses).where(eq(responses.id, responseId));
}

async function deleteMoves(tx: Writer, responseId: string): Promise<void> {
  const moves = tx
    .select({ id: versionMoves.id })
    .from(versionMoves)
    .where(eq(versionMoves.responseId, responseId));
  await tx.delete(versionMoveAnswers).where(inArray(versionMoveAnswers.moveId, moves));
  await tx.delete(versionMoves).where(eq(versionMoves.responseId, responseId));
}
