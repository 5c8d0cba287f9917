import { isSessionLive } from "~/auth/session-lifetime";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { deleteHalfSessionsOfUser } from "~db/queries/half-sessions";
import {
  deleteOtherSessions,
  deleteOwnSession,
  listSessionsOfUser,
  type SessionRow,
} from "~db/queries/sessions";
import { insertAccountEvent } from "./record-account-event.server";

/** A browser the person is signed in with. `id` names it in a form and opens nothing. */
export type SessionView = {
  id: string;
  /** "Firefox on Windows"; null: not known. */
  device: string | null;
  startedAt: Date;
  /** To a quarter of an hour. */
  lastUsedAt: Date;
  isThis: boolean;
};

/** Where the actor is signed in: this browser first, then the one used last. */
export async function listSessions(app: App, actor: Actor, thisId: string): Promise<SessionView[]> {
  const now = app.clock.now();
  const rows = await listSessionsOfUser(app.db.read, actor.userId);
  const views = rows
    .filter((row) => isSessionLive(row, now))
    .map((row) => viewOf(row, row.id === thisId));
  return views.sort(
    (one, other) =>
      Number(other.isThis) - Number(one.isThis) ||
      other.lastUsedAt.getTime() - one.lastUsedAt.getTime(),
  );
}

function viewOf({ id, device, createdAt, lastUsedAt }: SessionRow, isThis: boolean): SessionView {
  return { id, device, startedAt: createdAt, lastUsedAt: lastUsedAt ?? createdAt, isThis };
}

/** Signs out one browser of the actor's own. One that is gone, or someone else's, is left as it is. */
export async function endOwnSession(app: App, actor: Actor, id: string): Promise<void> {
  const { userId } = actor;
  await app.db.transact(async (tx) => {
    if (!(await deleteOwnSession(tx, { id, userId }))) return;
    const event = "account.session-ended";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
}

/** Signs the actor out everywhere, this browser and sign-ins not finished included. */
export async function signOutEverywhere(app: App, actor: Actor): Promise<void> {
  const { userId } = actor;
  await app.db.transact(async (tx) => {
    await deleteOtherSessions(tx, { userId, keepId: "" });
    await deleteHalfSessionsOfUser(tx, userId);
    const event = "account.signed-out-everywhere";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
}

/** Ends a session at its person's own wish; it keeps no text. */
export async function signOut(
  app: App,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  await app.db.transact(async (tx) => {
    if (!(await deleteOwnSession(tx, { id, userId }))) return;
    const event = "account.signed-out";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
}
