import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { App } from "~/platform/app.server";
import {
  deleteForgottenSessions,
  deleteSession,
  deleteSessionsOfUser,
  findSession,
  insertSession,
  listSessionsOfUser,
  moveSessionEnd,
  replaceByTombstone,
  type SessionRow,
} from "~db/queries/sessions";
import { hashSessionId } from "./session-id.server";
import {
  DEAD_SESSION_KNOWN,
  IDLE_LIFETIME,
  isSessionLive,
  isSlideDue,
  sessionEnd,
  TOMBSTONE_LIFETIME,
} from "./session-lifetime";

/**
 * The seven methods Lucia asks for, over our own tables (design.md decision 9). It stores hashes of
 * ids, and it alone decides by the app's clock whether a session is live: Lucia reads the machine's.
 */
export function createSessionAdapter(app: App): Adapter {
  const { db, clock } = app;
  return {
    getSessionAndUser: (secret) => getSessionAndUser(app, secret),
    getUserSessions: async (userId) => {
      const rows = await listSessionsOfUser(db.read, userId);
      const now = clock.now();
      return rows.filter((row) => isSessionLive(row, now)).map((row) => forLucia(row, row.id, now));
    },
    setSession: ({ id, userId, attributes }) => {
      const now = clock.now();
      const times = { createdAt: now, provenAt: now, lastUsedAt: now };
      const row = { id: hashSessionId(id), userId, ...times, ...attributes };
      return db.transact((tx) => insertSession(tx, { ...row, expiresAt: sessionEnd(now, now) }));
    },
    updateSessionExpiration: async (secret) => {
      await slideSession(app, hashSessionId(secret));
    },
    deleteSession: (secret) => db.transact((tx) => deleteSession(tx, hashSessionId(secret))),
    deleteUserSessions: (userId) => db.transact((tx) => deleteSessionsOfUser(tx, userId)),
    deleteExpiredSessions: () => {
      const now = clock.now();
      const endedBefore = new Date(now.getTime() - DEAD_SESSION_KNOWN);
      return db.transact((tx) => deleteForgottenSessions(tx, { endedBefore, now }));
    },
  };
}

type Found = [session: DatabaseSession | null, user: DatabaseUser | null];

/** A live session of a person who may sign in. One that ended by time leaves a tombstone behind. */
async function getSessionAndUser({ db, clock }: App, secret: string): Promise<Found> {
  const found = await findSession(db.read, hashSessionId(secret));
  if (found === undefined) return [null, null];
  const { session, disabledAt } = found;
  const now = clock.now();
  if (disabledAt !== null) {
    await db.transact((tx) => deleteSession(tx, session.id));
    return [null, null];
  }
  if (!isSessionLive(session, now)) {
    await db.transact((tx) => replaceByTombstone(tx, tombstoneOf(session, now)));
    return [null, null];
  }
  return [forLucia(session, secret, now), { id: session.userId, attributes: {} }];
}

function tombstoneOf(session: SessionRow, now: Date) {
  return {
    id: session.id,
    userId: session.userId,
    endedAt: session.expiresAt,
    expiresAt: new Date(now.getTime() + TOMBSTONE_LIFETIME),
    keptPath: null,
    keptForm: null,
  };
}

/**
 * Lucia asks for a later end once less than half the lifetime is left, and never otherwise. Our rule is
 * "at most every 15 minutes", so it is shown a quarter of a lifetime when a move is due, else a whole one.
 */
function forLucia(session: SessionRow, id: string, now: Date): DatabaseSession {
  const shown = isSlideDue(session, now) ? IDLE_LIFETIME / 4 : IDLE_LIFETIME;
  const { userId, device, secondFactorAt } = session;
  const expiresAt = new Date(Date.now() + shown);
  return { id, userId, expiresAt, attributes: { device, secondFactorAt } };
}

/** Moves a session's end on as far as it goes. The new end, or undefined where the session is gone. */
export async function slideSession({ db, clock }: App, id: string): Promise<Date | undefined> {
  return db.transact(async (tx) => {
    const found = await findSession(tx, id);
    const usedAt = clock.now();
    if (found === undefined || !isSessionLive(found.session, usedAt)) return undefined;
    const expiresAt = sessionEnd(found.session.createdAt, usedAt);
    await moveSessionEnd(tx, { id, expiresAt, usedAt });
    return expiresAt;
  });
}
