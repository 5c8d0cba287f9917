import { createTransport } from "nodemailer";
import { insertCaughtMail } from "~db/queries/caught-mails";
import type { App } from "./app.server";
import { messageOf, type Mailer } from "./mailer.server";

/** Addresses that a catcher refuses, so that a mail that comes back can be tried: bounce@…, bounce.jo@…. */
export function isRefusedByCatcher(email: string): boolean {
  return /^bounce\b/i.test(email);
}

/** A mailer that keeps each message, as it would have left, in the database of a demonstration. */
export function createCatchingMailer(app: Pick<App, "db" | "clock" | "newId" | "config">): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    send: async (mail) => {
      if (isRefusedByCatcher(mail.to.email)) return { kind: "refused", code: "550" };
      const { message } = await transport.sendMail(messageOf(mail, app.config.mailFrom));
      // `buffer: true` above makes it one.
      if (Buffer.isBuffer(message)) await keepMail(app, message.toString("utf8"));
      return { kind: "taken" };
    },
    close: () => transport.close(),
  };
}

/** Keeps a message to be read at /dev/mails. */
export async function keepMail(
  app: Pick<App, "db" | "clock" | "newId">,
  source: string,
): Promise<void> {
  const caught = { id: app.newId(), source, caughtAt: app.clock.now() };
  await app.db.transact((tx) => insertCaughtMail(tx, caught));
}
