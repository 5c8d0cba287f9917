import { normalEmail, provePassword } from "~/auth/prove-password.server";
import { keyedHash } from "~/auth/secret-box.server";
import type { Passwords } from "~/auth/password.server";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findUserByEmail } from "~db/queries/people";
import { passFirstFactor, type FirstFactorPassed } from "./pass-first-factor.server";
import { recordAccountEvent } from "./record-account-event.server";

export type SignInInput = {
  email: string;
  password: string;
  address: string;
  passwords?: Passwords;
};

/**
 * Signs a person in by e-mail address and password, or says which second step they owe; the caller starts the
 * session or half-session. `wrong` is one answer for every reason; `too-many` means wait ten minutes, also with
 * the right password. Nobody is an actor yet, so this takes none.
 */
export async function signIn(
  app: App,
  { email, password, address, passwords }: SignInInput,
): Promise<Result<FirstFactorPassed, "wrong" | "too-many">> {
  const proven = await provePassword(app, { email, password, address }, passwords);
  if (proven.ok) {
    const { userId } = proven.value;
    return ok(await passFirstFactor(app, { userId, by: "password" }));
  }
  if (proven.problem === "wrong") await recordWrong(app, normalEmail(email));
  return refused(proven.problem);
}

/** Names the account by its id, or by a hash where there is none: what was typed may be a password. */
async function recordWrong(app: App, email: string): Promise<void> {
  const user = await findUserByEmail(app.db.read, email);
  const subjectId = user?.id ?? (await hashOfAddress(app, email));
  await recordAccountEvent(app, { event: "account.sign-in-failed", actorId: null, subjectId });
}

/**
 * What stands in the audit for an address that is nobody's. Entries are never deleted, and a plain hash can be tried
 * out on a list of addresses, as of people whose account was erased: so it takes the service's key.
 */
export function hashOfAddress(app: App, email: string): Promise<string> {
  return keyedHash(app, `address:${email}`);
}
