import { engineOf, type DatabaseLocation, type Engine } from "./engine";
import type { Reader, Writer } from "./types";

/**
 * The database as the service sees it: a door for reading and a door for writing (design.md decisions 2, 3).
 */
export type Database = {
  engine: Engine;
  /** Reads what is committed. Throws when taken inside a transaction: read through `tx` there. */
  readonly read: Reader;
  /**
   * Runs `fn` in a transaction: committed when it resolves, rolled back when it throws. `fn` may await only
   * `tx` queries (on SQLite anything else rolls back and throws) and must be safe to run again: PostgreSQL
   * repeats it up to three times when transactions collide. One inside another throws.
   */
  transact: <T>(fn: (tx: Writer) => Promise<T>) => Promise<T>;
  /**
   * Empties the write-ahead log, so that what a transaction overwrote is in no file any more. On PostgreSQL it does
   * nothing: old rows go with the next vacuum, old log with the server's own rotation
   * (docs/decisions/0013-removing-personal-details.md). False when another process kept it from being emptied.
   */
  clearLog: () => Promise<boolean>;
  /** Waits for the transactions already asked for, then closes the connections. */
  close: () => Promise<void>;
};

/**
 * Opens a migrated database (see `migrate.ts`). The engine must be the one the schema was built for when the
 * process started, that is the one in `DATABASE_URL`; otherwise it throws.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const engine = engineOf(location.url);
  if (engine !== engineOf(process.env.DATABASE_URL)) {
    throw new Error(`This process was started for another engine than ${engine}: set DATABASE_URL`);
  }
  if (engine === "sqlite") {
    const { openSqlite } = await import("./sqlite");
    return openSqlite(location);
  }
  const { openPostgres } = await import("./postgres");
  return openPostgres(location.url ?? "");
}
