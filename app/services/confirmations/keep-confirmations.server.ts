import { addDays } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { reminderDue, REMINDER_WEEKS, type ReminderWeeks } from "~/domain/confirmation/validity";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import { insertAudit } from "~db/queries/audit";
import {
  listSchemes,
  listToRemind,
  noteReminded,
  type ConfirmationRow,
  type SchemeRow,
} from "~db/queries/confirmations";
import { confirmationReaders, mailRenewal } from "./mail-confirmation.server";
import { beginNextPeriod, newBeginning } from "./renew.server";
import { schemeSchools, type SchemeSchool } from "./scheme-schools.server";

/** The last reminder also begins the next period, so that the school finds it on its home. */
const BEGINS_AT: ReminderWeeks = 4;

/**
 * The daily job of rolling rounds: reminds schools whose confirmation nears its end, each reminder once and in school
 * time, unless what they signed since waits for the organisation. One that goes wrong does not hold up the others.
 */
export async function keepConfirmations(app: App): Promise<void> {
  const today = londonDate(app.clock.now());
  const until = addDays(today, 7 * REMINDER_WEEKS[0]);
  for (const scheme of await listSchemes(app.db.read)) {
    if (scheme.closedAt !== null) continue;
    const near = await listToRemind(app.db.read, { roundId: scheme.id, from: today, until });
    for (const row of near) await keepOne(app, { scheme, row, today });
  }
}

type One = { scheme: SchemeRow; row: ConfirmationRow; today: string };

async function keepOne(app: App, one: One): Promise<void> {
  try {
    await remindOnce(app, one);
  } catch (error) {
    app.log.error({ confirmationId: one.row.id, err: error }, "a renewal reminder failed");
  }
}

async function remindOnce(app: App, { scheme, row, today }: One): Promise<void> {
  const { schoolId, endsOn, remindedWeeks: sent } = row;
  const calendar = await schoolCalendar(app, schoolId);
  const weeks = reminderDue({ endsOn, today, sent, calendar });
  if (weeks === null) return;
  const [school] = await schemeSchools(app.db.read, { scheme, schoolIds: [schoolId] });
  if (school === undefined || hasSignedSince(school, row)) return;
  const to = await confirmationReaders(app, { scheme, schoolId, copy: school.copy });
  const beginning = newBeginning(app, null);
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    if (!(await noteReminded(tx, { confirmationId: row.id, weeks }))) return;
    if (weeks === BEGINS_AT) {
      await beginNextPeriod(tx, { roundId: scheme.id, schoolId, today, beginning });
    }
    await insertAudit(tx, {
      id: auditId,
      at: beginning.at,
      actorId: null,
      event: "confirmation.reminded",
      schoolId,
      subjectKind: "confirmation",
      subjectId: row.id,
      data: { weeks },
    });
    await mailRenewal(tx, app, { scheme, school, confirmationId: row.id, endsOn, to });
  });
  app.wakeWorker();
}

/** The next period is signed: nothing is left for the school to do. */
const hasSignedSince = ({ copy }: SchemeSchool, { period }: ConfirmationRow): boolean =>
  copy !== null && copy.period > period;
