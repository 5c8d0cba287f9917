import type { PasswordProblem } from "~/domain/account/new-password";

/** What to say at the box of a new password. */
export const NEW_PASSWORD_WORDS: Record<PasswordProblem, string> = {
  "too-short": "Choose a new password of 10 characters or more",
  "too-long": "Choose a new password of 1,000 characters or fewer",
  "is-email": "Choose a new password that is not your e-mail address",
  "too-common": "Choose a new password that is harder to guess: this one is well known",
  unchanged: "Choose a new password that differs from your current one",
};

export const NEW_PASSWORD_HINT =
  "10 characters or more. Three words that do not belong together are easy to remember.";

export const TOO_MANY = "You have tried several times. Wait 10 minutes, then try again";

/** Seconds to wait, for `Retry-After`, as the limits of app/auth have them. */
export const WAIT_SECONDS = "600";

/** What to say at the box of an authenticator app's code. */
export function codeWords(problem: "wrong" | "too-many" | "gone"): string {
  if (problem === "too-many") return TOO_MANY;
  return problem === "gone"
    ? "The code to set up has ended. Start again, then enter the new app code"
    : "That code does not work now. Wait for the next one in the app, then enter it";
}
