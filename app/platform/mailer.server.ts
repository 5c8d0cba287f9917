import { createTransport, type NodemailerError } from "nodemailer";
import { refusalCode } from "~/domain/mail/refusal";

export type MailAddress = { name: string; email: string };

/** A mail ready to leave. */
export type OutgoingMail = {
  /** Makes the Message-ID: the same for every try, so that a mail sent twice is shown once. */
  id: string;
  to: MailAddress;
  replyTo: MailAddress | undefined;
  subject: string;
  text: string;
  html: string;
  /** The page that ends mails of this kind, for the List-Unsubscribe header. */
  stopUrl: string | undefined;
  /** A calendar file that mail programs offer to take in; `method` as in the file. */
  calendar?: CalendarFile | null;
};

export type CalendarFile = { method: "REQUEST" | "CANCEL"; text: string };

/** `refused`: the recipient's server does not take mail for this address; `code` is its reply, like "550". */
export type Delivery = { kind: "taken" } | { kind: "refused"; code: string };

/** Hands mails on. `send` throws a `MailServerError` where trying again may help. */
export type Mailer = {
  send: (mail: OutgoingMail) => Promise<Delivery>;
  close: () => void;
};

/** Why a mail did not leave. Replies of mail servers repeat addresses, so the message holds codes only. */
export class MailServerError extends Error {
  override name = "MailServerError";
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** A mailer that speaks SMTP, over one connection kept open while there is work. */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const options = { url, pool: true, maxConnections: 1, ...TIMEOUTS } as const;
  const transport = createTransport(options);
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(messageOf(mail, from));
        return { kind: "taken" };
      } catch (error) {
        return refusalOr(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The message as nodemailer takes it. */
export function messageOf(mail: OutgoingMail, from: string) {
  const domain = from.slice(from.lastIndexOf("@") + 1);
  const { id, to, replyTo, subject, text, html, stopUrl, calendar = null } = mail;
  return {
    messageId: `<${id}@${domain}>`,
    from: { name: "Inclusion Review", address: from },
    to: { name: to.name, address: to.email },
    ...(replyTo === undefined ? {} : { replyTo: { name: replyTo.name, address: replyTo.email } }),
    subject,
    text,
    html,
    ...(calendar === null ? {} : { icalEvent: icalEventOf(calendar) }),
    textEncoding: "quoted-printable" as const,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...stopHeaders(stopUrl),
    },
  };
}

const icalEventOf = ({ method, text }: CalendarFile) => ({
  method,
  filename: "visit.ics",
  content: text,
});

/** Mail programs then show a way out of their own, which posts to the page (RFC 8058). It asks for HTTPS. */
function stopHeaders(stopUrl: string | undefined): Record<string, string> {
  if (stopUrl === undefined) return {};
  const page = { "List-Unsubscribe": `<${stopUrl}>` };
  if (!stopUrl.startsWith("https://")) return page;
  return { ...page, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function refusalOr(error: unknown): Delivery {
  const { command = null, responseCode = null, code } = factsOf(error);
  const refusal = refusalCode({ command, replyCode: responseCode });
  if (refusal !== null) return { kind: "refused", code: refusal };
  const where = command === null ? "" : ` at ${command}`;
  const answer = responseCode === null ? "gave no answer" : `answered ${responseCode}`;
  throw new MailServerError(`the mail server ${answer}${where} (${code ?? "unknown"})`);
}

type Facts = Partial<Pick<NodemailerError, "command" | "responseCode" | "code">>;

/** Codes and the step; never the message or the reply. */
function factsOf(error: unknown): Facts {
  return isNodemailerError(error) ? error : {};
}

function isNodemailerError(error: unknown): error is NodemailerError {
  return error instanceof Error && "code" in error;
}
