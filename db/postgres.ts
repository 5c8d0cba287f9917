import { setTimeout as wait } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import type { Database } from "./client";
import { isCollision } from "./errors";
import * as schema from "./schema";
import { makeTransactionGuard } from "./transaction-guard";
import type { Writer } from "./types";

const ATTEMPTS = 4;

type Transaction = <T>(fn: (tx: Writer) => Promise<T>) => Promise<T>;
/** What is needed of a PostgreSQL, server or in memory, to be a `Database`. */
type Connected = { db: Writer; transaction: Transaction; close: () => Promise<void> };

/** Opens `postgres://…` through a pool, or `pglite://memory` inside this process (tests only). */
export async function openPostgres(url: string): Promise<Database> {
  const connected = url.startsWith("pglite:") ? await connectPglite() : connectPool(url);
  const guard = makeTransactionGuard();
  return {
    engine: "postgres",
    get read() {
      guard.refuseInside("read");
      return connected.db;
    },
    transact: async (fn) => {
      guard.refuseInside("transact");
      return withRetries(() => guard.run(() => connected.transaction(fn)));
    },
    clearLog: () => Promise.resolve(true),
    close: connected.close,
  };
}

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw error;
      // Those that collided would collide again if they all came back at once.
      await wait(Math.random() * 20 * attempt);
    }
  }
}

function connectPool(url: string): Connected {
  const pool = new Pool({ connectionString: url, max: 10 });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on("error", () => undefined);
  const db = drizzle(pool, { schema });
  return {
    db: db as unknown as Writer,
    transaction: (fn) =>
      db.transaction((tx) => fn(tx as unknown as Writer), { isolationLevel: "serializable" }),
    close: () => pool.end(),
  };
}

/** One PGlite per process, shared by everyone who opens `pglite://memory`: starting one takes seconds. */
async function connectPglite(): Promise<Connected> {
  const { sharedPglite } = await import("./pglite");
  const { drizzle: drizzlePglite } = await import("drizzle-orm/pglite");
  const db = drizzlePglite(await sharedPglite(), { schema });
  return {
    db: db as unknown as Writer,
    transaction: (fn) =>
      db.transaction((tx) => fn(tx as unknown as Writer), { isolationLevel: "serializable" }),
    close: () => Promise.resolve(),
  };
}
