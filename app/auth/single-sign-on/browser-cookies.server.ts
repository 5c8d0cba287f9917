import { createCookie } from "@remix-run/node";
import { PENDING_IDENTITY_LIFETIME, TRIP_LIFETIME } from "~/domain/account/single-sign-on";
import type { App } from "~/platform/app.server";

/** `trip`: ties a way through a provider to the browser that began it. `pending`: an account waiting to be connected. */
type Kind = "trip" | "pending";

const LIFETIMES: Record<Kind, number> = {
  trip: TRIP_LIFETIME,
  pending: PENDING_IDENTITY_LIFETIME,
};

/** What this browser's cookie of a kind holds; null without one. */
export async function readBrowserSecret(
  request: Request,
  { app, kind }: { app: App; kind: Kind },
): Promise<string | null> {
  const secret: unknown = await cookieOf(app, kind).parse(request.headers.get("Cookie"));
  return typeof secret === "string" && secret !== "" ? secret : null;
}

/** The Set-Cookie line that keeps a secret in this browser; an empty one takes the cookie away. */
export function browserCookie(
  app: App,
  { kind, secret }: { kind: Kind; secret: string },
): Promise<string> {
  const maxAge = secret === "" ? 0 : LIFETIMES[kind] / 1000;
  return cookieOf(app, kind).serialize(secret, { maxAge });
}

function cookieOf(app: App, kind: Kind) {
  const secure = app.config.origin.startsWith("https:");
  const name = kind === "trip" ? "provider-trip" : "provider-account";
  return createCookie(secure ? `__Host-${name}` : name, {
    httpOnly: true,
    path: "/",
    // The provider's page leads back here: a stricter cookie would not come along.
    sameSite: "lax",
    secure,
  });
}
