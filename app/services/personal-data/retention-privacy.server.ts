import type { RetentionSettings } from "~/domain/personal-data/retention-settings";
import type { App } from "~/platform/app.server";
import { listContacts } from "~db/queries/retention-rows";
import { listSchedules } from "~db/queries/retention-settings";
import { settingsOf } from "./retention-items.server";

export type PrivacyView = {
  /** Every organisation of the service, whom to ask there, and how long it keeps what it may choose. */
  organisations: {
    name: string;
    contactName: string;
    contactEmail: string;
    settings: RetentionSettings;
  }[];
};

/** What the privacy page prints. It is open to everybody, so there is no actor. */
export async function viewPrivacy(app: App): Promise<PrivacyView> {
  const contacts = await listContacts(app.db.read);
  const schedules = await listSchedules(app.db.read);
  return {
    organisations: contacts.map(({ id, ...contact }) => ({
      ...contact,
      settings: settingsOf(schedules.find(({ organisationId }) => organisationId === id)),
    })),
  };
}
