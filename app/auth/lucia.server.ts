import { Lucia, TimeSpan } from "lucia";
import type { App } from "~/platform/app.server";
import { createSessionAdapter } from "./session-adapter.server";
import { IDLE_LIFETIME } from "./session-lifetime";

/** What a session carries beside its person and times. */
export type SessionAttributes = {
  /** "Firefox on Windows". */
  device: string | null;
  /** When the second factor was given; null where none was. */
  secondFactorAt: Date | null;
};

declare module "lucia" {
  // Module augmentation needs interfaces: a type cannot be merged.
  interface Register {
    Lucia: Lucia<SessionAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

const made = new WeakMap<App, Lucia<SessionAttributes>>();

/** The session keeper of an app, made once. Nothing outside app/auth sees it. */
export function luciaOf(app: App): Lucia<SessionAttributes> {
  const known = made.get(app);
  if (known !== undefined) return known;
  const lucia = makeLucia(app);
  made.set(app, lucia);
  return lucia;
}

function makeLucia(app: App): Lucia<SessionAttributes> {
  const secure = app.config.origin.startsWith("https:");
  return new Lucia(createSessionAdapter(app), {
    getSessionAttributes: (attributes) => attributes,
    sessionExpiresIn: new TimeSpan(IDLE_LIFETIME, "ms"),
    sessionCookie: {
      // Browsers take `__Host-` only with Secure, Path=/ and no Domain, so no neighbour can set it.
      name: secure ? "__Host-session" : "session",
      attributes: { secure, sameSite: "lax", path: "/" },
    },
  });
}
