import { composeLetter } from "~/domain/mail/compose-letter";
import { htmlOf } from "~/domain/mail/html";
import { plainTextOf } from "~/domain/mail/plain-text";
import { nextSendingTime } from "~/domain/mail/sending-hours";
import { leavesAtOnce, MAIL_SCHEMAS, MailSchema } from "~/domain/mail/templates";
import type { Contact } from "~/domain/organisation/contact";
import { SendMailSchema } from "~/domain/work/outbox";
import { UNFINISHED_STATES } from "~/domain/response/states";
import type { App } from "~/platform/app.server";
import type { OutgoingMail } from "~/platform/mailer.server";
import type { Job } from "~/platform/outbox-worker.server";
import { findMailWishes } from "~db/queries/mail-preferences";
import { findMail, settleMail, type MailRow } from "~db/queries/mails";
import { findUser } from "~db/queries/people";
import { findStateOf } from "~db/queries/reminders";
import { mailCalendar, placeOf, type MailPlace } from "./mail-calendar.server";
import { mailContact } from "./mail-contact.server";

/**
 * Sends a mail that was queued, or puts it off until it may leave. A second run finds it settled; where the first
 * stopped between sending and saying so, the mail goes twice under one Message-ID.
 */
export async function sendMail({ app, payload, postpone }: Job): Promise<void> {
  const { mailId } = SendMailSchema.parse(payload);
  const mail = await findMail(app.db.read, mailId);
  if (mail?.state !== "queued") return;
  if (!(await isStillWanted(app, mail))) return settle(app, { id: mailId, state: "dropped" });
  const place = await placeOfMail(app, mail);
  const next = await sendingTimeOf(app, { mail, place });
  if (next > app.clock.now()) {
    postpone(next);
    return;
  }
  if (app.mailer === undefined) throw new Error("No mail server is set: SMTP_URL");
  const contact = await mailContact(app, place);
  const delivery = await app.mailer.send(outgoing(app, { mail, contact }));
  await settle(
    app,
    delivery.kind === "taken"
      ? { id: mailId, state: "sent" }
      : { id: mailId, state: "bounced", bounceCode: delivery.code },
  );
}

/** Nobody who has left is written to, and nobody who has ended mails of this kind. */
async function isStillWanted(app: App, { template, userId, data }: MailRow): Promise<boolean> {
  if (template === "reminder" && (await isSigned(app, data))) return false;
  if (userId === null) return true;
  const user = await findUser(app.db.read, userId);
  if (user === undefined || user.disabledAt !== null) return false;
  if (leavesAtOnce(template)) return true;
  const wishes = await findMailWishes(app.db.read, userId);
  if (template === "digest") return wishes.digest;
  const isReminder = template === "reminder" || template === "renewal-due";
  return !isReminder || wishes.reminders;
}

/** A reminder that waited, as through a night, does not ask for what has come meanwhile. */
async function isSigned(app: App, data: string | null): Promise<boolean> {
  const { responseId } = MAIL_SCHEMAS.reminder.parse(JSON.parse(data ?? "null"));
  const state = await findStateOf(app.db.read, { responseId });
  return !UNFINISHED_STATES.some((one) => one === state);
}

/** What the mail is about, or where its reader works. */
async function placeOfMail(app: App, mail: MailRow): Promise<MailPlace> {
  const { schoolId, organisationId, userId } = mail;
  const isPlaced = schoolId !== null || organisationId !== null || userId === null;
  return isPlaced ? { schoolId, organisationId } : placeOf(app, userId);
}

type Placed = { mail: MailRow; place: MailPlace };

async function sendingTimeOf(app: App, { mail, place }: Placed): Promise<Date> {
  const calendar = await mailCalendar(app, place);
  return nextSendingTime({ template: mail.template, now: app.clock.now(), calendar });
}

type Leaving = { mail: MailRow; contact: Contact | null };

function outgoing(app: App, { mail: row, contact }: Leaving): OutgoingMail {
  const { id, name, email, template, data } = row;
  const stored: unknown = JSON.parse(data ?? "null");
  const mail = MailSchema.parse({ template, data: stored });
  const frame = { origin: app.config.origin, recipientName: name, now: app.clock.now(), contact };
  const letter = composeLetter(mail, frame);
  return {
    id,
    to: { name, email },
    replyTo: letter.replyTo,
    subject: letter.subject,
    text: plainTextOf(letter),
    html: htmlOf(letter),
    stopUrl: letter.stopUrl,
    calendar: mail.template === "visit-step" ? mail.data.calendar : null,
  };
}

type Settled = Omit<Parameters<typeof settleMail>[1], "at">;

async function settle(app: App, settled: Settled): Promise<void> {
  const at = app.clock.now();
  await app.db.transact((tx) => settleMail(tx, { ...settled, at }));
}
