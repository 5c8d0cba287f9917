import { mkdirSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Database } from "./client";
import { sqliteFileOf, type DatabaseLocation } from "./engine";
import * as schema from "./schema";
import { keepStatements } from "./statement-cache";
import { makeTransactionGuard } from "./transaction-guard";
import type { Reader, Writer } from "./types";

/** How long a connection waits for another process's lock, in milliseconds. */
export const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens one connection with the settings every connection has: write-ahead log, each commit on the disk
 * before it is answered, foreign keys on, deleted text overwritten (design.md decisions 3, 11).
 */
export function connectSqlite(
  file: string,
  options: { readonly?: boolean; busyTimeoutMs?: number } = {},
): BetterSqlite3.Database {
  const readonly = options.readonly ?? false;
  if (!readonly) mkdirSync(path.dirname(file), { recursive: true });
  const connection = new BetterSqlite3(file, {
    readonly,
    timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
  });
  if (!readonly) {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("secure_delete = ON");
  }
  connection.pragma("foreign_keys = ON");
  connection.pragma("cache_size = -65536");
  connection.pragma("temp_store = MEMORY");
  return connection;
}

/** Opens the file with one writer connection behind a queue and one connection that cannot write. */
export function openSqlite(location: DatabaseLocation): Database {
  const file = sqliteFileOf(location);
  const writer = connectSqlite(file);
  const reader = connectSqlite(file, { readonly: true });
  keepStatements(writer);
  keepStatements(reader);
  const tx = drizzle(writer, { schema }) as unknown as Writer;
  const read: Reader = drizzle(reader, { schema }) as unknown as Writer;
  const guard = makeTransactionGuard();
  const inTurn = makeQueue();

  return {
    engine: "sqlite",
    get read() {
      guard.refuseInside("read");
      return read;
    },
    transact: async (fn) => {
      guard.refuseInside("transact");
      return inTurn(() => guard.run(() => runTransaction(writer, () => fn(tx))));
    },
    clearLog: () =>
      inTurn(() => {
        const isBusy = writer.pragma("wal_checkpoint(TRUNCATE)", { simple: true });
        return Promise.resolve(isBusy === 0);
      }),
    close: () =>
      inTurn(() => {
        reader.close();
        writer.close();
        return Promise.resolve();
      }),
  };
}

async function runTransaction<T>(
  connection: BetterSqlite3.Database,
  fn: () => Promise<T>,
): Promise<T> {
  connection.exec("BEGIN IMMEDIATE");
  // Queries take only microtasks, so this fires only if `fn` waited for something else.
  const wire = { tripped: false };
  const tripwire = setImmediate(() => (wire.tripped = true));
  try {
    const value = await fn();
    if (wire.tripped) {
      throw new Error("transact awaited something other than the database: prepare it before");
    }
    connection.exec("COMMIT");
    return value;
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  } finally {
    clearImmediate(tripwire);
  }
}

/**
 * One at a time, in the order asked, and one in a turn of the event loop: transactions one after another are all
 * microtasks, whether they wait here or a loop asks for the next when the last is done, and would starve it.
 */
function makeQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let sameTurn = false;
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(async () => {
      if (sameTurn) await nextTurn();
      sameTurn = true;
      setImmediate(() => (sameTurn = false));
      return job();
    });
    last = result.catch(() => undefined);
    return result;
  };
}
