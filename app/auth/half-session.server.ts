import { randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { SECOND_STEP_LIFETIME } from "~/domain/account/second-factor";
import type { App } from "~/platform/app.server";
import {
  deleteEndedHalfSessions,
  deleteHalfSession,
  findHalfSession,
  insertHalfSession,
} from "~db/queries/half-sessions";
import type { SessionContext } from "./session.server";
import { hashSessionId } from "./session-id.server";

/**
 * A browser between the first factor and the second. It has a table and a cookie of its own, so nothing that asks
 * for a session ever takes it for one. `id` is the stored hash.
 */
export type HalfSession = { id: string; userId: string; provenAt: Date | null };

/** The request's half-session while it lasts, or null. */
export async function getHalfSession(
  request: Request,
  { app }: SessionContext,
): Promise<HalfSession | null> {
  const secret: unknown = await cookieOf(app).parse(request.headers.get("Cookie"));
  if (typeof secret !== "string") return null;
  const id = hashSessionId(secret);
  const found = await findHalfSession(app.db.read, { id, now: app.clock.now() });
  return found === undefined ? null : { id, userId: found.userId, provenAt: found.provenAt };
}

/** Starts one after the first factor; one the browser already had is ended. The answer is the Set-Cookie header. */
export async function startHalfSession(
  request: Request,
  context: SessionContext,
  userId: string,
): Promise<string> {
  const { app } = context;
  const before = await getHalfSession(request, context);
  const secret = randomBytes(25).toString("hex");
  const now = app.clock.now();
  await app.db.transact(async (tx) => {
    if (before !== null) await deleteHalfSession(tx, before.id);
    await deleteEndedHalfSessions(tx, now);
    await insertHalfSession(tx, {
      id: hashSessionId(secret),
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SECOND_STEP_LIFETIME),
      provenAt: null,
    });
  });
  return cookieOf(app).serialize(secret);
}

function cookieOf(app: App) {
  const secure = app.config.origin.startsWith("https:");
  return createCookie(secure ? "__Host-second-step" : "second-step", {
    httpOnly: true,
    maxAge: SECOND_STEP_LIFETIME / 1000,
    path: "/",
    sameSite: "lax",
    secure,
  });
}
