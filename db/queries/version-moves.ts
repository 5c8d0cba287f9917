import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ResponseState } from "../../app/domain/response/states";
import {
  answerRevisions,
  questionnaireVersions,
  responses,
  users,
  versionMoveAnswers,
  versionMoves,
  versionOffers,
} from "../schema";
import type { Reader, Writer } from "../types";

/** The version that a round offers now, the latest offer that was not taken back; undefined for none. */
export async function findOffer(read: Reader, scope: { roundId: string }) {
  const rows = await read
    .select({
      id: versionOffers.id,
      versionId: versionOffers.versionId,
      sha256: questionnaireVersions.sha256,
      number: questionnaireVersions.number,
      finishBy: versionOffers.finishBy,
      offeredAt: versionOffers.offeredAt,
    })
    .from(versionOffers)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, versionOffers.versionId))
    .where(and(eq(versionOffers.roundId, scope.roundId), isNull(versionOffers.withdrawnAt)))
    .orderBy(desc(versionOffers.offeredAt), desc(versionOffers.id))
    .limit(1);
  return rows[0];
}

export async function insertOffer(
  tx: Writer,
  row: Omit<typeof versionOffers.$inferInsert, "withdrawnAt">,
): Promise<void> {
  await tx.insert(versionOffers).values({ ...row, withdrawnAt: null });
}

/** Takes back whatever a round offers; false when it offers nothing. Schools that moved stay where they are. */
export async function withdrawOffers(
  tx: Writer,
  { roundId, at }: { roundId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(versionOffers)
    .set({ withdrawnAt: at })
    .where(and(eq(versionOffers.roundId, roundId), isNull(versionOffers.withdrawnAt)))
    .returning({ id: versionOffers.id });
  return rows.length > 0;
}

/** How many self-reviews of a round stand on which version, in which state. */
export async function countByVersion(read: Reader, scope: { roundId: string }) {
  return read
    .select({
      number: questionnaireVersions.number,
      versionId: responses.versionId,
      state: responses.state,
      count: count(),
    })
    .from(responses)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .where(eq(responses.roundId, scope.roundId))
    .groupBy(questionnaireVersions.number, responses.versionId, responses.state)
    .orderBy(questionnaireVersions.number, responses.state);
}

export type MoveRow = NonNullable<Awaited<ReturnType<typeof findStandingMove>>>;

/** The move of a self-review that stands, with both versions; undefined when it never moved or went back. */
export async function findStandingMove(read: Reader, scope: { responseId: string }) {
  const rows = await read
    .select({
      id: versionMoves.id,
      fromVersionId: versionMoves.fromVersionId,
      toVersionId: versionMoves.toVersionId,
      fromSha256: questionnaireVersions.sha256,
      fromNumber: questionnaireVersions.number,
      movedAt: versionMoves.movedAt,
      movedByName: users.name,
    })
    .from(versionMoves)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, versionMoves.fromVersionId))
    .innerJoin(users, eq(users.id, versionMoves.movedBy))
    .where(and(eq(versionMoves.responseId, scope.responseId), isNull(versionMoves.undoneAt)))
    .orderBy(desc(versionMoves.movedAt), desc(versionMoves.id))
    .limit(1);
  return rows[0];
}

type NewMove = Omit<typeof versionMoves.$inferInsert, "undoneBy" | "undoneAt">;
/** `revision`: the save before the move, 0 for none. `revisionAfter`: the one that the move left. */
export type StoodAt = { key: string; revision: number; revisionAfter: number };

/** Notes a move, and at which save each answer stood before and after it. */
export async function insertMove(
  tx: Writer,
  { move, stood }: { move: NewMove; stood: readonly StoodAt[] },
): Promise<void> {
  await tx.insert(versionMoves).values({ ...move, undoneBy: null, undoneAt: null });
  if (stood.length === 0) return;
  await tx.insert(versionMoveAnswers).values(stood.map((one) => ({ moveId: move.id, ...one })));
}

/** Marks a move as undone; false when somebody undid it first. */
export async function undoMove(
  tx: Writer,
  { moveId, by, at }: { moveId: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(versionMoves)
    .set({ undoneBy: by, undoneAt: at })
    .where(and(eq(versionMoves.id, moveId), isNull(versionMoves.undoneAt)))
    .returning({ id: versionMoves.id });
  return rows.length === 1;
}

/** At which save a move left each answer. */
export async function listLeftByMove(read: Reader, scope: { moveId: string }) {
  return read
    .select({ key: versionMoveAnswers.key, revisionAfter: versionMoveAnswers.revisionAfter })
    .from(versionMoveAnswers)
    .where(eq(versionMoveAnswers.moveId, scope.moveId));
}

/** The answers of a self-review as they stood just before a move, with the words of the saves they stood at. */
export async function listBeforeMove(read: Reader, scope: { moveId: string; responseId: string }) {
  return read
    .select({
      key: answerRevisions.key,
      revision: answerRevisions.revision,
      level: answerRevisions.level,
      commentary: answerRevisions.commentary,
      whereSeen: answerRevisions.whereSeen,
      duty: answerRevisions.duty,
      dutyNote: answerRevisions.dutyNote,
      helpWanted: answerRevisions.helpWanted,
      toConfirm: answerRevisions.toConfirm,
      value: answerRevisions.value,
    })
    .from(versionMoveAnswers)
    .innerJoin(
      answerRevisions,
      and(
        eq(answerRevisions.key, versionMoveAnswers.key),
        eq(answerRevisions.revision, versionMoveAnswers.revision),
      ),
    )
    .where(
      and(
        eq(versionMoveAnswers.moveId, scope.moveId),
        eq(answerRevisions.responseId, scope.responseId),
      ),
    );
}

/** States in which a self-review may change its version: nothing signed moves. */
const MOVABLE: ResponseState[] = ["not-started", "in-progress"];

type VersionChange = { responseId: string; from: string; to: string; at: Date };

/** Puts a self-review on another version; false when it was no longer on the first, or cannot be answered now. */
export async function changeVersion(
  tx: Writer,
  { responseId, from, to, at }: VersionChange,
): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({ versionId: to, updatedAt: at, version: sql`${responses.version} + 1` })
    .where(
      and(
        eq(responses.id, responseId),
        eq(responses.versionId, from),
        inArray(responses.state, MOVABLE),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}
