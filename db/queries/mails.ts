import type { MailTemplate } from "../../app/domain/mail/templates";
import { mails } from "../schema";
import type { Writer } from "../types";

export type NewMail = {
  id: string;
  template: MailTemplate;
  to: { userId: string | null; email: string; name: string };
  data: object;
  about: { schoolId?: string; organisationId?: string };
  at: Date;
};

/** Writes a mail down; `queueMail` asks for its sending in the same transaction. */
export async function insertMail(tx: Writer, mail: NewMail): Promise<void> {
  await tx.insert(mails).values({
    id: mail.id,
    template: mail.template,
    ...mail.to,
    data: JSON.stringify(mail.data),
    state: "queued",
    ...mail.about,
    queuedAt: mail.at,
  });
}
