import type { Calendar } from "~/domain/calendar/calendar";
import { londonDate } from "~/domain/calendar/format";
import type { ReminderFacts } from "~/domain/chasing/reminder-due";
import type { App } from "~/platform/app.server";
import { mailCalendar } from "~/services/mail/mail-calendar.server";
import { inRound } from "~/services/rounds/view-round.server";
import { listContactsOfSchools } from "~db/queries/own-account";
import { listSentReminders } from "~db/queries/reminders";
import { listRoundSchools, type RoundSchoolRow } from "~db/queries/round-schools";
import type { RoundRow } from "~db/queries/rounds";

/** A school of a round with what decides about its reminders. */
export type Remindable = { row: RoundSchoolRow; facts: ReminderFacts; calendar: Calendar };

type Asked = {
  round: RoundRow;
  /** The day reminding was turned on. */
  onSince: string;
  /** This school alone. */
  schoolId?: string;
};

/** Schools of a round, each with its own calendar, in the order of the list. */
export async function remindables(
  app: App,
  { round, onSince, schoolId }: Asked,
): Promise<Remindable[]> {
  const { read } = app.db;
  const of = { roundId: round.id, ...(schoolId === undefined ? {} : { schoolId }) };
  const rows = await listRoundSchools(read, of);
  const sent = await listSentReminders(read, of);
  const calendarOf = await calendarsOf(
    app,
    rows.map((row) => row.schoolId),
  );
  return rows.map((row) => ({
    row,
    calendar: calendarOf(row.schoolId),
    facts: {
      round,
      school: inRound(row),
      toldOn: toldOn(row, round.opensOn),
      onSince,
      sent: sent.filter(({ responseId }) => responseId === row.responseId),
    },
  }));
}

function toldOn({ invitedAt, extendedAt }: RoundSchoolRow, opensOn: string): string {
  const days = [invitedAt, extendedAt].flatMap((at) => (at === null ? [] : [londonDate(at)]));
  return days.sort().at(-1) ?? opensOn;
}

/** The calendar of each school's authority, read once for each of them. */
async function calendarsOf(
  app: App,
  schoolIds: readonly string[],
): Promise<(schoolId: string) => Calendar> {
  const covering = await listContactsOfSchools(app.db.read, { schoolIds });
  const authorities = covering.filter(({ kind }) => kind === "authority");
  const bySchool = new Map(authorities.map((one) => [one.schoolId, one.organisationId]));
  const calendars = new Map<string | null, Calendar>();
  for (const organisationId of [null, ...new Set(bySchool.values())]) {
    calendars.set(organisationId, await mailCalendar(app, { schoolId: null, organisationId }));
  }
  const none = { terms: [], bankHolidays: [] };
  return (schoolId) => calendars.get(bySchool.get(schoolId) ?? null) ?? none;
}
