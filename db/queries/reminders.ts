import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { ResponseState } from "../../app/domain/response/states";
import { mailPreferences, responses, roundReminders, rounds, sentReminders } from "../schema";
import type { Reader, Writer } from "../types";

type OfRound = { roundId: string };

export type RoundReminders = typeof roundReminders.$inferSelect;

/** Whether a round reminds by itself, and with which words; undefined: nobody has said. */
export async function findRoundReminders(
  read: Reader,
  { roundId }: OfRound,
): Promise<RoundReminders | undefined> {
  const rows = await read.select().from(roundReminders).where(eq(roundReminders.roundId, roundId));
  return rows[0];
}

/** Rounds with deadlines that run on a day and remind by themselves. */
export async function listRemindingRounds(
  read: Reader,
  { today }: { today: string },
): Promise<string[]> {
  const rows = await read
    .select({ roundId: rounds.id })
    .from(rounds)
    .innerJoin(roundReminders, eq(roundReminders.roundId, rounds.id))
    .where(
      and(
        eq(roundReminders.on, true),
        eq(rounds.rolling, false),
        isNull(rounds.closedAt),
        lte(rounds.opensOn, today),
      ),
    )
    .orderBy(asc(rounds.id));
  return rows.map(({ roundId }) => roundId);
}

/** Says whether a round reminds, from the version it was read at (0: nobody had said); false when it is another. */
export async function saveRoundReminders(
  tx: Writer,
  { version, ...set }: Omit<RoundReminders, "version"> & { version: number },
): Promise<boolean> {
  const returning = { roundId: roundReminders.roundId };
  if (version === 0) {
    const row = { ...set, version: 1 };
    const added = await tx
      .insert(roundReminders)
      .values(row)
      .onConflictDoNothing()
      .returning(returning);
    return added.length === 1;
  }
  const changed = await tx
    .update(roundReminders)
    .set({ ...set, version: version + 1 })
    .where(and(eq(roundReminders.roundId, set.roundId), eq(roundReminders.version, version)))
    .returning(returning);
  return changed.length === 1;
}

/** Reminders of a round that went or had nobody to go to, of one school where it is given. */
export async function listSentReminders(
  read: Reader,
  { roundId, schoolId }: OfRound & { schoolId?: string },
) {
  return read
    .select({
      responseId: sentReminders.responseId,
      stage: sentReminders.stage,
      deadline: sentReminders.deadline,
    })
    .from(sentReminders)
    .innerJoin(responses, eq(responses.id, sentReminders.responseId))
    .where(
      and(
        eq(responses.roundId, roundId),
        schoolId === undefined ? undefined : eq(responses.schoolId, schoolId),
      ),
    );
}

/** Notes a reminder, once for a stage and deadline; false where it is noted already. */
export async function insertSentReminder(
  tx: Writer,
  row: typeof sentReminders.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(sentReminders)
    .values(row)
    .onConflictDoNothing()
    .returning({ responseId: sentReminders.responseId });
  return rows.length === 1;
}

/** Whether a return still stands as it was read, in a round that is open and still reminds. */
export async function isStillReminded(
  tx: Writer,
  { responseId, state }: { responseId: string; state: ResponseState },
): Promise<boolean> {
  const rows = await tx
    .select({ id: responses.id })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(roundReminders, eq(roundReminders.roundId, rounds.id))
    .where(
      and(
        eq(responses.id, responseId),
        eq(responses.state, state),
        eq(roundReminders.on, true),
        isNull(rounds.closedAt),
      ),
    );
  return rows.length === 1;
}

/** How far a return is; undefined where there is none by this id. */
export async function findStateOf(
  read: Reader,
  { responseId }: { responseId: string },
): Promise<ResponseState | undefined> {
  const rows = await read
    .select({ state: responses.state })
    .from(responses)
    .where(eq(responses.id, responseId));
  return rows[0]?.state;
}

/** Of these people, those who have stopped reminders. */
export async function listWithoutReminders(
  read: Reader,
  { userIds }: { userIds: readonly string[] },
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await read
    .select({ userId: mailPreferences.userId })
    .from(mailPreferences)
    .where(
      and(eq(mailPreferences.reminders, false), inArray(mailPreferences.userId, [...userIds])),
    );
  return rows.map(({ userId }) => userId);
}
