import { MailSchema, type Mail } from "~/domain/mail/templates";
import { insertMail } from "~db/queries/mails";
import { enqueue } from "~db/queries/outbox";
import type { Writer } from "~db/types";

export type NewMail = Mail & {
  /** Of the mail, its outbox job and its Message-ID; new for each mail. */
  id: string;
  /** `userId` null: someone without an account. */
  to: { userId: string | null; email: string; name: string };
  at: Date;
  notBefore?: Date;
  /** Whose manager sees it when it comes back; by default, those of the recipient's places. */
  about?: { schoolId?: string; organisationId?: string };
};

/** One address and nothing that a mail server could take for two. Whether it exists, its server says. */
const ADDRESS = /^[^\s@,;:<>"()]+@[^\s@,;:<>"()]+$/;

/** Whether a text that people typed can be written to. */
export const isOneAddress = (text: string): boolean => ADDRESS.test(text);

/**
 * Asks for a mail in a transaction; it leaves only if that commits. Call `app.wakeWorker()` after the commit. Security
 * mail leaves at once, the rest at the next hour allowed (app/domain/mail/sending-hours.ts). Throws for data that the
 * template does not take.
 */
export async function queueMail(tx: Writer, mail: NewMail): Promise<void> {
  const { id, to, at, notBefore, about = {} } = mail;
  if (!isOneAddress(to.email)) throw new Error("This is not one e-mail address");
  const { template, data } = MailSchema.parse({ template: mail.template, data: mail.data });
  await insertMail(tx, { id, template, to, data, about, at });
  const later = notBefore === undefined ? {} : { notBefore };
  await enqueue(tx, { id, kind: "send-mail", payload: { mailId: id }, at, ...later });
}
