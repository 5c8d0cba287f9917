import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "~/platform/config.server";
import { createLog } from "~/platform/log.server";
import { makeApp } from "~/platform/make-app.server";
import { databaseChecks } from "~/platform/readiness.server";
import { migrate } from "~db/migrate";
import { builtApplication, developmentApplication } from "./application";
import { createExpressApp } from "./express-app";
import { drain, onStopSignal } from "./shutdown";

/** How long requests under way may take after SIGTERM. */
const GRACE_MS = 10_000;

type Start = { config: Config; server: Server; development: boolean };

/** Starts everything and returns once the service answers. It stops itself on SIGTERM or SIGINT. */
export async function startService({ config, server, development }: Start): Promise<void> {
  const log = createLog({ level: config.logLevel });
  await migrate({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    log: (line) => log.info(line),
  });
  const app = await makeApp({ config, log });
  const application = development ? await developmentApplication(server) : await builtApplication();
  let draining = false;
  const readiness = { accepting: () => !draining, ...databaseChecks(app.db) };
  const web = createExpressApp({ app, ...application, readiness, development });
  server.on("request", web);
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  app.log.info({ host: config.host, port, demo: config.demo }, "listening");
  process.send?.({ listening: port });

  onStopSignal(async (signal) => {
    draining = true;
    app.log.info({ signal }, "stopping");
    const closers = [application.close, () => app.db.close()];
    await drain({ server, log: app.log, graceMs: GRACE_MS, closers });
    app.log.info("stopped");
  });
}

function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
