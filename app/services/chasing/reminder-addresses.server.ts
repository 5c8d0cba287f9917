import { letterAddresses, type Address } from "~/domain/chasing/letter-addresses";
import type { App } from "~/platform/app.server";
import { listCameBack } from "~db/queries/came-back";
import { listWithoutReminders } from "~db/queries/reminders";
import { listPeopleInCharge } from "~db/queries/ring-rows";
import type { RoundRow } from "~db/queries/rounds";
import { countsFor, peopleBySchool } from "./people-of-schools";

/** Somebody a reminder goes to: it tells what is left, so it never goes to an office. */
export type ReminderReader = Address & { userId: string };

type Asked = { round: RoundRow; schoolIds: readonly string[]; today: string };

/**
 * Heads and coordinators of schools whose address works and who have not stopped reminders, by school. A school that
 * is not in it has nobody to write to.
 */
export async function reminderReaders(
  app: App,
  { round, schoolIds, today }: Asked,
): Promise<Map<string, ReminderReader[]>> {
  const { read } = app.db;
  const scope = { organisationId: round.organisationId, today };
  const people = await listPeopleInCharge(read, { ...scope, schoolIds });
  const cameBack = new Set((await listCameBack(read, scope)).map(({ email }) => email));
  const userIds = [...new Set(people.map(({ userId }) => userId))];
  const stopped = new Set(await listWithoutReminders(read, { userIds }));
  const found = new Map<string, ReminderReader[]>();
  for (const [schoolId, there] of peopleBySchool(people)) {
    const theirs = there.filter((one) => countsFor(one, round.questionnaireKey));
    const addresses = letterAddresses({ officeEmail: null, people: theirs }, cameBack);
    const readers = addresses.flatMap((one): ReminderReader[] =>
      one.userId === null || stopped.has(one.userId) ? [] : [{ ...one, userId: one.userId }],
    );
    if (readers.length > 0) found.set(schoolId, readers);
  }
  return found;
}
