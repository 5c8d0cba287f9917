import type { App } from "~/platform/app.server";
import { findTombstone, type TombstoneRow } from "~db/queries/sessions";
import { readSessionSecret } from "./session-cookie.server";
import { hashSessionId } from "./session-id.server";

/** The tombstone of the request's session, when it ended by time and not by signing out. */
export async function findEndedSession(
  request: Request,
  { app }: { app: App },
): Promise<TombstoneRow | undefined> {
  const secret = readSessionSecret(request, app);
  if (secret === null) return undefined;
  return findTombstone(app.db.read, { id: hashSessionId(secret), now: app.clock.now() });
}
