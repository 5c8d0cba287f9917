import type { Calendar } from "~/domain/calendar/calendar";
import { workingDaysBetween } from "~/domain/calendar/working-days";
import type { App } from "~/platform/app.server";
import { listBankHolidays, listTerms } from "~db/queries/calendar";
import { listOrganisations } from "~db/queries/organisations";
import { listOrganisationsCovering } from "~db/queries/schools";
import type { DeadlineView } from "./views";

/** The terms a school keeps, which are its local authority's, and the bank holidays. */
export async function schoolCalendar(app: App, schoolId: string): Promise<Calendar> {
  const { read } = app.db;
  const organisationIds = await listOrganisationsCovering(read, { schoolId });
  const covering = await listOrganisations(read, { organisationIds });
  const authority = covering.find(({ kind }) => kind === "authority");
  const bankHolidays = await listBankHolidays(read);
  if (authority === undefined) return { terms: [], bankHolidays };
  const rows = await listTerms(read, { organisationId: authority.id });
  const terms = rows.map(({ year, term, from, to }) => ({ year, term, from, to }));
  return { terms, bankHolidays };
}

type Deadlines = { firstDeadline: string | null; finalDeadline: string | null };

/** A round's deadlines with how far off they are in working days. They never lock. */
export function deadlineViews(
  { firstDeadline, finalDeadline }: Deadlines,
  { calendar, today }: { calendar: Calendar; today: string },
): DeadlineView[] {
  const given = [
    { kind: "first", date: firstDeadline },
    { kind: "final", date: finalDeadline },
  ] as const;
  return given.flatMap(({ kind, date }) =>
    date === null ? [] : [{ kind, date, workingDays: workingDaysBetween(calendar, today, date) }],
  );
}
