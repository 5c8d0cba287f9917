import { and, asc, eq, gte, lte } from "drizzle-orm";
import { preparedRead } from "../prepared-query";
import { duties, dutyHistory } from "../schema";
import type { Reader, Writer } from "../types";

const dutyColumns = {
  id: duties.id,
  itemKey: duties.itemKey,
  kind: duties.kind,
  source: duties.source,
  validFrom: duties.validFrom,
  validTo: duties.validTo,
  types: duties.types,
  checked: duties.checked,
  version: duties.version,
};

export type DutyRow = Awaited<ReturnType<typeof listDuties>>[number];

/** Every duty tied to a questionnaire's statements, whatever its dates; which hold today is the domain's to say. */
export async function listDuties(read: Reader, scope: { questionnaireId: string }) {
  return dutiesOf(read, scope);
}

const dutiesOf = preparedRead<{ questionnaireId: string }>()((read, slot) =>
  read
    .select(dutyColumns)
    .from(duties)
    .where(eq(duties.questionnaireId, slot("questionnaireId", duties.questionnaireId)))
    .orderBy(asc(duties.itemKey), asc(duties.id)),
);

/** Duties of any questionnaire whose first day lies between two days, both included. */
export async function listDutiesBeginning(
  read: Reader,
  { from, until }: { from: string; until: string },
): Promise<{ id: string; questionnaireId: string }[]> {
  return read
    .select({ id: duties.id, questionnaireId: duties.questionnaireId })
    .from(duties)
    .where(and(gte(duties.validFrom, from), lte(duties.validFrom, until)))
    .orderBy(asc(duties.id));
}

export async function insertDuties(
  tx: Writer,
  rows: (typeof duties.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(duties).values(rows);
}

export type DutyChange = {
  questionnaireId: string;
  dutyId: string;
  /** The version the edit was made from. */
  version: number;
  to: Pick<DutyRow, "kind" | "source" | "validFrom" | "validTo" | "types" | "checked">;
  historyId: string;
  changedBy: string;
  at: Date;
};

/** Changes a duty and keeps what it said before; false when it has been changed meanwhile or is not there. */
export async function updateDuty(tx: Writer, change: DutyChange): Promise<boolean> {
  const standing = and(
    eq(duties.id, change.dutyId),
    eq(duties.questionnaireId, change.questionnaireId),
    eq(duties.version, change.version),
  );
  const [before] = await tx.select(dutyColumns).from(duties).where(standing);
  if (before === undefined) return false;
  const rows = await tx
    .update(duties)
    .set({ ...change.to, version: change.version + 1 })
    .where(standing)
    .returning({ id: duties.id });
  if (rows.length === 0) return false;
  await tx.insert(dutyHistory).values({
    id: change.historyId,
    dutyId: change.dutyId,
    version: before.version,
    content: JSON.stringify(before),
    changedBy: change.changedBy,
    changedAt: change.at,
  });
  return true;
}

/** What a duty said before each change, newest first. */
export async function listDutyHistory(read: Reader, scope: { dutyId: string }) {
  const rows = await read
    .select({
      version: dutyHistory.version,
      content: dutyHistory.content,
      changedBy: dutyHistory.changedBy,
      changedAt: dutyHistory.changedAt,
    })
    .from(dutyHistory)
    .where(eq(dutyHistory.dutyId, scope.dutyId))
    .orderBy(asc(dutyHistory.version));
  return rows.reverse();
}
