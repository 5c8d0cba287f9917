import type { Mail, WARNING_REASONS } from "~/domain/mail/templates";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import type { Writer } from "~db/types";

type Person = { userId: string; email: string; name: string };

/** Writes to a person about their own account. Call `app.wakeWorker()` after the commit. */
export async function mailPerson(
  tx: Writer,
  app: App,
  { to: { userId, email, name }, mail }: { to: Person; mail: Mail },
): Promise<void> {
  const to = { userId, email, name };
  await queueMail(tx, { ...mail, id: app.newId(), to, at: app.clock.now() });
}

type Warning = {
  to: Person;
  reason: (typeof WARNING_REASONS)[number];
  /** Where they go if it was not them; by default, their account. */
  path?: string;
};

/** Tells a person what happened to how they sign in. */
export async function warnPerson(
  tx: Writer,
  app: App,
  { to, reason, path = "/account" }: Warning,
): Promise<void> {
  const happenedAt = app.clock.now().toISOString();
  const data = { reason, happenedAt, path };
  await mailPerson(tx, app, { to, mail: { template: "sign-in-warning", data } });
}

/** Tells a person that their password is another one, and where to go if it was not them. */
export async function mailPasswordChanged(tx: Writer, app: App, to: Person): Promise<void> {
  const data = { happenedAt: app.clock.now().toISOString(), path: "/sign-in/forgotten" };
  await mailPerson(tx, app, { to, mail: { template: "password-changed", data } });
}
