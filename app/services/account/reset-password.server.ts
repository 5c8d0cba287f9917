import { argon2Passwords, type Passwords } from "~/auth/password.server";
import { hashSessionId } from "~/auth/session-id.server";
import { forgiveAttempt, takeAttempt } from "~/auth/sign-in-limits.server";
import { judgeNewPassword, type PasswordProblem } from "~/domain/account/new-password";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { findOpenReset, spendReset, spendResetsOfUser } from "~db/queries/password-resets";
import { findUser } from "~db/queries/people";
import { setPasswordHash } from "~db/queries/passwords";
import { deleteOtherSessions } from "~db/queries/sessions";
import { mailPasswordChanged, warnPerson } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

/** A link as it was opened. `address`: where the request came from. */
type Asked = { token: string; address: string };
type Refusal = "gone" | "too-many";

/**
 * Whose password a link sets. Reading it changes nothing. `gone`: it was used, has ended or is none; `too-many`: the
 * place the request came from has guessed too often and has to wait.
 */
export async function viewPasswordReset(
  app: App,
  asked: Asked,
): Promise<Result<{ email: string }, Refusal>> {
  const found = await findAsked(app, asked);
  return found.ok ? ok({ email: found.value.email }) : found;
}

async function findAsked(app: App, { token, address }: Asked): Promise<Result<Found, Refusal>> {
  const id = hashSessionId(token);
  const who = { account: id, address };
  if (!(await takeAttempt(app, who, "reset-link"))) return refused("too-many");
  const found = await findOpenReset(app.db.read, { id, now: app.clock.now() });
  if (found === undefined) return refused("gone");
  await forgiveAttempt(app, who, "reset-link");
  return ok({ ...found, id });
}

type Found = { id: string; userId: string; email: string; name: string };

/** Whoever did not set it sets another, which ends what was opened with it. */
const WHERE_TO_UNDO = "/sign-in/forgotten";

export type ResetPasswordInput = Asked & { password: string; passwords?: Passwords };

/**
 * Sets a new password by a mailed link, once, or the first one of somebody who signs in elsewhere. Every session and every other link of the person ends, and they are
 * not signed in: a second factor is still owed. Refused as `viewPasswordReset`.
 */
export async function resetPassword(
  app: App,
  { password, passwords = argon2Passwords, ...asked }: ResetPasswordInput,
): Promise<Result<null, PasswordProblem | Refusal>> {
  const asking = await findAsked(app, asked);
  if (!asking.ok) return asking;
  const found = asking.value;
  const { id, userId, email } = found;
  const choice = judgeNewPassword({ password, current: "", email });
  if (!choice.ok) return choice;
  const to = await passwords.hash(choice.value);
  const isFirst = await app.db.transact(async (tx) => {
    const at = app.clock.now();
    if (!(await spendReset(tx, { id, at }))) return false;
    const before = await findUser(tx, userId);
    await spendResetsOfUser(tx, { userId, at });
    await setPasswordHash(tx, { userId, to });
    await deleteOtherSessions(tx, { userId, keepId: "" });
    await deleteHalfSessionsOfUser(tx, userId);
    const event = "account.password-reset";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
    if (before?.passwordHash) await mailPasswordChanged(tx, app, found);
    else await warnPerson(tx, app, { to: found, reason: "password-added", path: WHERE_TO_UNDO });
    return true;
  });
  app.wakeWorker();
  return isFirst ? ok(null) : refused("gone");
}
