import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findUser, grantsInForce } from "~db/queries/people";
import { deleteSession } from "~db/queries/sessions";
import type { Writer } from "~db/types";
import { findEndedSession } from "./ended-session.server";
import { keepTextOfExpiredSession } from "./kept-text.server";
import { londonDate } from "~/domain/calendar/format";
import { luciaOf } from "./lucia.server";
import { signInPath } from "./next-path";
import { blankSessionCookie, readSessionSecret, sessionCookie } from "./session-cookie.server";
import { hashSessionId } from "./session-id.server";

/** The part of the load context that sessions need. */
export type SessionContext = { app: App };

/** A live session. `id` is the stored hash, never what the cookie holds. */
export type Session = { id: string; userId: string };

// Remix hands each loader its own copy of the request; the context is one object for all of them.
const asked = new WeakMap<SessionContext, Map<string, Promise<Actor | null>>>();

/** The live session of the request's cookie, or null. A long-idle one is ended here. */
export async function getSession(
  request: Request,
  { app }: SessionContext,
): Promise<Session | null> {
  const secret = readSessionSecret(request, app);
  if (secret === null) return null;
  const { session } = await luciaOf(app).validateSession(secret);
  return session === null ? null : { id: hashSessionId(secret), userId: session.userId };
}

/**
 * Who is asking, with the grants in force today in the United Kingdom; null when nobody is signed in.
 * Looked up once per request, however many loaders ask.
 */
export function getActor(request: Request, context: SessionContext): Promise<Actor | null> {
  const cookie = request.headers.get("Cookie") ?? "";
  const known = asked.get(context) ?? new Map<string, Promise<Actor | null>>();
  asked.set(context, known);
  const actor = known.get(cookie) ?? findActor(request, context);
  known.set(cookie, actor);
  return actor;
}

/**
 * The actor, or a thrown Response: a page sends to sign in and back here; a form posted from a session
 * that ended is kept first; a script's JSON gets 401 and keeps its own text.
 */
export async function requireActor(request: Request, context: SessionContext): Promise<Actor> {
  const actor = await getActor(request, context);
  if (actor !== null) return actor;
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw await keepTextOfExpiredSession(request, context);
  }
  const ended = (await findEndedSession(request, context)) !== undefined;
  const location = signInPath(request, ended ? { ended: "1" } : {});
  throw new Response(null, { status: 302, headers: { Location: location } });
}

/**
 * Starts a new session after sign-in; one the browser already had is ended, so an id planted before
 * signing in is worth nothing. The answer is the Set-Cookie header.
 */
export async function startSession(
  request: Request,
  context: SessionContext,
  userId: string,
): Promise<string> {
  await dropSession(request, context);
  const lucia = luciaOf(context.app);
  const session = await lucia.createSession(userId, {});
  await lucia.deleteExpiredSessions();
  return sessionCookie(context.app, session.id);
}

/**
 * Signs out: ends the request's session, if any, for good, so that it keeps no text, and writes the audit row.
 * The answer is the Set-Cookie header.
 */
export async function endSession(request: Request, context: SessionContext): Promise<string> {
  const { app } = context;
  const signedOut = { id: app.newId(), at: app.clock.now(), event: "account.signed-out" };
  await dropSession(request, context, (tx, { userId }) =>
    insertAudit(tx, {
      ...signedOut,
      actorId: userId,
      subjectKind: "account",
      subjectId: userId,
    }),
  );
  return blankSessionCookie(app);
}

/** Deletes the request's live session; `note` is written with it. */
async function dropSession(
  request: Request,
  context: SessionContext,
  note: (tx: Writer, session: Session) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  asked.delete(context);
  const session = await getSession(request, context);
  if (session === null) return;
  await context.app.db.transact(async (tx) => {
    await deleteSession(tx, session.id);
    await note(tx, session);
  });
}

async function findActor(request: Request, context: SessionContext): Promise<Actor | null> {
  const { app } = context;
  const session = await getSession(request, context);
  if (session === null) return null;
  const user = await findUser(app.db.read, session.userId);
  if (user === undefined) return null;
  const grants = await grantsInForce(app.db.read, user.id, londonDate(app.clock.now()));
  return { userId: user.id, name: user.name, email: user.email, grants };
}
