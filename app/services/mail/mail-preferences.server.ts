import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findUnsubscriber, setWantsDigest, wantsDigest } from "~db/queries/mail-preferences";
import { hashSecret } from "./link-secret.server";

/** What mail a person gets beside that about their account's safety. */
export type MailPreferencesView = { digest: boolean };

/** Of the person who is signed in, for their account page. */
export async function viewMailPreferences(app: App, actor: Actor): Promise<MailPreferencesView> {
  return { digest: await wantsDigest(app.db.read, actor.userId) };
}

/** Changes them; saying the same again changes nothing. */
export async function changeMailPreferences(
  app: App,
  actor: Actor,
  { digest }: MailPreferencesView,
): Promise<void> {
  await change(app, { userId: actor.userId, digest });
}

/** The same for whoever holds a link from a weekly mail; null where the link is none of ours, or too old. */
export async function viewPreferencesByLink(
  app: App,
  secret: string,
): Promise<MailPreferencesView | null> {
  const userId = await findUnsubscriber(app.db.read, hashSecret(secret));
  return userId === undefined ? null : { digest: await wantsDigest(app.db.read, userId) };
}

/** Changes them by such a link, without signing in: it can do nothing else. False where the link is not known. */
export async function changePreferencesByLink(
  app: App,
  { secret, digest }: { secret: string } & MailPreferencesView,
): Promise<boolean> {
  const userId = await findUnsubscriber(app.db.read, hashSecret(secret));
  if (userId === undefined) return false;
  await change(app, { userId, digest });
  return true;
}

async function change(
  app: App,
  { userId, digest }: { userId: string } & MailPreferencesView,
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
