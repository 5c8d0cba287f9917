import { MOST_PASSWORD_CHARACTERS } from "~/domain/account/new-password";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findUserByEmail } from "~db/queries/people";
import { argon2Passwords, NOBODY_HASH, type Passwords } from "./password.server";
import { forgiveAttempt, takeAttempt } from "./sign-in-limits.server";

type Attempt = {
  /** As typed. */
  email: string;
  password: string;
  /** Where the request came from. */
  address: string;
};

/**
 * Whether this password opens this account; the person's id if so. Accounts that do not exist, are
 * disabled or have no password take the same time and get the same answer as a wrong password.
 * `too-many`: the account or the address has to wait, and the password was not looked at.
 */
export async function provePassword(
  app: App,
  { email, password, address }: Attempt,
  passwords: Passwords = argon2Passwords,
): Promise<Result<{ userId: string }, "wrong" | "too-many">> {
  const who = { account: normalEmail(email), address };
  if (!(await takeAttempt(app, who))) return refused("too-many");
  if (password.length > MOST_PASSWORD_CHARACTERS) return refused("wrong");
  const user = await findUserByEmail(app.db.read, who.account);
  const stored = user?.disabledAt === null ? user.passwordHash : null;
  const matches = await passwords.verify(stored ?? NOBODY_HASH, password);
  if (user === undefined || stored === null || !matches) return refused("wrong");
  await forgiveAttempt(app, who);
  return ok({ userId: user.id });
}

/** How e-mail addresses are compared: the `emailNormal` of the users table. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
