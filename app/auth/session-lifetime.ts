const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session nobody uses ends after this long: a school day and the evening after it. In milliseconds. */
export const IDLE_LIFETIME = 12 * HOUR;

/** However much it is used, a session ends this long after signing in. In milliseconds. */
export const ABSOLUTE_LIFETIME = 30 * DAY;

/** Using a session moves its end on at most this often, so that reading a page rarely writes. */
export const SLIDE_EVERY = 15 * MINUTE;

/** How long text typed in an ended session waits for its writer (design.md decision 9). */
export const TOMBSTONE_LIFETIME = 24 * HOUR;

/**
 * How long an ended session is recognised, so that a page left open over a weekend or a half-term
 * still has its text kept. It opens nothing.
 */
export const DEAD_SESSION_KNOWN = 10 * DAY;

type Times = { createdAt: Date; expiresAt: Date };

/** When a session used at `now` ends: idle time from now, but never past the absolute end. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_LIFETIME, createdAt.getTime() + ABSOLUTE_LIFETIME));
}

/** Whether the session may still be used at `now`. */
export function isSessionLive({ createdAt, expiresAt }: Times, now: Date): boolean {
  const end = Math.min(expiresAt.getTime(), createdAt.getTime() + ABSOLUTE_LIFETIME);
  return now.getTime() < end;
}

/** Whether use at `now` would move the end on by at least `SLIDE_EVERY`. */
export function isSlideDue({ createdAt, expiresAt }: Times, now: Date): boolean {
  return sessionEnd(createdAt, now).getTime() - expiresAt.getTime() >= SLIDE_EVERY;
}
