import type { App } from "~/platform/app.server";
import { luciaOf } from "./lucia.server";
import { ABSOLUTE_LIFETIME, DEAD_SESSION_KNOWN } from "./session-lifetime";

/** What the request's cookie holds, live or not; null without one. */
export function readSessionSecret(request: Request, app: App): string | null {
  try {
    const secret = luciaOf(app).readSessionCookie(request.headers.get("Cookie") ?? "");
    return secret === "" ? null : secret;
  } catch {
    return null; // A cookie that is not well encoded is nobody's session.
  }
}

/**
 * The Set-Cookie line of a session. The cookie outlives the session, so that a page posted after its
 * end is still known to come from the same browser and its text can be kept.
 */
export function sessionCookie(app: App, secret: string): string {
  const cookie = luciaOf(app).createSessionCookie(secret);
  cookie.attributes.maxAge = (ABSOLUTE_LIFETIME + DEAD_SESSION_KNOWN) / 1000;
  return cookie.serialize();
}

/** The Set-Cookie line that takes the cookie away. */
export function blankSessionCookie(app: App): string {
  return luciaOf(app).createBlankSessionCookie().serialize();
}
