import { v7 as newUuid } from "uuid";
import { openDatabase } from "~db/client";
import type { App, Clock } from "./app.server";
import type { Config } from "./config.server";
import { createLog, type Log } from "./log.server";
import { steadyDatabase } from "./steady-database.server";

/** The machine's clock, or one that stands still at `TEST_CLOCK`. */
function clockOf(testClock: Date | undefined): Clock {
  return testClock === undefined ? { now: () => new Date() } : { now: () => new Date(testClock) };
}

type MakeAppInput = { config: Config; log?: Log };

/**
 * Builds what every service is given, over a database that is already migrated. Made once by the
 * server, which then sets `wakeWorker`, and once by each command; whoever makes it closes `app.db`.
 */
export async function makeApp({ config, log }: MakeAppInput): Promise<App> {
  const db = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  return {
    db: steadyDatabase(db),
    clock: clockOf(config.testClock),
    newId: () => newUuid(),
    config,
    log: log ?? createLog({ level: config.logLevel }),
    wakeWorker: () => undefined,
  };
}
