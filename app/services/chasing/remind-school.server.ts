import { londonDate } from "~/domain/calendar/format";
import { reminderDue, type ReminderStep } from "~/domain/chasing/reminder-due";
import { reminderSender } from "~/domain/chasing/reminder-sender";
import type { MailData } from "~/domain/mail/templates";
import { RemindSchoolSchema } from "~/domain/work/outbox";
import type { App } from "~/platform/app.server";
import type { Job } from "~/platform/outbox-worker.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { insertAudit } from "~db/queries/audit";
import { findRoundReminders, insertSentReminder, isStillReminded } from "~db/queries/reminders";
import type { RoundSchoolRow } from "~db/queries/round-schools";
import { findRound, type RoundRow } from "~db/queries/rounds";
import { insertContacts } from "~db/queries/school-contacts";
import type { Writer } from "~db/types";
import { progressOf } from "./progress-of.server";
import { reminderReaders, type ReminderReader } from "./reminder-addresses.server";
import { remindables } from "./reminder-ground.server";
import { reminderStaff } from "./reminder-staff.server";

/** One reminder to a school, ready to be written down. */
type Reminder = {
  round: RoundRow;
  row: RoundSchoolRow & { responseId: string; state: NonNullable<RoundSchoolRow["state"]> };
  step: ReminderStep;
  to: readonly ReminderReader[];
  data: MailData<"reminder">;
  today: string;
};

/**
 * Reminds one school of its deadline, if a reminder is due now, and notes that it did: as the last contact, in the
 * record, and so that the same reminder never goes again. A second run finds it noted.
 */
export async function remindSchool({ app, payload }: Job): Promise<void> {
  const { roundId, schoolId } = RemindSchoolSchema.parse(payload);
  const reminder = await reminderFor(app, { roundId, schoolId });
  if (reminder === null) return;
  await app.db.transact((tx) => write(tx, app, reminder));
  app.wakeWorker();
}

type Where = { roundId: string; schoolId: string };

async function reminderFor(app: App, { roundId, schoolId }: Where): Promise<Reminder | null> {
  const { read } = app.db;
  const round = await findRound(read, { roundId });
  const reminders = await findRoundReminders(read, { roundId });
  if (round === undefined || reminders?.on !== true) return null;
  const today = londonDate(app.clock.now());
  const onSince = londonDate(reminders.updatedAt);
  const [school] = await remindables(app, { round, onSince, schoolId });
  const step = school === undefined ? null : reminderDue(school.facts, { ...school, today });
  if (school === undefined || step === null) return null;
  const { responseId, state } = school.row;
  if (responseId === null || state === null) return null;
  const row = { ...school.row, responseId, state };
  const readers = await reminderReaders(app, { round, schoolIds: [schoolId], today });
  const { note } = reminders;
  const data = await dataOf(app, { round, row, step, note, today });
  return { round, row, step, to: readers.get(schoolId) ?? [], data, today };
}

type Told = Pick<Reminder, "round" | "row" | "step" | "today"> & { note: string };

async function dataOf(app: App, told: Told): Promise<MailData<"reminder">> {
  const { round, row, today } = told;
  const { organisationId } = round;
  const staff = await reminderStaff(app, { organisationId, today });
  const { schoolId, responseId } = row;
  return {
    ...aboutDeadline(told),
    ...(await progressOf(app, { schoolId, responseId, today })),
    from: reminderSender(row.district ?? row.laName, staff, today),
  };
}

type About = Pick<Told, "round" | "step" | "note"> & {
  row: Pick<RoundSchoolRow, "name" | "finalDeadline"> & { responseId: string };
};

/** What a reminder says whatever the school has done. */
export function aboutDeadline({ round, row, step, note }: About) {
  const { deadline, names } = step;
  const final = row.finalDeadline ?? round.finalDeadline;
  return {
    title: round.title,
    schoolName: row.name,
    responseId: row.responseId,
    deadline,
    names,
    finalDeadline: names === "first" ? final : null,
    note,
  };
}

async function write(tx: Writer, app: App, reminder: Reminder): Promise<void> {
  const { round, row, step, to, data, today } = reminder;
  const { responseId, schoolId } = row;
  const at = app.clock.now();
  if (!(await isStillReminded(tx, row))) return;
  const { stage, deadline } = step;
  if (!(await insertSentReminder(tx, { responseId, stage, deadline, sentAt: at }))) return;
  for (const { userId, name, email, withWhom } of to) {
    const id = app.newId();
    await queueMail(tx, {
      ...{ id, at, to: { userId, name, email }, template: "reminder" as const, data },
      about: { schoolId },
    });
    await insertContacts(tx, [
      {
        ...{ id: app.newId(), organisationId: round.organisationId, schoolId, roundId: round.id },
        ...{ kind: "reminder" as const, contactOn: today, withWhom, mailId: id, createdAt: at },
      },
    ]);
  }
  if (to.length === 0) return;
  await insertAudit(tx, {
    ...{ id: app.newId(), at, actorId: null, event: "reminder.sent", schoolId },
    ...{ organisationId: round.organisationId, subjectKind: "response", subjectId: responseId },
    data: { stage, deadline, mails: to.length },
  });
}
