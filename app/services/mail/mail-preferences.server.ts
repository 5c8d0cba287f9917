import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import {
  findMailWishes,
  findUnsubscriber,
  setMailWishes,
  setWantsDigest,
  wantsDigest,
  type MailWishes,
} from "~db/queries/mail-preferences";
import { hashSecret } from "./link-secret.server";

/** What mail a person gets beside that about their account's safety. */
export type MailPreferencesView = MailWishes;

/** Of the person who is signed in, for their account page. */
export async function viewMailPreferences(app: App, actor: Actor): Promise<MailPreferencesView> {
  return findMailWishes(app.db.read, actor.userId);
}

/** Changes them; saying the same again changes nothing. Mail about safety and invitations is not among them. */
export async function changeMailPreferences(
  app: App,
  actor: Actor,
  { digest, digestDay, reminders }: MailPreferencesView,
): Promise<void> {
  const { userId } = actor;
  await change(app, { userId, digest });
  await app.db.transact(async (tx) => {
    const before = await findMailWishes(tx, userId);
    if (before.digestDay === digestDay && before.reminders === reminders) return;
    await setMailWishes(tx, { userId, digestDay, reminders });
    await insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: userId,
      event: "mail.wishes-changed",
      subjectKind: "account",
      subjectId: userId,
    });
  });
}

/** What a link from a weekly mail is about: that mail and nothing else. */
export type LinkedWishView = { digest: boolean };

/** The same for whoever holds a link from a weekly mail; null where the link is none of ours, or too old. */
export async function viewPreferencesByLink(
  app: App,
  secret: string,
): Promise<LinkedWishView | null> {
  const userId = await findUnsubscriber(app.db.read, hashSecret(secret));
  return userId === undefined ? null : { digest: await wantsDigest(app.db.read, userId) };
}

/** Changes them by such a link, without signing in: it can do nothing else. False where the link is not known. */
export async function changePreferencesByLink(
  app: App,
  { secret, digest }: { secret: string } & LinkedWishView,
): Promise<boolean> {
  const userId = await findUnsubscriber(app.db.read, hashSecret(secret));
  if (userId === undefined) return false;
  await change(app, { userId, digest });
  return true;
}

async function change(
  app: App,
  { userId, digest }: { userId: string } & LinkedWishView,
): Promise<void> {
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    if ((await wantsDigest(tx, userId)) === digest) return;
    await setWantsDigest(tx, { userId, digest });
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: userId,
      event: digest ? "mail.digest-wanted" : "mail.digest-stopped",
      subjectKind: "account",
      subjectId: userId,
    });
  });
}
