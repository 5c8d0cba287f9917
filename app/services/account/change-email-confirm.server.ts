import { hashToken } from "~/auth/single-use-token.server";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { isUniqueViolation } from "~db/errors";
import {
  findWaitingChange,
  spendEmailChange,
  type EmailChangeRow,
} from "~db/queries/email-changes";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { replaceUserEmail } from "~db/queries/own-account";
import { spendResetsOfUser } from "~db/queries/password-resets";
import { findUserByEmail } from "~db/queries/people";
import { deleteOtherSessions } from "~db/queries/sessions";
import type { Writer } from "~db/types";
import { warnPerson } from "./account-mail.server";
import { stopPath, stopSecretOf } from "./change-email.server";
import { insertAccountEvent } from "./record-account-event.server";

/**
 * What a link to a new address would do; null when it was used, stopped, has ended, is none, or is another person's:
 * whoever gets it by a mistyped address cannot take the account over with it. Reading it changes nothing.
 */
export async function viewEmailConfirmation(
  app: App,
  actor: Actor,
  token: string,
): Promise<{ oldEmail: string; newEmail: string } | null> {
  const found = await findOwn(app, actor, token);
  return found === null ? null : { oldEmail: actor.email, newEmail: found.newEmail };
}

type Confirming = {
  token: string;
  /** The session to keep: the stored hash of its id. */
  sessionId: string;
};

/**
 * Changes the actor's address by the link, once. Their sessions elsewhere and links to set a password end, and the
 * old address is told. `taken`: somebody else got the address in the meantime.
 */
export async function confirmEmailChange(
  app: App,
  actor: Actor,
  { token, sessionId }: Confirming,
): Promise<Result<{ email: string }, "gone" | "taken">> {
  const change = await findOwn(app, actor, token);
  if (change === null) return refused("gone");
  const stopSecret = await stopSecretOf(app, change.id);
  try {
    const done = await app.db.transact((tx) =>
      makeChange(tx, app, { actor, change, sessionId, stopSecret }),
    );
    app.wakeWorker();
    return done === "done" ? ok({ email: change.newEmail }) : refused(done);
  } catch (error) {
    if (isUniqueViolation(error)) return refused("taken");
    throw error;
  }
}

async function findOwn(app: App, actor: Actor, token: string): Promise<EmailChangeRow | null> {
  const asked = { id: hashToken(token), now: app.clock.now() };
  const found = await findWaitingChange(app.db.read, asked);
  return found?.userId === actor.userId ? found : null;
}

type Making = { actor: Actor; change: EmailChangeRow; sessionId: string; stopSecret: string };

async function makeChange(
  tx: Writer,
  app: App,
  { actor, change, sessionId, stopSecret }: Making,
): Promise<"done" | "gone" | "taken"> {
  const { userId } = actor;
  const at = app.clock.now();
  if ((await findUserByEmail(tx, change.newEmail)) !== undefined) return "taken";
  if (!(await spendEmailChange(tx, { id: change.id, at }))) return "gone";
  const replaced = { userId, from: change.oldEmail, to: change.newEmail };
  if (!(await replaceUserEmail(tx, replaced))) return "gone";
  await deleteOtherSessions(tx, { userId, keepId: sessionId });
  await deleteHalfSessionsOfUser(tx, userId);
  await spendResetsOfUser(tx, { userId, at });
  const event = "account.email-changed";
  await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  await warnPerson(tx, app, {
    to: { ...actor, email: change.oldEmail },
    reason: "email-changed",
    path: stopPath(stopSecret),
  });
  return "done";
}
