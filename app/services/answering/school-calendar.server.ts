import type { Calendar } from "~/domain/calendar/calendar";
import type { App } from "~/platform/app.server";
import { listBankHolidays, listTerms } from "~db/queries/calendar";
import { listOrganisations } from "~db/queries/organisations";
import { listOrganisationsCovering } from "~db/queries/schools";

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
