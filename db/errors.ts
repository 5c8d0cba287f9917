const UNIQUE = new Set(["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);

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
