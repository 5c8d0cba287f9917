import { londonDate } from "~/domain/calendar/format";
import { londonMoment } from "~/domain/calendar/london-time";
import { reminderDue } from "~/domain/chasing/reminder-due";
import type { App } from "~/platform/app.server";
import { enqueue } from "~db/queries/outbox";
import { findRoundReminders, listRemindingRounds } from "~db/queries/reminders";
import { findRound } from "~db/queries/rounds";
import { remindables } from "./reminder-ground.server";

/** Reminders leave from eight on. Minutes since midnight in London. */
export const REMIND_AT = 8 * 60;
/** Schools in one transaction, so that nobody's save waits long behind them. */
const AT_ONCE = 100;

/**
 * The daily job of staged reminders: asks for each reminder that is due today, at eight. What has changed by then is
 * looked at again.
 */
export async function queueReminders(app: App): Promise<void> {
  const today = londonDate(app.clock.now());
  for (const roundId of await listRemindingRounds(app.db.read, { today })) {
    const schoolIds = await schoolsDue(app, { roundId, today });
    for (let from = 0; from < schoolIds.length; from += AT_ONCE) {
      await askFor(app, { roundId, today, schoolIds: schoolIds.slice(from, from + AT_ONCE) });
    }
  }
}

type OnDay = { roundId: string; today: string };

async function schoolsDue(app: App, { roundId, today }: OnDay): Promise<string[]> {
  const round = await findRound(app.db.read, { roundId });
  const reminders = await findRoundReminders(app.db.read, { roundId });
  if (round === undefined || reminders === undefined) return [];
  const onSince = londonDate(reminders.updatedAt);
  const schools = await remindables(app, { round, onSince });
  return schools
    .filter(({ facts, calendar }) => reminderDue(facts, { today, calendar }) !== null)
    .map(({ row }) => row.schoolId);
}

type Asking = OnDay & { schoolIds: readonly string[] };

async function askFor(app: App, { roundId, today, schoolIds }: Asking): Promise<void> {
  const at = app.clock.now();
  const notBefore = londonMoment(today, REMIND_AT);
  const jobs = schoolIds.map((schoolId) => ({ id: app.newId(), payload: { roundId, schoolId } }));
  await app.db.transact(async (tx) => {
    for (const job of jobs) await enqueue(tx, { ...job, kind: "remind-school", at, notBefore });
  });
}
