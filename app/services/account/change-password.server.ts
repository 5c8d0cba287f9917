import { argon2Passwords, type Passwords } from "~/auth/password.server";
import { reauthenticate } from "~/auth/reauthenticate.server";
import { judgeNewPassword, type PasswordProblem } from "~/domain/account/new-password";
import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { AppError } from "~/platform/error-response.server";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import { spendResetsOfUser } from "~db/queries/password-resets";
import { findUser } from "~db/queries/people";
import { replacePasswordHash } from "~db/queries/passwords";
import { deleteOtherSessions } from "~db/queries/sessions";
import { mailPasswordChanged } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

export type ChangePasswordInput = {
  current: string;
  password: string;
  address: string;
  /** The session to keep: the stored hash of its id. */
  sessionId: string;
  passwords?: Passwords;
};

/**
 * Changes the actor's own password and ends their sessions in other browsers and
 * every reset link; they are told by mail.
 * Hashing is done before the transaction. Throws `conflict` when it was changed at the same moment.
 */
export async function changePassword(
  app: App,
  actor: Actor,
  input: ChangePasswordInput,
): Promise<Result<null, PasswordProblem | "wrong" | "too-many">> {
  if (!can(actor, "person.change-own-password", { userId: actor.userId }).allowed) {
    throw new AppError("forbidden");
  }
  const { current, address, passwords = argon2Passwords } = input;
  const means = { kind: "password", password: current } as const;
  const proven = await reauthenticate(app, actor, means, { address, passwords });
  if (!proven.ok) return proven;
  const choice = judgeNewPassword({ password: input.password, current, email: actor.email });
  if (!choice.ok) return choice;
  await storePassword(app, actor, {
    hash: await passwords.hash(choice.value),
    sessionId: input.sessionId,
  });
  return ok(null);
}

type Stored = { hash: string; sessionId: string };

async function storePassword(app: App, actor: Actor, { hash, sessionId }: Stored): Promise<void> {
  const { userId } = actor;
  const user = await findUser(app.db.read, userId);
  const from = user?.passwordHash ?? null;
  if (from === null) throw new AppError("conflict");
  const changed = await app.db.transact(async (tx) => {
    if (!(await replacePasswordHash(tx, { userId, from, to: hash }))) return false;
    await deleteOtherSessions(tx, { userId, keepId: sessionId });
    await deleteHalfSessionsOfUser(tx, userId);
    await spendResetsOfUser(tx, { userId, at: app.clock.now() });
    await mailPasswordChanged(tx, app, actor);
    await insertAccountEvent(tx, app, {
      event: "account.password-changed",
      actorId: userId,
      subjectId: userId,
    });
    return true;
  });
  if (!changed) throw new AppError("conflict");
  app.wakeWorker();
}
