import { hashToken } from "~/auth/single-use-token.server";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { hasAuthenticator } from "~db/queries/second-factors";
import { findSession } from "~db/queries/sessions";
import {
  deletePendingIdentity,
  findPendingIdentity,
  type PendingIdentityRow,
} from "~db/queries/single-sign-on";
import { connectIdentity } from "./connect-identity.server";
import { listProviders } from "./start-single-sign-on.server";

/** An account elsewhere that came to this browser and is nobody's yet. */
export type PendingView = { name: string; label: string | null; mayConnect: boolean };

/** What a browser's cookie of a pending account holds, and the session it is in (its stored hash). */
export type Browser = { pending: string | null; sessionId: string };

/** The account that waits in this browser; null: none does, or it waited too long. */
async function findPending(app: App, pending: string | null): Promise<PendingIdentityRow | null> {
  if (pending === null) return null;
  const asked = { id: hashToken(pending), now: app.clock.now() };
  return (await findPendingIdentity(app.db.read, asked)) ?? null;
}

/** What the account that waits in this browser is called; null: none waits. */
export async function viewWaiting(
  app: App,
  pending: string | null,
): Promise<{ name: string; label: string | null } | null> {
  const row = await findPending(app, pending);
  if (row === null) return null;
  const name = listProviders(app).find(({ key }) => key === row.provider)?.name ?? row.provider;
  return { name, label: row.label };
}

/** The same for somebody signed in, and whether they may connect it. */
export async function viewPending(
  app: App,
  actor: Actor,
  browser: Browser,
): Promise<PendingView | null> {
  const row = await findPending(app, browser.pending);
  const waiting = await viewWaiting(app, browser.pending);
  if (row === null || waiting === null) return null;
  return { ...waiting, mayConnect: await cameBefore(app, actor, { row, browser }) };
}

type Waiting = { row: PendingIdentityRow; browser: Browser };

/** Whether this session began after the account came, with all that signing in takes: both are shown to be one's own. */
async function cameBefore(app: App, actor: Actor, { row, browser }: Waiting): Promise<boolean> {
  const found = await findSession(app.db.read, browser.sessionId);
  if (found?.session.userId !== actor.userId) return false;
  if (found.session.createdAt < row.createdAt) return false;
  const needsSecond = await hasAuthenticator(app.db.read, actor.userId);
  return !needsSecond || found.session.secondFactorAt !== null;
}

/**
 * Connects the account that waits in this browser to the actor's, at a button press. `sign-in-again`: the session is
 * older than it. `gone`: none waits.
 */
export async function connectPending(
  app: App,
  actor: Actor,
  browser: Browser,
): Promise<Result<{ provider: string }, "gone" | "sign-in-again" | "taken" | "already-connected">> {
  const row = await findPending(app, browser.pending);
  if (row === null) return refused("gone");
  if (!(await cameBefore(app, actor, { row, browser }))) return refused("sign-in-again");
  const { userId } = actor;
  const { provider, id } = row;
  const connection = { userId, provider, outside: row, how: "after-sign-in" } as const;
  const done = await connectIdentity(app, connection, async (tx) => {
    await deletePendingIdentity(tx, id);
  });
  if (done.ok) return ok({ provider });
  return refused(done.problem === "closed" ? "gone" : done.problem);
}
