const HOUR_MS = 60 * 60_000;

/** How long the link to the new address works. Milliseconds. */
export const CHANGE_LIFETIME = HOUR_MS;

/** How long after a change the link to the old address puts that one back. Milliseconds. */
export const UNDO_LIFETIME = 72 * HOUR_MS;

/** After this nothing of a change is of use: both links have ended. Milliseconds. */
export const CHANGE_KEPT = CHANGE_LIFETIME + UNDO_LIFETIME;

type Asked = { expiresAt: Date; changedAt: Date | null };

/** What the link to the old address does now: it ends a change that waits, undoes one that was made, or nothing. */
export function stopStanding({ expiresAt, changedAt }: Asked, now: Date): "stop" | "undo" | null {
  if (changedAt === null) return now < expiresAt ? "stop" : null;
  return now.getTime() < changedAt.getTime() + UNDO_LIFETIME ? "undo" : null;
}
