import type { Database } from "~db/client";
import { isBusy } from "~db/errors";
import { AppError } from "./app-error.server";

/** Seconds after which a refused write is worth sending again. */
const RETRY_AFTER_S = 2;

/**
 * A database whose `transact`, where others kept it from being done at all, throws `unavailable` (503): nothing was
 * written, so a page says to try again and autosave does so by itself.
 */
export function steadyDatabase(db: Database): Database {
  return {
    engine: db.engine,
    get read() {
      return db.read;
    },
    transact: async (fn) => {
      try {
        return await db.transact(fn);
      } catch (error) {
        if (isBusy(error)) throw new AppError("unavailable", { retryAfter: RETRY_AFTER_S });
        throw error;
      }
    },
    clearLog: () => db.clearLog(),
    close: () => db.close(),
  };
}
