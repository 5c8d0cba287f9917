import type { OutboxKind } from "~/domain/work/outbox";
import { nextTry } from "~/domain/work/next-try";
import {
  claimNext,
  completeJob,
  failJob,
  postponeJob,
  releaseJobs,
  type ClaimedJob,
} from "~db/queries/outbox";
import type { App } from "./app.server";
import { describeError } from "./error-log.server";
import type { WorkerPool } from "./worker-pool.server";

/** What a handler is given. `payload` is parsed JSON; the handler holds it to its own schema. */
export type Job = {
  app: App;
  payload: unknown;
  runTask: WorkerPool["runTask"];
  /** Says that it is too early: the job is put back until then, and this try does not count. */
  postpone: (until: Date) => void;
};

/** Does one kind of work. It may be called again for the same job, so it must be safe to repeat. */
export type JobHandler = (job: Job) => Promise<void>;
export type JobHandlers = Record<OutboxKind, JobHandler>;

export type OutboxWorker = {
  start: () => void;
  /** Looks for work now rather than at the next round. */
  wake: () => void;
  /** Waits for the job under way, up to `graceMs`, then gives back what is left. */
  stop: (options: { graceMs: number }) => Promise<void>;
  /** Whether the loop has gone round lately, or is at a job. */
  alive: () => boolean;
};

type WorkerParts = {
  app: App;
  handlers: JobHandlers;
  runTask: WorkerPool["runTask"];
  /** Done before each look for work: links the audit rows written since. */
  sealAudit: (app: App) => Promise<unknown>;
  /** Done before that: what is due today (daily-jobs.server.ts). */
  doDailyJobs?: (app: App) => Promise<void>;
  /** How long the loop rests where nobody wakes it. */
  restMs?: number;
};

/** A claim this old belongs to a worker that was killed, where other processes may be working too. */
const ABANDONED_AFTER_MS = 15 * 60 * 1000;
const REST_MS = 15_000;

/** The loop that does what was asked for in committed transactions (design.md decision 7). */
export function createOutboxWorker(parts: WorkerParts): OutboxWorker {
  const { app, restMs = REST_MS } = parts;
  const by = app.newId();
  const doorbell = createDoorbell();
  let stopping = false;
  let lastRound = performance.now();
  let busy = false;
  let finished: Promise<void> = Promise.resolve();
  const abandonedBefore = abandonedBeforeOf(app);

  const round = async () => {
    await parts.doDailyJobs?.(app);
    await parts.sealAudit(app);
    for (;;) {
      if (stopping) return;
      const claim = { by, now: app.clock.now(), abandonedBefore: abandonedBefore() };
      const job = await app.db.transact((tx) => claimNext(tx, claim));
      if (job === undefined) return;
      await perform(parts, { job, by });
      await parts.sealAudit(app);
    }
  };

  const loop = async () => {
    while (!stopping) {
      busy = true;
      try {
        await round();
      } catch (error) {
        app.log.error({ err: error }, "the outbox could not be read");
      }
      busy = false;
      lastRound = performance.now();
      await doorbell.wait(restMs);
    }
  };

  return {
    start: () => {
      finished = loop();
    },
    wake: doorbell.ring,
    stop: async ({ graceMs }) => {
      stopping = true;
      doorbell.ring();
      await Promise.race([finished, after(graceMs)]);
      await app.db.transact((tx) => releaseJobs(tx, { by }));
    },
    alive: () => !stopping && (busy || performance.now() - lastRound < restMs * 3),
  };
}

/**
 * SQLite has one process, so what is claimed when it starts was left by one that was killed. On
 * PostgreSQL another process may hold it, and only age tells.
 */
function abandonedBeforeOf(app: App): () => Date {
  if (app.db.engine === "sqlite") {
    const started = app.clock.now();
    return () => started;
  }
  return () => new Date(app.clock.now().getTime() - ABANDONED_AFTER_MS);
}

async function perform(
  parts: WorkerParts,
  { job, by }: { job: ClaimedJob; by: string },
): Promise<void> {
  const { app, handlers, runTask } = parts;
  const about = { job: job.id, kind: job.kind, tries: job.tries };
  try {
    const payload: unknown = JSON.parse(job.payload);
    const later: Date[] = [];
    const postpone = (until: Date) => void later.push(until);
    await handlers[job.kind]({ app, payload, runTask, postpone });
    await settle(app, { id: job.id, by, until: later[0] });
    app.log.info({ ...about, until: later[0] }, later.length === 0 ? "job done" : "job put off");
  } catch (error) {
    const next = nextTry({ tries: job.tries, now: app.clock.now() });
    const problem = problemOf(error);
    app.log.error({ ...about, err: error, parked: next === null }, "job failed");
    await app.db.transact((tx) => failJob(tx, { id: job.id, by, problem, nextTry: next }));
  }
}

async function settle(
  app: App,
  { id, by, until }: { id: string; by: string; until: Date | undefined },
): Promise<void> {
  const at = app.clock.now();
  await app.db.transact((tx) =>
    until === undefined ? completeJob(tx, { id, by, at }) : postponeJob(tx, { id, by, until }),
  );
}

/** One line for a manager: what went wrong, never what was being saved. */
function problemOf(error: unknown): string {
  const { name, message } = describeError(error);
  return `${name}: ${message.split("\n", 1)[0] ?? ""}`.slice(0, 300);
}

/** Rests until rung or until the time is up; a ring while nobody rests counts for the next rest. */
function createDoorbell() {
  let rung = false;
  let answer: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      answer?.();
    },
    wait: async (ms: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      answer = undefined;
    },
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
