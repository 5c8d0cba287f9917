import { mainContact, type Contact } from "~/domain/organisation/contact";
import type { App } from "~/platform/app.server";
import { listContacts, listContactsOfSchools, type ContactRow } from "~db/queries/own-account";
import type { MailPlace } from "./mail-calendar.server";

/** Whom the reader of a mail may ask: of their organisation, or of the council of their school; null: nobody is known. */
export async function mailContact(app: App, place: MailPlace): Promise<Contact | null> {
  const { read } = app.db;
  const { schoolId, organisationId } = place;
  const rows =
    schoolId !== null
      ? await listContactsOfSchools(read, { schoolIds: [schoolId] })
      : await listContacts(read, {
          organisationIds: organisationId === null ? [] : [organisationId],
        });
  const found = mainContact<ContactRow>(rows);
  if (found === undefined) return null;
  const { name: organisation, contactName: name, contactEmail: email, telephone } = found;
  return { organisation, name, email, telephone };
}
