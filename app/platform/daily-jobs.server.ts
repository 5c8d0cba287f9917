import { londonDate } from "~/domain/calendar/format";
import { claimDay } from "~db/queries/installation";
import type { App } from "./app.server";

/** Work of every day. It should only ask for work (through the outbox), so that the round it runs in stays short. */
export type DailyJob = {
  /** Names it in the installation facts: `daily:NAME`. */
  name: string;
  run: (app: App) => Promise<void>;
};

/**
 * Runs each job once a London day, at the worker's first round of that day, in one of the processes. One that fails is
 * logged and has its turn again the next day.
 */
export function createDailyJobs(jobs: readonly DailyJob[]): (app: App) => Promise<void> {
  let lastDay = "";
  return async (app) => {
    const day = londonDate(app.clock.now());
    if (day === lastDay) return;
    for (const job of jobs) await runOnce(app, { job, day });
    lastDay = day;
  };
}

async function runOnce(app: App, { job, day }: { job: DailyJob; day: string }): Promise<void> {
  const claimed = await app.db.transact((tx) => claimDay(tx, { key: `daily:${job.name}`, day }));
  if (!claimed) return;
  try {
    await job.run(app);
    app.log.info({ dailyJob: job.name, day }, "daily job done");
  } catch (error) {
    app.log.error({ dailyJob: job.name, day, err: error }, "daily job failed");
  }
}
