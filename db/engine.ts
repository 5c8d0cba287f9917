import path from "node:path";

/** Which database the service keeps its data in. */
export type Engine = "sqlite" | "postgres";

/** Where the data is: `url` as in `DATABASE_URL` (empty: a SQLite file in `dataDir`). */
export type DatabaseLocation = { url: string | undefined; dataDir: string };

/** The name of the SQLite file in the data folder when `DATABASE_URL` names none. */
export const SQLITE_FILE_NAME = "inclusion-review.sqlite";

/**
 * Reads the engine from `DATABASE_URL`: `postgres://…` and `pglite://…` are PostgreSQL (the second lives in
 * memory, for tests), nothing or `file:…` is SQLite. Throws for anything else.
 */
export function engineOf(url: string | undefined): Engine {
  if (url === undefined || url === "" || url.startsWith("file:")) return "sqlite";
  if (/^(postgres|postgresql|pglite):\/\//.test(url)) return "postgres";
  throw new Error("DATABASE_URL must be empty, file:PATH or postgres://…");
}

/** Full path of the SQLite file. */
export function sqliteFileOf({ url, dataDir }: DatabaseLocation): string {
  const named = url?.replace(/^file:(\/\/(?=\/))?/, "") ?? "";
  return path.resolve(named === "" ? path.join(dataDir, SQLITE_FILE_NAME) : named);
}
