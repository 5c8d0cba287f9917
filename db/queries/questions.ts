import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { QuestionState } from "../../app/domain/reply/question";
import { questions, submissions } from "../schema";
import type { Reader, Writer } from "../types";

const questionColumns = {
  id: questions.id,
  responseId: questions.responseId,
  submissionId: questions.submissionId,
  number: submissions.number,
  itemKey: questions.itemKey,
  state: questions.state,
  text: questions.text,
  askedBy: questions.askedBy,
  askedAt: questions.askedAt,
  answer: questions.answer,
  answeredBy: questions.answeredBy,
  answeredAt: questions.answeredAt,
  closedAt: questions.closedAt,
  version: questions.version,
};

const selectQuestions = (read: Reader) =>
  read
    .select(questionColumns)
    .from(questions)
    .innerJoin(submissions, eq(submissions.id, questions.submissionId));

export type QuestionRow = Awaited<ReturnType<typeof listQuestions>>[number];

/** Every question about these returns, oldest first. The caller asks the policy before anything is told. */
export async function listQuestions(read: Reader, scope: { responseIds: readonly string[] }) {
  if (scope.responseIds.length === 0) return [];
  return selectQuestions(read)
    .where(inArray(questions.responseId, [...scope.responseIds]))
    .orderBy(asc(questions.askedAt), asc(questions.id));
}

export async function findQuestion(
  read: Reader,
  scope: { responseId: string; questionId: string },
) {
  const rows = await selectQuestions(read).where(
    and(eq(questions.id, scope.questionId), eq(questions.responseId, scope.responseId)),
  );
  return rows[0];
}

export async function insertQuestion(
  tx: Writer,
  row: typeof questions.$inferInsert,
): Promise<void> {
  await tx.insert(questions).values(row);
}

type Change = Partial<
  Pick<
    typeof questions.$inferInsert,
    "answer" | "answeredBy" | "answeredAt" | "closedBy" | "closedAt"
  >
> & { state: QuestionState };

/** Changes a question that still stands as the caller saw it; false when somebody else was first. */
export async function changeQuestion(
  tx: Writer,
  { questionId, version, change }: { questionId: string; version: number; change: Change },
): Promise<boolean> {
  const rows = await tx
    .update(questions)
    .set({ ...change, version: sql`${questions.version} + 1` })
    .where(and(eq(questions.id, questionId), eq(questions.version, version)))
    .returning({ id: questions.id });
  return rows.length === 1;
}
