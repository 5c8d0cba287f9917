import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { normalEmail } from "~/auth/prove-password.server";
import { hashSessionId } from "~/auth/session-id.server";
import { takeAttempt } from "~/auth/sign-in-limits.server";
import { RESET_LIFETIME } from "~/domain/account/second-factor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { deleteOldResets, insertPasswordReset } from "~db/queries/password-resets";
import { findUserByEmail, type UserRow } from "~db/queries/people";
import type { Writer } from "~db/types";
import { mailPerson } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";
import { hashOfAddress } from "./sign-in.server";

/** Every answer takes at least this long, so that the work done for a known address does not show. Milliseconds. */
const ANSWER_TAKES = 300;

/** How long used and ended links are kept. Milliseconds. */
const KEPT = 24 * 60 * 60_000;

/**
 * Mails a link that sets a new password, where the address is that of an account: a first one too, since who signs in
 * elsewhere would be locked out if that provider went. The answer and its time are the same for every address. `too-many`: the address typed, or the one the request came from,
 * has to wait, known or not.
 */
export async function askPasswordReset(
  app: App,
  { email, address }: { email: string; address: string },
): Promise<Result<null, "too-many">> {
  const account = normalEmail(email);
  if (!(await takeAttempt(app, { account, address }, "reset"))) return refused("too-many");
  await Promise.all([wait(ANSWER_TAKES), makeLink(app, account)]);
  app.wakeWorker();
  return ok(null);
}

async function makeLink(app: App, email: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const hashed = await hashOfAddress(app, email);
  await app.db.transact(async (tx) => {
    const user = await findUserByEmail(tx, email);
    const known = user?.disabledAt === null ? user : undefined;
    await deleteOldResets(tx, new Date(app.clock.now().getTime() - KEPT));
    if (known !== undefined) await keepLink(tx, app, { user: known, token });
    await insertAccountEvent(tx, app, {
      event: "account.password-reset-asked",
      actorId: null,
      subjectId: user?.id ?? hashed,
    });
  });
}

async function keepLink(
  tx: Writer,
  app: App,
  { user, token }: { user: UserRow; token: string },
): Promise<void> {
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + RESET_LIFETIME);
  const userId = user.id;
  await insertPasswordReset(tx, { id: hashSessionId(token), userId, createdAt, expiresAt });
  const data = { path: `/sign-in/new-password?token=${token}`, expiresAt: expiresAt.toISOString() };
  const mail = { template: "password-reset", data } as const;
  await mailPerson(tx, app, { to: { ...user, userId }, mail });
}
