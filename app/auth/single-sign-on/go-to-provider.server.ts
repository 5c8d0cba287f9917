import type { App } from "~/platform/app.server";
import type { Trip } from "./begin-trip.server";
import { browserCookie } from "./browser-cookies.server";

/**
 * Headers of the page that leads to a provider. A redirect would be stopped in Chromium: `form-action 'self'` holds for
 * every address a form's redirects come to, also at the provider, and nobody can list those. `Refresh` is a step of the
 * page's own, and needs no script (decision 14).
 */
export async function goToProvider(app: App, { url, browser }: Trip): Promise<HeadersInit> {
  return {
    Refresh: `0;url=${url}`,
    "Set-Cookie": await browserCookie(app, { kind: "trip", secret: browser }),
  };
}
