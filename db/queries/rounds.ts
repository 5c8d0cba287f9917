import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { ResponseState } from "../../app/domain/response/states";
import {
  questionnaires,
  questionnaireVersions,
  responses,
  rounds,
  roundSchools,
  roundShares,
} from "../schema";
import type { Reader, Writer } from "../types";

const roundColumns = {
  id: rounds.id,
  organisationId: rounds.organisationId,
  versionId: rounds.versionId,
  title: rounds.title,
  year: rounds.year,
  message: rounds.message,
  sections: rounds.sections,
  chooseAtLeast: rounds.chooseAtLeast,
  opensOn: rounds.opensOn,
  firstDeadline: rounds.firstDeadline,
  finalDeadline: rounds.finalDeadline,
  rolling: rounds.rolling,
  validityMonths: rounds.validityMonths,
  governorSigns: rounds.governorSigns,
  visitOwnership: rounds.visitOwnership,
  viewsFirst: rounds.viewsFirst,
  closedAt: rounds.closedAt,
  questionnaireKey: questionnaires.key,
  questionnaireTitle: questionnaires.title,
  versionNumber: questionnaireVersions.number,
};

const selectRounds = (read: Reader) =>
  read
    .select(roundColumns)
    .from(rounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId));

/** A round's own facts for those who manage it; the caller asks the policy before anything is told. */
export async function findRound(read: Reader, scope: { roundId: string }) {
  const rows = await selectRounds(read).where(eq(rounds.id, scope.roundId));
  return rows[0];
}

/** The rounds an organisation runs, the one opened last first. */
export async function listOwnRounds(
  read: Reader,
  scope: { organisationId: string },
): Promise<RoundRow[]> {
  return selectRounds(read)
    .where(eq(rounds.organisationId, scope.organisationId))
    .orderBy(desc(rounds.opensOn), desc(rounds.id));
}

/** Open rounds with deadlines, of any organisation, and how many of these schools each asks. */
export async function listOtherDeadlines(read: Reader, scope: { schoolIds: readonly string[] }) {
  if (scope.schoolIds.length === 0) return [];
  return read
    .select({
      title: rounds.title,
      firstDeadline: rounds.firstDeadline,
      finalDeadline: rounds.finalDeadline,
      schools: sql<number>`count(*)`.mapWith(Number),
    })
    .from(rounds)
    .innerJoin(roundSchools, eq(roundSchools.roundId, rounds.id))
    .where(
      and(
        isNull(rounds.closedAt),
        isNotNull(rounds.finalDeadline),
        isNull(roundSchools.withdrawnAt),
        inArray(roundSchools.schoolId, [...scope.schoolIds]),
      ),
    )
    .groupBy(rounds.id, rounds.title, rounds.firstDeadline, rounds.finalDeadline)
    .orderBy(asc(rounds.title), asc(rounds.id));
}

export type RoundRow = Awaited<ReturnType<typeof findRound>> & {};

/** Closes an open round at a moment, or opens a closed one (`closedAt` null); false when it stood so already. */
export async function setRoundClosed(
  tx: Writer,
  { roundId, closedAt }: { roundId: string; closedAt: Date | null },
): Promise<boolean> {
  const stands = closedAt === null ? isNotNull(rounds.closedAt) : isNull(rounds.closedAt);
  const changed = await tx
    .update(rounds)
    .set({ closedAt, version: sql`${rounds.version} + 1` })
    .where(and(eq(rounds.id, roundId), stands))
    .returning({ id: rounds.id });
  return changed.length === 1;
}

const inRound = {
  id: responses.id,
  schoolId: responses.schoolId,
  versionId: responses.versionId,
  state: responses.state,
  phases: responses.phases,
  types: responses.types,
  chosenSections: responses.chosenSections,
  confirmedAt: responses.confirmedAt,
  confirmedBy: responses.confirmedBy,
};

export type RoundResponseRow = Awaited<ReturnType<typeof listRoundResponses>>[number];

/** Responses of a round in some states, of one school where it is given. */
export async function listRoundResponses(
  read: Reader,
  scope: { roundId: string; states: readonly ResponseState[]; schoolId?: string },
) {
  return read
    .select(inRound)
    .from(responses)
    .where(
      and(
        eq(responses.roundId, scope.roundId),
        inArray(responses.state, [...scope.states]),
        scope.schoolId === undefined ? undefined : eq(responses.schoolId, scope.schoolId),
      ),
    )
    .orderBy(asc(responses.id));
}

/** Organisations besides the owner that may read what a round collects. */
export async function listRoundShares(read: Reader, scope: { roundId: string }): Promise<string[]> {
  const rows = await read
    .select({ organisationId: roundShares.organisationId })
    .from(roundShares)
    .where(eq(roundShares.roundId, scope.roundId));
  return rows.map((row) => row.organisationId);
}

export async function insertRound(tx: Writer, row: typeof rounds.$inferInsert): Promise<void> {
  await tx.insert(rounds).values(row);
}

export async function insertRoundShare(
  tx: Writer,
  row: { roundId: string; organisationId: string },
): Promise<void> {
  await tx.insert(roundShares).values(row).onConflictDoNothing();
}

/** Offers a round to schools; at most some hundreds at once. A school already in it stays as it is. */
export async function insertRoundResponses(
  tx: Writer,
  rows: (typeof responses.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(responses).values(rows).onConflictDoNothing();
}
