/** Stands wherever the name of someone whose account was erased stood, but for signatures. */
export const LEFT_NAME = "A colleague who has left";

/** What the address of an erased account becomes: one of its own, that no mail reaches (RFC 2606). */
export function erasedAddress(userId: string): string {
  return `left-${userId}@removed.invalid`;
}

/** Said before an account is erased: what goes with it. */
export const ERASURE_GOES: readonly string[] = [
  "your account, its name and its e-mail address",
  "your password, your authenticator app, its codes and other ways to sign in",
  "every browser you are signed in with, and text kept from a session that ended",
  "mails sent to you, what mail you wanted, and invitations made to you",
  "your roles: they end today, and sections you looked after are left with nobody",
];

/** What stays, and by what right. */
export const ERASURE_STAYS: readonly string[] = [
  "Your name on what you signed. A signed copy is the record of a public task and may be needed for a legal claim (UK GDPR article 17(3)(b) and (e)), so it stays as it was signed.",
  "Answers you wrote. They are the school’s. Where your name stood beside them it says “A colleague who has left”.",
  "The record of who did what. It holds a number instead of a name, and after this nothing says whose number it was.",
  "Backups, until they are thrown away after 35 days or when there is a newer one. If one is put back, your account is erased again the next night.",
];

/** How the request came that a manager answers: that is kept, words of it are not. */
export const REQUEST_WAYS = ["letter", "e-mail", "representative"] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

export const REQUEST_WAY_WORDS: Record<RequestWay, string> = {
  letter: "By letter",
  "e-mail": "By e-mail",
  representative: "Through somebody who acts for them",
};
