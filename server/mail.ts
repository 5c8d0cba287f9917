import type { App } from "~/platform/app.server";
import { createCatchingMailer } from "~/platform/catching-mailer.server";
import { catchesMail } from "~/platform/catches-mail.server";
import { createSmtpMailer, type Mailer } from "~/platform/mailer.server";

/** `mailer` undefined: nothing is set that could take mail, and what is queued will be parked. */
export type Mail = { mailer: Mailer | undefined; stop: () => Promise<void> };

/**
 * How mail leaves: to SMTP_URL where there is one; in a demonstration it is kept to be read at /dev/mails. Under
 * `npm run dev` it gets there over SMTP, through a catcher of our own, so that the way out is the real one.
 */
export async function startMail(
  app: App,
  { development }: { development: boolean },
): Promise<Mail> {
  const { smtpUrl, mailFrom } = app.config;
  if (smtpUrl !== undefined) return withMailer(createSmtpMailer({ url: smtpUrl, from: mailFrom }));
  if (!catchesMail(app.config)) return { mailer: undefined, stop: () => Promise.resolve() };
  if (!development) return withMailer(createCatchingMailer(app));
  const { startMailCatcher } = await import("./mail-catcher");
  const catcher = await startMailCatcher(app);
  const mailer = createSmtpMailer({ url: catcher.url, from: mailFrom });
  const stop = async () => {
    mailer.close();
    await catcher.stop();
  };
  return { mailer, stop };
}

function withMailer(mailer: Mailer): Mail {
  const stop = () => {
    mailer.close();
    return Promise.resolve();
  };
  return { mailer, stop };
}
