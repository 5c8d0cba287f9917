import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { ReplyTexts } from "../../app/domain/reply/reply-boxes";
import { replies, replyDrafts, returnReaders, submissions, users } from "../schema";
import type { Reader, Writer } from "../types";

const replyColumns = {
  id: replies.id,
  responseId: replies.responseId,
  submissionId: replies.submissionId,
  number: submissions.number,
  noticed: replies.noticed,
  wondered: replies.wondered,
  offered: replies.offered,
  sentBy: replies.sentBy,
  sentByName: users.name,
  sentAt: replies.sentAt,
};

const selectReplies = (read: Reader) =>
  read
    .select(replyColumns)
    .from(replies)
    .innerJoin(submissions, eq(submissions.id, replies.submissionId))
    .innerJoin(users, eq(users.id, replies.sentBy));

export type ReplyRow = Awaited<ReturnType<typeof listReplies>>[number];

/** Every reply to these returns, newest first. The caller asks the policy before anything is told. */
export async function listReplies(read: Reader, scope: { responseIds: readonly string[] }) {
  if (scope.responseIds.length === 0) return [];
  return selectReplies(read)
    .where(inArray(replies.responseId, [...scope.responseIds]))
    .orderBy(desc(replies.sentAt), desc(replies.id));
}

/** The reply to one signed copy. */
export async function findReply(read: Reader, scope: { submissionId: string }) {
  const rows = await selectReplies(read).where(eq(replies.submissionId, scope.submissionId));
  return rows[0];
}

/** Sends a reply to a copy that has none; false when it has one. */
export async function insertReply(tx: Writer, row: typeof replies.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(replies)
    .values(row)
    .onConflictDoNothing({ target: replies.submissionId })
    .returning({ id: replies.id });
  return rows.length === 1;
}

/** The reply being written to a return, with who wrote last. */
export async function findReplyDraft(read: Reader, scope: { responseId: string }) {
  const rows = await read
    .select({
      noticed: replyDrafts.noticed,
      wondered: replyDrafts.wondered,
      offered: replyDrafts.offered,
      updatedByName: users.name,
      updatedAt: replyDrafts.updatedAt,
      version: replyDrafts.version,
    })
    .from(replyDrafts)
    .innerJoin(users, eq(users.id, replyDrafts.updatedBy))
    .where(eq(replyDrafts.responseId, scope.responseId));
  return rows[0];
}

type Kept = ReplyTexts & { responseId: string; updatedBy: string; updatedAt: Date };

/** Keeps a first draft; false when somebody began one meanwhile. */
export async function insertReplyDraft(tx: Writer, kept: Kept): Promise<boolean> {
  const rows = await tx
    .insert(replyDrafts)
    .values({ ...kept, version: 1 })
    .onConflictDoNothing({ target: replyDrafts.responseId })
    .returning({ responseId: replyDrafts.responseId });
  return rows.length === 1;
}

/** Keeps a draft over the version the caller read; false when that does not stand any more. */
export async function updateReplyDraft(
  tx: Writer,
  { version, responseId, ...change }: Kept & { version: number },
): Promise<boolean> {
  const rows = await tx
    .update(replyDrafts)
    .set({ ...change, version: sql`${replyDrafts.version} + 1` })
    .where(and(eq(replyDrafts.responseId, responseId), eq(replyDrafts.version, version)))
    .returning({ responseId: replyDrafts.responseId });
  return rows.length === 1;
}

/** Takes the draft away once it is sent; false when it is not the version that was read. */
export async function deleteReplyDraft(
  tx: Writer,
  { responseId, version }: { responseId: string; version: number },
): Promise<boolean> {
  const rows = await tx
    .delete(replyDrafts)
    .where(and(eq(replyDrafts.responseId, responseId), eq(replyDrafts.version, version)))
    .returning({ responseId: replyDrafts.responseId });
  return rows.length === 1;
}

/** Officers who opened these signed copies, last first. */
export async function listReturnReaders(read: Reader, scope: { submissionIds: readonly string[] }) {
  if (scope.submissionIds.length === 0) return [];
  return read
    .select({
      submissionId: returnReaders.submissionId,
      userId: returnReaders.userId,
      name: users.name,
      firstAt: returnReaders.firstAt,
      lastAt: returnReaders.lastAt,
    })
    .from(returnReaders)
    .innerJoin(users, eq(users.id, returnReaders.userId))
    .where(inArray(returnReaders.submissionId, [...scope.submissionIds]))
    .orderBy(desc(returnReaders.lastAt), desc(returnReaders.userId));
}

/** Notes that somebody opened a signed copy; an opening since `before` is noted already. */
export async function noteReader(
  tx: Writer,
  {
    submissionId,
    userId,
    at,
    before,
  }: { submissionId: string; userId: string; at: Date; before: Date },
): Promise<void> {
  await tx
    .insert(returnReaders)
    .values({ submissionId, userId, firstAt: at, lastAt: at })
    .onConflictDoUpdate({
      target: [returnReaders.submissionId, returnReaders.userId],
      set: { lastAt: at },
      setWhere: lt(returnReaders.lastAt, before),
    });
}
