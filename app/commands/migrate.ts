import { loadConfig } from "~/platform/config.server";
import { runCommand } from "~/platform/run-command.server";
import { migrate } from "~db/migrate";

/** Brings the database up to date and says what it did; says nothing where nothing was to do. */
await runCommand(async () => {
  const config = loadConfig({ env: process.env, production: false });
  const log = (line: string) => process.stdout.write(`${line}\n`);
  await migrate({ url: config.databaseUrl, dataDir: config.dataDir, log });
});
