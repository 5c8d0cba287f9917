import type { Calendar } from "~/domain/calendar/calendar";
import { londonDate } from "~/domain/calendar/format";
import { waitingSince } from "~/domain/reply/waiting";
import type { App } from "~/platform/app.server";
import { mailCalendar } from "~/services/mail/mail-calendar.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { findSettings } from "~db/queries/organisation-settings";
import type { Writer } from "~db/types";
import { schoolLeads } from "./mail-return.server";

/** Who receives returns, and within how many working days it replies: read before the transaction. */
export type ReceiptGround = {
  organisationName: string;
  replyDays: number | null;
  calendar: Calendar;
};

/** The ground of receipts for an organisation's rounds; null for what is private, which nobody receives. */
export async function receiptGround(
  app: App,
  organisationId: string | null,
): Promise<ReceiptGround | null> {
  if (organisationId === null) return null;
  const found = await findSettings(app.db.read, { organisationId });
  if (found === undefined) return null;
  const calendar = await mailCalendar(app, { schoolId: null, organisationId });
  const { name: organisationName, replyDays } = found.settings;
  return { organisationName, replyDays, calendar };
}

/** A return whose last signature has come. */
export type Received = {
  school: { id: string; urn: string; name: string };
  responseId: string;
  questionnaireKey: string;
  title: string;
  number: number;
  at: Date;
};

/**
 * Tells the school's lead people that the return has arrived and by when it is answered, in the transaction of the
 * last signature. Call `app.wakeWorker()` after the commit.
 */
export async function sendReceipt(
  tx: Writer,
  app: Pick<App, "newId">,
  { ground, received }: { ground: ReceiptGround | null; received: Received },
): Promise<void> {
  if (ground === null) return;
  const { school, responseId, questionnaireKey, title, number, at } = received;
  const { organisationName, replyDays, calendar } = ground;
  const today = londonDate(at);
  const { replyBy } = waitingSince({ since: today, today, replyDays, calendar });
  const to = await schoolLeads(tx, { schoolId: school.id, questionnaireKey, today });
  for (const { userId, name, email } of to) {
    await queueMail(tx, {
      id: app.newId(),
      to: { userId, name, email },
      at,
      about: { schoolId: school.id },
      template: "return-received",
      data: {
        schoolName: school.name,
        title,
        number,
        organisationName,
        signedAt: at.toISOString(),
        replyBy,
        path: `/schools/${school.urn}/self-reviews/${responseId}/signed/${number}`,
      },
    });
  }
}
