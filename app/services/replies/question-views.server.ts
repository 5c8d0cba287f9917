import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { placedItems } from "~/domain/submission/snapshot-digest";
import type { QuestionState } from "~/domain/reply/question";
import type { App } from "~/platform/app.server";
import { listNames } from "~db/queries/people";
import { listQuestions, type QuestionRow } from "~db/queries/questions";
import { findSnapshot } from "~db/queries/submissions";

/** A question with its answer, as both sides read it. */
export type QuestionView = {
  id: string;
  /** The statement it is on, in short; null: the whole return. */
  on: { key: string; short: string } | null;
  /** Of the signed copy that was read. */
  number: number;
  state: QuestionState;
  text: string;
  askedBy: string;
  askedAt: Date;
  answer: { text: string; by: string; at: Date } | null;
  closedAt: Date | null;
  version: number;
};

const LEFT = "Somebody who has left";

/** Every question about a return, oldest first. The caller has asked the policy. */
export async function questionViews(
  app: App,
  { responseId }: { responseId: string },
): Promise<QuestionView[]> {
  const rows = await listQuestions(app.db.read, { responseIds: [responseId] });
  const userIds = rows.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy ?? askedBy]);
  const names = await listNames(app.db.read, { userIds });
  const shorts = await shortsOf(app, rows);
  return rows.map((row) => {
    const { id, itemKey, number, state, text, askedAt, closedAt, version } = row;
    const short = shorts.get(`${row.submissionId} ${itemKey ?? ""}`) ?? "";
    const on = itemKey === null ? null : { key: itemKey, short };
    const askedBy = names.get(row.askedBy) ?? LEFT;
    const answer = answerOf(row, names);
    return { id, on, number, state, text, askedBy, askedAt, answer, closedAt, version };
  });
}

function answerOf(row: QuestionRow, names: ReadonlyMap<string, string>): QuestionView["answer"] {
  const { answer, answeredBy, answeredAt } = row;
  if (answeredBy === null || answeredAt === null) return null;
  return { text: answer, by: names.get(answeredBy) ?? LEFT, at: answeredAt };
}

/** What the statements asked about are called, in the copy that was read. */
async function shortsOf(app: App, rows: readonly QuestionRow[]): Promise<Map<string, string>> {
  const asked = rows.filter(({ itemKey }) => itemKey !== null);
  const shorts = new Map<string, string>();
  for (const submissionId of new Set(asked.map((row) => row.submissionId))) {
    const text = await findSnapshot(app.db.read, { submissionId });
    if (text === undefined) continue;
    for (const { item } of placedItems(parseSnapshot(text))) {
      shorts.set(`${submissionId} ${item.key}`, item.short);
    }
  }
  return shorts;
}
