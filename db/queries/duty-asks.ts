import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { preparedRead } from "../prepared-query";
import { duties, dutyAsks, dutyHistory, users } from "../schema";
import { questionnaires, questionnaireVersions, responses, rounds, schools } from "../schema";
import type { Reader, Writer } from "../types";

const columns = {
  id: dutyAsks.id,
  responseId: dutyAsks.responseId,
  dutyId: dutyAsks.dutyId,
  itemKey: dutyAsks.itemKey,
  before: dutyAsks.before,
  after: dutyAsks.after,
  askedAt: dutyAsks.askedAt,
};

export type DutyAskRow = Awaited<ReturnType<typeof listDutyAsks>>[number];

/** What a self-review is asked to look at again and nobody has. */
export async function listDutyAsks(read: Reader, scope: { responseId: string }) {
  return asksOf(read, scope);
}

const asksOf = preparedRead<{ responseId: string }>()((read, slot) =>
  read
    .select(columns)
    .from(dutyAsks)
    .where(
      and(
        eq(dutyAsks.responseId, slot("responseId", dutyAsks.responseId)),
        isNull(dutyAsks.settledAt),
      ),
    )
    .orderBy(asc(dutyAsks.itemKey), asc(dutyAsks.id)),
);

/** The same of several self-reviews at once. */
export async function listDutyAsksOf(read: Reader, scope: { responseIds: readonly string[] }) {
  if (scope.responseIds.length === 0) return [];
  return read
    .select(columns)
    .from(dutyAsks)
    .where(and(inArray(dutyAsks.responseId, [...scope.responseIds]), isNull(dutyAsks.settledAt)))
    .orderBy(asc(dutyAsks.itemKey), asc(dutyAsks.id));
}

/**
 * Asks a self-review to look again. Where it is asked about the same duty already, what it first said stays and only
 * what it says now is put right.
 */
export async function askAboutDuty(
  tx: Writer,
  row: Omit<typeof dutyAsks.$inferInsert, "settledAt" | "settledBy">,
): Promise<void> {
  const { responseId, dutyId, after, askedAt } = row;
  const waiting = and(
    eq(dutyAsks.responseId, responseId),
    eq(dutyAsks.dutyId, dutyId),
    isNull(dutyAsks.settledAt),
  );
  const renewed = await tx
    .update(dutyAsks)
    .set({ after, askedAt })
    .where(waiting)
    .returning({ id: dutyAsks.id });
  if (renewed.length === 0) await tx.insert(dutyAsks).values(row);
}

/** The self-reviews that were asked about a duty since a moment, looked at since or not. */
export async function listAskedSince(
  read: Reader,
  { dutyId, since }: { dutyId: string; since: Date },
): Promise<string[]> {
  const rows = await read
    .select({ responseId: dutyAsks.responseId })
    .from(dutyAsks)
    .where(and(eq(dutyAsks.dutyId, dutyId), gte(dutyAsks.askedAt, since)));
  return rows.map(({ responseId }) => responseId);
}

type Settling = { responseId: string; askId: string; userId: string; at: Date };

/** Notes that somebody has looked; false where it is settled already or another self-review's. */
export async function settleDutyAsk(
  tx: Writer,
  { responseId, askId, userId, at }: Settling,
): Promise<boolean> {
  const rows = await tx
    .update(dutyAsks)
    .set({ settledAt: at, settledBy: userId })
    .where(
      and(eq(dutyAsks.id, askId), eq(dutyAsks.responseId, responseId), isNull(dutyAsks.settledAt)),
    )
    .returning({ id: dutyAsks.id });
  return rows.length === 1;
}

/** Self-reviews of a questionnaire that are being written, in open rounds and private, with what applies to them. */
export async function listBeingWritten(read: Reader, scope: { questionnaireId: string }) {
  const rows = await read
    .select({
      id: responses.id,
      state: responses.state,
      roundId: responses.roundId,
      versionId: questionnaireVersions.id,
      sha256: questionnaireVersions.sha256,
      confirmedAt: responses.confirmedAt,
      phases: responses.phases,
      types: responses.types,
      chosenSections: responses.chosenSections,
      roundSections: rounds.sections,
      school: schools,
    })
    .from(responses)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(questionnaires.id, scope.questionnaireId),
        inArray(responses.state, ["in-progress", "ready-to-sign"]),
        isNull(rounds.closedAt),
      ),
    )
    .orderBy(asc(responses.id));
  return rows;
}

/** What the duties of a questionnaire said before each change, newest first, with who changed them. */
export async function listDutyChanges(read: Reader, scope: { dutyId: string }) {
  const rows = await read
    .select({
      version: dutyHistory.version,
      content: dutyHistory.content,
      changedByName: users.name,
      changedAt: dutyHistory.changedAt,
    })
    .from(dutyHistory)
    .innerJoin(duties, eq(duties.id, dutyHistory.dutyId))
    .leftJoin(users, eq(users.id, dutyHistory.changedBy))
    .where(eq(dutyHistory.dutyId, scope.dutyId))
    .orderBy(asc(dutyHistory.version));
  return rows.reverse();
}
