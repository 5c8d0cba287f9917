/** Where a person goes on: with a session, to the code of their app, or to setting one up. */
type Standing = { step: "session" | "code" | "set-up"; textKept: boolean };

/** The page after the first factor. `next`: one of our own paths that was asked for. */
export function afterFirstFactor({ step, textKept }: Standing, next: string | null): string {
  if (step === "session") return afterSigningIn({ textKept }, next);
  const path = step === "code" ? "/sign-in/code" : "/sign-in/authenticator";
  return next === null ? path : `${path}?${new URLSearchParams({ next }).toString()}`;
}

/**
 * The page after signing in: kept text first, since it does not wait for ever. A page of answers puts the text
 * back in its boxes; any other way leads by the page that lists it.
 */
export function afterSigningIn({ textKept }: { textKept: boolean }, next: string | null): string {
  const to = next ?? "/";
  return textKept && !isAnsweringPath(to) ? "/account/kept-text" : to;
}

const ANSWERING = /^\/schools\/[^/]+\/self-reviews\/[^/]+(\/sections\/[^/]+(\/levels)?)?$/;

/** Whether an address of ours is a page of answers, which gives text from an ended session back in its boxes. */
export const isAnsweringPath = (path: string): boolean => ANSWERING.test(path.split("?")[0] ?? "");
