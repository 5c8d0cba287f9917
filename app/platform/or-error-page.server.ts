import type { RequestContext } from "./load-context";
import { isAppError, toErrorResponse } from "./error-response.server";

/** Waits for a service; what it stops with becomes the error page of its status (error-response.server.ts). */
export async function orErrorPage<T>(
  { requestId }: Pick<RequestContext, "requestId">,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (isAppError(thrown)) throw toErrorResponse(thrown, requestId);
    throw thrown;
  }
}
