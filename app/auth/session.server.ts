import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findUser, grantsInForce } from "~db/queries/people";
import { deleteSession, findSession } from "~db/queries/sessions";
import type { Writer } from "~db/types";
import { findEndedSession } from "./ended-session.server";
import { keepTextOfExpiredSession } from "./kept-text.server";
import { londonDate } from "~/domain/calendar/format";
import { deviceWords } from "~/domain/account/device-words";
import { grantsWithoutFactor } from "./grants-without-factor.server";
import { luciaOf } from "./lucia.server";
import { signInPath } from "./next-path";
import { blankSessionCookie, readSessionSecret, sessionCookie } from "./session-cookie.server";
import { slideSession } from "./session-adapter.server";
import { hashSessionId } from "./session-id.server";
import { ABSOLUTE_LIFETIME, isSessionLive } from "./session-lifetime";

/** The part of the load context that sessions need. */
export type SessionContext = { app: App };

/** A live session. `id` is the stored hash, never what the cookie holds. */
export type Session = {
  id: string;
  userId: string;
  /** Whether the second factor was given in it. */
  secondFactor: boolean;
};

/**
 * Who is asking, and whether roles are withheld from them: those that count only with a second factor, in a
 * session begun without one. What the policy never sees, no page can give away.
 */
export type Standing = { actor: Actor; owesSecondFactor: boolean };

// Remix hands each loader its own copy of the request; the context is one object for all of them.
const asked = new WeakMap<SessionContext, Map<string, Promise<Standing | null>>>();

/** The live session of the request's cookie, or null. A long-idle one is ended here. */
export async function getSession(
  request: Request,
  { app }: SessionContext,
): Promise<Session | null> {
  const secret = readSessionSecret(request, app);
  if (secret === null) return null;
  const { session } = await luciaOf(app).validateSession(secret);
  if (session === null) return null;
  const { userId, secondFactorAt } = session;
  return { id: hashSessionId(secret), userId, secondFactor: secondFactorAt !== null };
}

/** The signed-in person with the grants that count in this session, or null. Looked up once, however many loaders ask. */
export async function getActor(request: Request, context: SessionContext): Promise<Actor | null> {
  return (await getStanding(request, context))?.actor ?? null;
}

/** The same, and whether a second factor is owed. */
export function getStanding(request: Request, context: SessionContext): Promise<Standing | null> {
  const cookie = request.headers.get("Cookie") ?? "";
  const known = asked.get(context) ?? new Map<string, Promise<Standing | null>>();
  asked.set(context, known);
  const standing = known.get(cookie) ?? findStanding(request, context);
  known.set(cookie, standing);
  return standing;
}

/**
 * The actor, or a thrown Response: a page sends to sign in and back here; a form posted from a session
 * that ended is kept first; a script's JSON gets 401 and keeps its own text. A page opened by someone who owes a
 * second factor sends to where they set one up; what they post goes on, with the roles that count.
 */
export async function requireActor(request: Request, context: SessionContext): Promise<Actor> {
  const { actor, owesSecondFactor } = await requireStanding(request, context);
  if (owesSecondFactor && isReading(request)) {
    throw new Response(null, { status: 302, headers: { Location: SET_UP_PATH } });
  }
  return actor;
}

/** As `requireActor`, for the pages on which a second factor is set up and sessions are ended. */
export async function requireStanding(
  request: Request,
  context: SessionContext,
): Promise<Standing> {
  const standing = await getStanding(request, context);
  if (standing !== null) return standing;
  if (!isReading(request)) throw await keepTextOfExpiredSession(request, context);
  const ended = (await findEndedSession(request, context)) !== undefined;
  const location = signInPath(request, ended ? { ended: "1" } : {});
  throw new Response(null, { status: 302, headers: { Location: location } });
}

const SET_UP_PATH = "/account/authenticator?needed=1";

const isReading = ({ method }: Request): boolean => method === "GET" || method === "HEAD";

type NewSession = { userId: string; secondFactor: boolean };

/**
 * Starts a new session after sign-in; one the browser already had is ended, so an id planted before
 * signing in is worth nothing. The answer is the Set-Cookie header.
 */
export async function startSession(
  request: Request,
  context: SessionContext,
  { userId, secondFactor }: NewSession,
): Promise<string> {
  await dropSession(request, context);
  const lucia = luciaOf(context.app);
  const session = await lucia.createSession(userId, {
    device: deviceWords(request.headers.get("User-Agent")),
    secondFactorAt: secondFactor ? context.app.clock.now() : null,
  });
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

async function findStanding(request: Request, context: SessionContext): Promise<Standing | null> {
  const { app } = context;
  const session = await getSession(request, context);
  if (session === null) return null;
  const user = await findUser(app.db.read, session.userId);
  if (user === undefined) return null;
  const held = await grantsInForce(app.db.read, user.id, londonDate(app.clock.now()));
  const withheld = session.secondFactor ? [] : await grantsWithoutFactor(app.db.read, held);
  const grants = held.filter((grant) => !withheld.includes(grant));
  const actor = { userId: user.id, name: user.name, email: user.email, grants };
  return { actor, owesSecondFactor: withheld.length > 0 };
}

/**
 * When the request's session ends if nobody uses it, the time it cannot be kept past, and how long it is to the
 * end, in milliseconds.
 */
export type SessionEnd = { endsAt: Date; lastEnd: Date; endsIn: number };

/** Reads the end without moving it on: asking about it is not using it. Null: there is no live session. */
export async function readSessionEnd(
  request: Request,
  { app }: SessionContext,
): Promise<SessionEnd | null> {
  const secret = readSessionSecret(request, app);
  if (secret === null) return null;
  const found = await findSession(app.db.read, hashSessionId(secret));
  const now = app.clock.now();
  if (found === undefined || !isSessionLive(found.session, now)) return null;
  const { createdAt, expiresAt } = found.session;
  return {
    endsAt: expiresAt,
    lastEnd: new Date(createdAt.getTime() + ABSOLUTE_LIFETIME),
    endsIn: expiresAt.getTime() - now.getTime(),
  };
}

/** Moves the end of the request's session on as far as it goes, at the person's own wish. */
export async function extendSession(
  request: Request,
  context: SessionContext,
): Promise<SessionEnd | null> {
  const session = await getSession(request, context);
  if (session !== null) await slideSession(context.app, session.id);
  return readSessionEnd(request, context);
}
