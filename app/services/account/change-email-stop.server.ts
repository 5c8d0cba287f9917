import { hashToken } from "~/auth/single-use-token.server";
import { stopStanding } from "~/domain/account/email-change";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { isUniqueViolation } from "~db/errors";
import { findChangeToStop, stopEmailChange, type EmailChangeRow } from "~db/queries/email-changes";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { deleteIdentitiesSince } from "~db/queries/identities";
import { replaceUserEmail } from "~db/queries/own-account";
import { spendResetsOfUser } from "~db/queries/password-resets";
import { deleteSessionsOfUser } from "~db/queries/sessions";
import type { Writer } from "~db/types";
import { warnPerson } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

/** `does`: ends a change that waits, or puts the old address back after one that was made. */
export type EmailStopView = { does: "stop" | "undo"; oldEmail: string; newEmail: string };

/** What the link to the old address would do; null when it can do nothing. Reading it changes nothing. */
export async function viewEmailStop(app: App, token: string): Promise<EmailStopView | null> {
  const found = await findChangeToStop(app.db.read, hashToken(token));
  if (found === undefined) return null;
  const does = stopStanding(found, app.clock.now());
  return does === null ? null : { does, oldEmail: found.oldEmail, newEmail: found.newEmail };
}

/**
 * Does it, once and without signing in: who reads the old address may say that it was not them. Every session ends,
 * links to set a password, and accounts elsewhere that were connected since, of which only the new address was told;
 * the password itself stays, so the page says to set another.
 */
export async function followEmailStop(
  app: App,
  token: string,
): Promise<Result<{ did: "stop" | "undo" }, "gone">> {
  const found = await findChangeToStop(app.db.read, hashToken(token));
  if (found === undefined) return refused("gone");
  const does = stopStanding(found, app.clock.now());
  if (does === null) return refused("gone");
  try {
    const isDone = await app.db.transact((tx) => put(tx, app, { change: found, does }));
    app.wakeWorker();
    return isDone ? ok({ did: does }) : refused("gone");
  } catch (error) {
    // Somebody else has the old address by now.
    if (isUniqueViolation(error)) return refused("gone");
    throw error;
  }
}

type Stopping = { change: EmailChangeRow; does: "stop" | "undo" };

async function put(tx: Writer, app: App, { change, does }: Stopping): Promise<boolean> {
  const { userId, oldEmail, email } = change;
  const at = app.clock.now();
  if (!(await stopEmailChange(tx, { ...change, at }))) return false;
  if (does === "undo") {
    // Whatever the address is by now: a second change must not cut off the way back from the first.
    if (!(await replaceUserEmail(tx, { userId, from: email, to: oldEmail }))) return false;
    const to = { userId, name: change.name, email };
    await warnPerson(tx, app, { to, reason: "email-change-undone", path: "/help" });
  }
  await disconnectSince(tx, app, change);
  await deleteSessionsOfUser(tx, userId);
  await deleteHalfSessionsOfUser(tx, userId);
  await spendResetsOfUser(tx, { userId, at });
  const event = does === "undo" ? "account.email-change-undone" : "account.email-change-stopped";
  await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  return true;
}

async function disconnectSince(tx: Writer, app: App, change: EmailChangeRow): Promise<void> {
  const { userId, name, oldEmail, createdAt: since } = change;
  const providers = await deleteIdentitiesSince(tx, { userId, since });
  for (const provider of providers) {
    const event = "account.identity-disconnected";
    const who = { actorId: userId, subjectId: userId };
    await insertAccountEvent(tx, app, { event, ...who, data: { provider } });
  }
  if (providers.length === 0) return;
  const to = { userId, name, email: oldEmail };
  await warnPerson(tx, app, { to, reason: "single-sign-on-unlinked", path: "/sign-in/forgotten" });
}
