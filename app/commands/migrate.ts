import { loadConfig } from "~/platform/config.server";
import { runCommand } from "~/platform/run-command.server";
import { migrate } from "~db/migrate";

/** Brings the database up to date. `--production` holds the settings to the rules of `npm run serve` first. */
await runCommand(async () => {
  const production = process.argv.includes("--production");
  const config = loadConfig({ env: process.env, production });
  await migrate({ url: config.databaseUrl, dataDir: config.dataDir });
});
