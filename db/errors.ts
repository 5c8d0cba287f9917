const UNIQUE = new Set(["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);

/** serialization_failure and deadlock_detected: another transaction won; running again is the remedy. */
const COLLISION = new Set(["40001", "40P01"]);
/** Another process held the file for longer than the busy timeout. */
const LOCKED = /^SQLITE_(BUSY|LOCKED)/;

/** The engine's own code of an error, looked for through the causes drizzle wraps it in; null if none. */
export function errorCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return errorCodeOf(error.cause);
}

/** Whether a unique index or primary key refused the row, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has(errorCodeOf(error) ?? "");
}

/** Whether transactions of PostgreSQL collided, so that running this one again is the remedy. */
export function isCollision(error: unknown): boolean {
  return COLLISION.has(errorCodeOf(error) ?? "");
}

/** Whether others kept a transaction from being done, on either engine; nothing of it stands. */
export function isBusy(error: unknown): boolean {
  return isCollision(error) || LOCKED.test(errorCodeOf(error) ?? "");
}
