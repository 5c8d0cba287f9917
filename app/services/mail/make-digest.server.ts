import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { MakeDigestSchema } from "~/domain/work/outbox";
import type { App } from "~/platform/app.server";
import type { Job } from "~/platform/outbox-worker.server";
import { addUnsubscribeToken, wantsDigest } from "~db/queries/mail-preferences";
import { findMail } from "~db/queries/mails";
import { findUser, grantsInForce } from "~db/queries/people";
import { digestPlaces } from "./digest-places.server";
import { hashSecret, newSecret } from "./link-secret.server";
import { queueMail } from "./queue-mail.server";

/** Links of older mails still end the weekly mail for so long. */
const LINK_DAYS = 366;

/** Writes one person's weekly mail, if anything waits for them. A second run finds it written. */
export async function makeDigest({ app, payload }: Job): Promise<void> {
  const { userId, mailId } = MakeDigestSchema.parse(payload);
  if ((await findMail(app.db.read, mailId)) !== undefined) return;
  const actor = await readerOf(app, userId);
  if (actor === null || !(await wantsDigest(app.db.read, userId))) return;
  const places = await digestPlaces(app, actor);
  if (places.length === 0) return;
  const at = app.clock.now();
  const forgetBefore = new Date(at.getTime() - LINK_DAYS * 24 * 60 * 60_000);
  const secret = newSecret();
  const { name, email } = actor;
  await app.db.transact(async (tx) => {
    await addUnsubscribeToken(tx, { hash: hashSecret(secret), userId, at, forgetBefore });
    await queueMail(tx, {
      id: mailId,
      to: { userId, name, email },
      template: "digest",
      data: { places, stopPath: `/mails/stop?key=${secret}` },
      at,
    });
  });
}

async function readerOf(app: App, userId: string): Promise<Actor | null> {
  const user = await findUser(app.db.read, userId);
  if (user === undefined || user.disabledAt !== null) return null;
  const grants = await grantsInForce(app.db.read, userId, londonDate(app.clock.now()));
  return { userId, name: user.name, email: user.email, grants };
}
