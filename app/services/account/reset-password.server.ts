import { argon2Passwords, type Passwords } from "~/auth/password.server";
import { hashSessionId } from "~/auth/session-id.server";
import { judgeNewPassword, type PasswordProblem } from "~/domain/account/new-password";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { findOpenReset, spendReset, spendResetsOfUser } from "~db/queries/password-resets";
import { setPasswordHash } from "~db/queries/passwords";
import { deleteOtherSessions } from "~db/queries/sessions";
import { mailPasswordChanged } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

/** Whose password a link sets; null when it was used, has ended or is none. Reading it changes nothing. */
export async function viewPasswordReset(
  app: App,
  token: string,
): Promise<{ email: string } | null> {
  const found = await findOpenReset(app.db.read, idOf(app, token));
  return found === undefined ? null : { email: found.email };
}

export type ResetPasswordInput = { token: string; password: string; passwords?: Passwords };

/**
 * Sets a new password by a mailed link, once. Every session and every other link of the person ends, and they are
 * not signed in: a second factor is still owed. `gone`: the link was used, has ended or is none.
 */
export async function resetPassword(
  app: App,
  { token, password, passwords = argon2Passwords }: ResetPasswordInput,
): Promise<Result<null, PasswordProblem | "gone">> {
  const link = idOf(app, token);
  const found = await findOpenReset(app.db.read, link);
  if (found === undefined) return refused("gone");
  const choice = judgeNewPassword({ password, current: "", email: found.email });
  if (!choice.ok) return choice;
  const { userId } = found;
  const to = await passwords.hash(choice.value);
  const isFirst = await app.db.transact(async (tx) => {
    const at = app.clock.now();
    if (!(await spendReset(tx, { id: link.id, at }))) return false;
    await spendResetsOfUser(tx, { userId, at });
    await setPasswordHash(tx, { userId, to });
    await deleteOtherSessions(tx, { userId, keepId: "" });
    await deleteHalfSessionsOfUser(tx, userId);
    const event = "account.password-reset";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
    await mailPasswordChanged(tx, app, found);
    return true;
  });
  app.wakeWorker();
  return isFirst ? ok(null) : refused("gone");
}

function idOf(app: App, token: string): { id: string; now: Date } {
  return { id: hashSessionId(token), now: app.clock.now() };
}
