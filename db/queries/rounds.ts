import { and, asc, eq } from "drizzle-orm";
import { responses, rounds, roundShares } from "../schema";
import type { Reader, Writer } from "../types";

const roundColumns = {
  id: rounds.id,
  organisationId: rounds.organisationId,
  versionId: rounds.versionId,
  title: rounds.title,
  sections: rounds.sections,
  chooseAtLeast: rounds.chooseAtLeast,
  opensOn: rounds.opensOn,
  firstDeadline: rounds.firstDeadline,
  finalDeadline: rounds.finalDeadline,
  rolling: rounds.rolling,
  validityMonths: rounds.validityMonths,
  governorSigns: rounds.governorSigns,
  trainingThreshold: rounds.trainingThreshold,
  trainingGate: rounds.trainingGate,
  declaration: rounds.declaration,
  closedAt: rounds.closedAt,
  demonstration: rounds.demonstration,
  version: rounds.version,
};

export type RoundRow = Awaited<ReturnType<typeof findRound>> & {};

/** One round that the school has a response in. */
export async function findRound(read: Reader, scope: { schoolId: string; roundId: string }) {
  const rows = await read
    .select(roundColumns)
    .from(rounds)
    .innerJoin(responses, eq(responses.roundId, rounds.id))
    .where(and(eq(rounds.id, scope.roundId), eq(responses.schoolId, scope.schoolId)));
  return rows[0];
}

/** Rounds an organisation runs, by opening day. */
export async function listRounds(read: Reader, scope: { organisationId: string }) {
  return read
    .select(roundColumns)
    .from(rounds)
    .where(eq(rounds.organisationId, scope.organisationId))
    .orderBy(asc(rounds.opensOn), asc(rounds.id));
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
