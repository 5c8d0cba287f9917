import type { Calendar } from "~/domain/calendar/calendar";
import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "~/services/answering/school-calendar.server";
import { listBankHolidays, listTerms } from "~db/queries/calendar";
import { grantsInForce } from "~db/queries/people";

/** A recipient's place; both null: none is known. */
export type MailPlace = { schoolId: string | null; organisationId: string | null };

/** The days on which a place is written to: a school's own calendar, or an organisation's. */
export async function mailCalendar(app: App, place: MailPlace): Promise<Calendar> {
  if (place.schoolId !== null) return schoolCalendar(app, place.schoolId);
  const { read } = app.db;
  const bankHolidays = await listBankHolidays(read);
  if (place.organisationId === null) return { terms: [], bankHolidays };
  const rows = await listTerms(read, { organisationId: place.organisationId });
  const terms = rows.map(({ year, term, from, to }) => ({ year, term, from, to }));
  return { terms, bankHolidays };
}

const NOWHERE: MailPlace = { schoolId: null, organisationId: null };

/** Where a person works: their first school, else their first organisation. */
export async function placeOf(app: App, userId: string): Promise<MailPlace> {
  const grants = await grantsInForce(app.db.read, userId, londonDate(app.clock.now()));
  return grants.find(({ schoolId }) => schoolId !== null) ?? grants[0] ?? NOWHERE;
}
