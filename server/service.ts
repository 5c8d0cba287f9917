import type { Server } from "node:http";
import type { App } from "~/platform/app.server";
import type { Config } from "~/platform/config.server";
import { createLog } from "~/platform/log.server";
import { makeApp } from "~/platform/make-app.server";
import { createDailyJobs } from "~/platform/daily-jobs.server";
import { clearUploads } from "~/platform/large-files.server";
import { createOutboxWorker, type OutboxWorker } from "~/platform/outbox-worker.server";
import { databaseChecks } from "~/platform/readiness.server";
import { createWorkerPool } from "~/platform/worker-pool.server";
import { sealAudit } from "~/services/audit/seal-audit.server";
import { replayRemovals } from "~/services/personal-data/remove-replay.server";
import { migrate } from "~db/migrate";
import { builtApplication, developmentApplication } from "./application";
import { dailyJobs } from "./daily-jobs";
import { startCommands } from "./commands";
import { createExpressApp } from "./express-app";
import { listen } from "./listen";
import { startMail } from "./mail";
import { outboxHandlers } from "./outbox-handlers";
import { drain, onStopSignal } from "./shutdown";

/** How long requests, and then the job under way, may take after SIGTERM. */
const GRACE_MS = 10_000;

type Start = { config: Config; server: Server; development: boolean };

/** Starts everything and returns once the service answers. It stops itself on SIGTERM or SIGINT. */
export async function startService({ config, server, development }: Start): Promise<void> {
  const { app, worker, stopWorking } = await startBackground({ config, development });
  const application = development ? await developmentApplication(server) : await builtApplication();
  let draining = false;
  const readiness = {
    accepting: () => !draining,
    worker: worker.alive,
    ...databaseChecks(app.db),
  };
  server.on("request", createExpressApp({ app, ...application, readiness, development }));
  const port = await listen(server, config);
  worker.start();
  const commands = await startCommands(app);
  app.log.info({ host: config.host, port, demo: config.demo }, "listening");

  onStopSignal(async (signal) => {
    draining = true;
    app.log.info({ signal }, "stopping");
    const closers = [commands.stop, application.close, stopWorking, () => app.db.close()];
    await drain({ server, log: app.log, graceMs: GRACE_MS, closers });
    app.log.info("stopped");
  });
}

type Background = { app: App; worker: OutboxWorker; stopWorking: () => Promise<void> };

/** The migrated database, and what works behind the pages. */
async function startBackground({
  config,
  development,
}: Omit<Start, "server">): Promise<Background> {
  const log = createLog({ level: config.logLevel });
  const tell = (line: string) => log.info(line);
  await migrate({ url: config.databaseUrl, dataDir: config.dataDir, log: tell });
  const app = await makeApp({ config, log });
  await clearUploads(config.dataDir, { shared: app.db.engine === "postgres" });
  // A backup may have been put back by other means than ours.
  const replayed = await replayRemovals(app);
  if (replayed > 0) log.warn({ removals: replayed }, "personal details were removed again");
  const pool = createWorkerPool();
  const mail = await startMail(app, { development });
  app.mailer = mail.mailer;
  const doDailyJobs = createDailyJobs(dailyJobs);
  const handlers = outboxHandlers;
  const parts = { app, handlers, runTask: pool.runTask, sealAudit, doDailyJobs };
  const worker = createOutboxWorker(parts);
  app.wakeWorker = worker.wake;
  app.runTask = pool.runTask;
  const stopWorking = async () => {
    await worker.stop({ graceMs: GRACE_MS });
    await mail.stop();
    await pool.close();
  };
  return { app, worker, stopWorking };
}
