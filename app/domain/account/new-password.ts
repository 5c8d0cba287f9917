import { ok, refused, type Result } from "~/domain/result";
import { COMMON_PASSWORDS } from "./common-passwords";

export const LEAST_PASSWORD_CHARACTERS = 10;
export const MOST_PASSWORD_CHARACTERS = 1000;

export type PasswordProblem = "too-short" | "too-long" | "is-email" | "too-common" | "unchanged";

type Choice = { password: string; current: string; email: string };

/**
 * Whether a person may take this new password: length and no known guess, and no demand for signs or
 * capitals, as the National Cyber Security Centre advises. Characters are counted as people count them.
 */
export function judgeNewPassword({
  password,
  current,
  email,
}: Choice): Result<string, PasswordProblem> {
  if (password.length > MOST_PASSWORD_CHARACTERS) return refused("too-long");
  if (Array.from(password).length < LEAST_PASSWORD_CHARACTERS) return refused("too-short");
  if (password === current) return refused("unchanged");
  const plain = password.trim().toLowerCase();
  const address = email.trim().toLowerCase();
  if (plain === address || plain === address.split("@")[0]) return refused("is-email");
  if (isCommon(plain)) return refused("too-common");
  return ok(password);
}

/** A listed word, also with figures or signs hung on, or one or two characters over and over. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size <= 2) return true;
  const stem = plain.replace(/^[\W\d_]+|[\W\d_]+$/g, "");
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(stem);
}
