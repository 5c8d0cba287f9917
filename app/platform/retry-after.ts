import type { HeadersFunction } from "@remix-run/node";

/** How long a person waits after too many tries: what the messages call 10 minutes. */
const WAIT_SECONDS = 600;

/** The headers that go with a status: 429 says when to try again. */
export function retryAfter(status: number): HeadersInit {
  return status === 429 ? { "Retry-After": String(WAIT_SECONDS) } : {};
}

/** A page keeps `Retry-After` of the action that answered it only where its route exports this as `headers`. */
export const keepActionHeaders: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The same for what a loader answered. */
export const keepLoaderHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
