import { createHash } from "node:crypto";
import { normalEmail, provePassword } from "~/auth/prove-password.server";
import type { Passwords } from "~/auth/password.server";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findUserByEmail } from "~db/queries/people";
import { listKeptText } from "~db/queries/sessions";
import { recordAccountEvent } from "./record-account-event.server";

export type SignInInput = {
  email: string;
  password: string;
  address: string;
  passwords?: Passwords;
};

/** Who signed in, and whether text from an ended session of theirs waits at /account/kept-text. */
export type SignedIn = { userId: string; textKept: boolean };

/**
 * Signs a person in by e-mail address and password and writes the audit row; the caller starts the
 * session. `wrong` is one answer for every reason; `too-many` means wait ten minutes, also with the
 * right password. Nobody is an actor yet, so this takes none.
 */
export async function signIn(
  app: App,
  { email, password, address, passwords }: SignInInput,
): Promise<Result<SignedIn, "wrong" | "too-many">> {
  const proven = await provePassword(app, { email, password, address }, passwords);
  if (proven.ok) {
    const { userId } = proven.value;
    await recordAccountEvent(app, {
      event: "account.signed-in",
      actorId: userId,
      subjectId: userId,
    });
    const kept = await listKeptText(app.db.read, { userId, now: app.clock.now() });
    return ok({ userId, textKept: kept.length > 0 });
  }
  if (proven.problem === "wrong") await recordWrong(app, normalEmail(email));
  return refused(proven.problem);
}

/** Names the account by its id, or by a hash where there is none: what was typed may be a password. */
async function recordWrong(app: App, email: string): Promise<void> {
  const user = await findUserByEmail(app.db.read, email);
  const subjectId = user?.id ?? createHash("sha256").update(email).digest("hex");
  await recordAccountEvent(app, { event: "account.sign-in-failed", actorId: null, subjectId });
}
