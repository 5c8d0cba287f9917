import type { Staff } from "~/domain/chasing/reminder-sender";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listCovers, listOfficerDistricts, listOfficers } from "~db/queries/officer-districts";
import { findOrganisation } from "~db/queries/organisations";
import { storedDistricts } from "./mine.server";

/** Those who may stand under the reminders of an organisation on a day. */
export async function reminderStaff(
  app: App,
  scope: { organisationId: string; today: string },
): Promise<Staff> {
  const { read } = app.db;
  const organisation = await findOrganisation(read, scope.organisationId);
  if (organisation === undefined) throw new AppError("not-found");
  const covers = await listCovers(read, scope);
  const { contactName: name, contactEmail: email } = organisation;
  return {
    organisation: { name: organisation.name },
    districts: await listOfficerDistricts(read, scope),
    covers: covers.map(({ districts, ...one }) => ({
      ...one,
      districts: storedDistricts(districts),
    })),
    officers: await listOfficers(read, scope),
    contact: { name, email },
  };
}
