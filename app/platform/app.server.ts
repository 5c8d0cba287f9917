import type { Database } from "~db/client";
import type { Config } from "./config.server";
import type { Log } from "./log.server";
import type { Mailer } from "./mailer.server";
import type { WorkerPool } from "./worker-pool.server";

/** Tells the time. Tests and `TEST_CLOCK` stand it still; nothing else in the service asks the machine. */
export type Clock = { now(): Date };

/**
 * What every service is given first: the database doors, the clock, ids and settings.
 * Made once at start (`make-app.server.ts`) and carried to routes in Remix's load context.
 */
export type App = {
  db: Database;
  clock: Clock;
  /** A new UUIDv7: sorts by time made. */
  newId: () => string;
  config: Config;
  log: Log;
  /** Wakes the outbox worker after a commit; a no-op where none runs. */
  wakeWorker: () => void;
  /** Does slow work in a worker thread, off the threads that answer people; missing where no pool runs. */
  runTask?: WorkerPool["runTask"];
  /** Sends mail; missing where no worker runs. Services queue mails (`queueMail`), the worker alone sends. */
  mailer?: Mailer;
};
