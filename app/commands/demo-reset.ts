import { rm } from "node:fs/promises";
import path from "node:path";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { ANCHOR_FILE } from "~/services/audit/audit-anchor.server";
import { engineOf, sqliteFileOf } from "~db/engine";
import { migrate } from "~db/migrate";
import { loadDemonstration } from "./demo/load-demonstration";

/**
 * Starts the demonstration afresh: the SQLite database in DATA_DIR is removed and loaded again. It touches only
 * a database that DEMO=1 points at, and never one in PostgreSQL.
 */
await runCommand(async () => {
  const config = loadConfig({ env: { ...process.env, DEMO: "1" }, production: false });
  const location = { url: config.databaseUrl, dataDir: config.dataDir };
  if (engineOf(location.url) === "postgres") {
    throw new CommandError(
      "This removes a SQLite file only: empty the PostgreSQL database yourself.",
    );
  }
  const file = sqliteFileOf(location);
  for (const suffix of ["", "-wal", "-shm"]) await rm(`${file}${suffix}`, { force: true });
  await rm(path.join(config.dataDir, ANCHOR_FILE), { force: true });
  const log = (line: string) => process.stdout.write(`${line}\n`);
  await migrate({ ...location, log });
  const app = await makeApp({ config });
  try {
    await loadDemonstration(app);
    log("The demonstration is as new.");
  } finally {
    await app.db.close();
  }
});
