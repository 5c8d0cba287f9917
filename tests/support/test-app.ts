import { v7 } from "uuid";
import type { App } from "~/platform/app.server";
import type { Config } from "~/platform/config.server";
import { createLog } from "~/platform/log.server";
import { aTestDatabase } from "./test-database";

/** A clock that stands still until it is told otherwise. */
export type SteerableClock = {
  now: () => Date;
  set: (to: Date | string) => void;
  advance: (by: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
};

export type TestApp = App & {
  clock: SteerableClock;
  /** What the log was given, one JSON line each. */
  logged: string[];
  /** How many times the worker was woken. */
  wakes: () => number;
};

/** A school day in the autumn term, a Tuesday: 10:00 in London. */
export const TEST_NOW = "2026-11-24T10:00:00.000Z";

type TestAppOptions = {
  now?: string;
  /** "sequential" (the default): 1, 2, 3 in the shape of a UUIDv7. "real": as in the service. */
  ids?: "sequential" | "real";
  config?: Partial<Config>;
};

/** An App on a database of its own, with the clock and ids in the test's hands. */
export async function aTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { db, dataDir, url } = await aTestDatabase();
  const logged: string[] = [];
  let woken = 0;
  return {
    db,
    clock: steerableClock(options.now ?? TEST_NOW),
    newId: options.ids === "real" ? () => v7() : sequentialIds(),
    config: { ...testConfig(dataDir), databaseUrl: url, ...options.config },
    log: createLog({
      level: "info",
      destination: { write: (line) => void logged.push(line) },
    }),
    logged,
    wakeWorker: () => {
      woken += 1;
    },
    wakes: () => woken,
  };
}

function steerableClock(start: string): SteerableClock {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    set: (to) => {
      at = new Date(to);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      const minutesInAll = (days * 24 + hours) * 60 + minutes;
      at = new Date(at.getTime() + (minutesInAll * 60 + seconds) * 1000);
    },
  };
}

function sequentialIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `01900000-0000-7000-8000-${last.toString(16).padStart(12, "0")}`;
  };
}

function testConfig(dataDir: string): Config {
  return {
    production: false,
    host: "127.0.0.1",
    port: 0,
    origin: "http://127.0.0.1:3000",
    dataDir,
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: "no-reply@review.test",
    seal: undefined,
    tsaUrl: undefined,
    oidc: [],
    trustProxy: false,
    logLevel: "info",
    demo: false,
    demoPassword: "inclusion-demo",
    testClock: undefined,
  };
}
