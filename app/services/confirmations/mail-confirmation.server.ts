import { londonDate } from "~/domain/calendar/format";
import type { ConfirmationMail } from "~/domain/mail/confirmation-mails";
import type { App } from "~/platform/app.server";
import { isOneAddress, queueMail } from "~/services/mail/queue-mail.server";
import { listPlaceGrants } from "~db/queries/grants";
import type { SchemeRow } from "~db/queries/confirmations";
import type { Writer } from "~db/types";
import type { SchemeCopy, SchemeSchool } from "./scheme-schools.server";

/** Somebody to write to; `userId` null: the lead, by the address the school gave. */
export type Reader = { userId: string | null; name: string; email: string };

type About = { scheme: SchemeRow; schoolId: string; copy: SchemeCopy | null };

/** The heads and coordinators of a school, and the lead its copy names; each once. Read before the transaction. */
export async function confirmationReaders(
  app: App,
  { scheme, schoolId, copy }: About,
): Promise<Reader[]> {
  const today = londonDate(app.clock.now());
  const team = await listPlaceGrants(app.db.read, { schoolId, today });
  const leads = team.filter(
    ({ role, from, questionnaireKey }) =>
      (role === "head" || role === "coordinator") &&
      from <= today &&
      (questionnaireKey === null || questionnaireKey === scheme.questionnaireKey),
  );
  const readers: Reader[] = leads.map(({ userId, name, email }) => ({ userId, name, email }));
  const lead = copy?.scheme.lead;
  if (lead !== undefined && isOneAddress(lead.email)) readers.push({ userId: null, ...lead });
  // Somebody may be head, coordinator and lead: the first of an address is the one with an account.
  const seen = new Set<string>();
  return readers.filter(({ email }) => {
    const address = email.toLowerCase();
    return seen.has(address) ? false : seen.add(address);
  });
}

type Letter = {
  scheme: SchemeRow;
  school: Pick<SchemeSchool, "schoolId" | "urn" | "name">;
  what: ConfirmationMail;
  confirmationId: string;
  endsOn: string;
  reason?: string;
  to: readonly Reader[];
};

/** Queues a mail about a school's status to each reader, in the transaction. Wake the worker after the commit. */
export async function mailConfirmation(tx: Writer, app: App, letter: Letter): Promise<void> {
  const { scheme, school, what, confirmationId, endsOn, reason = "", to } = letter;
  const data = {
    what,
    schoolName: school.name,
    title: scheme.title,
    organisation: scheme.organisationName,
    until: endsOn,
    reason,
    path: `/schools/${school.urn}/confirmations/${confirmationId}`,
  };
  for (const reader of to) {
    await queueMail(tx, {
      id: app.newId(),
      to: reader,
      at: app.clock.now(),
      about: { schoolId: school.schoolId },
      template: "confirmation",
      data,
    });
  }
}

/** The reminder to renew, which leaves in school time and can be ended as other reminders. */
export async function mailRenewal(
  tx: Writer,
  app: App,
  letter: Omit<Letter, "what" | "reason">,
): Promise<void> {
  const { scheme, school, confirmationId, endsOn, to } = letter;
  for (const reader of to) {
    await queueMail(tx, {
      id: app.newId(),
      to: reader,
      at: app.clock.now(),
      about: { schoolId: school.schoolId },
      template: "renewal-due",
      data: {
        schoolName: school.name,
        title: scheme.title,
        organisation: scheme.organisationName,
        until: endsOn,
        path: `/schools/${school.urn}/confirmations/${confirmationId}`,
      },
    });
  }
}
