import { isAppError, type AppErrorCode } from "./app-error.server";

export { AppError, isAppError, type AppErrorCode } from "./app-error.server";

/** What a person is told when something stops: the heading and what to do next. */
export type PublicError = { status: number; title: string; message: string; requestId?: string };

/** The one table from code to status and words (design.md decision 12). */
const TABLE: Record<AppErrorCode, { status: number; title: string; message: string }> = {
  "bad-request": {
    status: 400,
    title: "We could not read that",
    message: "Go back, reload the page and send it again.",
  },
  "sign-in-needed": {
    status: 401,
    title: "Sign in first",
    message: "Your session ended. Sign in again: your text is kept.",
  },
  forbidden: {
    status: 403,
    title: "Your role does not do this",
    message:
      "“Who can see this” says who does what. Ask your headteacher if your role should change.",
  },
  "not-found": {
    status: 404,
    title: "Page not found",
    message: "Check the address. If you followed a link, it may be for another school or role.",
  },
  conflict: {
    status: 409,
    title: "Someone else changed this first",
    message: "Reload the page to see what they wrote. Nothing of theirs was replaced.",
  },
  "other-writer": {
    status: 409,
    title: "Someone else has signed in here",
    message:
      "The page was opened by another person, so nothing was saved under your name. What was typed on it is below: copy it, sign out, and let its writer sign in.",
  },
  closed: {
    status: 409,
    title: "This can no longer be changed",
    message: "You can still read and print it.",
  },
  "too-large": {
    status: 413,
    title: "That is too large",
    message: "Send something smaller.",
  },
  invalid: {
    status: 422,
    title: "Something needs changing",
    message: "Go back and check what you entered.",
  },
  "too-many": {
    status: 429,
    title: "You have tried several times",
    message: "Wait 10 minutes, then try again.",
  },
  unavailable: {
    status: 503,
    title: "The service is not ready",
    message: "Wait a minute, then try again. Nothing you saved is lost.",
  },
};

/** What to answer for anything thrown: its row of the table, or 500 with the request id to quote. */
export function publicError(thrown: unknown, requestId: string): PublicError {
  if (isAppError(thrown)) return TABLE[thrown.code];
  return {
    status: 500,
    title: "Something went wrong",
    message: "Nothing you saved is lost. Try again; if it happens again, tell us this reference.",
    requestId,
  };
}

/**
 * The response a route throws or returns for an error, as JSON that the error page reads.
 * `Retry-After` is set, in seconds, where the details carry `retryAfter`.
 */
export function toErrorResponse(thrown: unknown, requestId: string): Response {
  const error = publicError(thrown, requestId);
  const headers = new Headers({ "Content-Type": "application/json; charset=utf-8" });
  const retryAfter = isAppError(thrown) ? thrown.details["retryAfter"] : undefined;
  if (typeof retryAfter === "number") headers.set("Retry-After", String(Math.ceil(retryAfter)));
  return new Response(JSON.stringify(error), {
    status: error.status,
    statusText: error.title,
    headers,
  });
}
