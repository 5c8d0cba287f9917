import { parseArgs } from "node:util";
import { loadConfig } from "~/platform/config.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { restoreBackup } from "~/services/backup/restore-backup.server";
import { engineOf } from "~db/engine";
import { migrate } from "~db/migrate";

const HELP = `Puts a backup in place of the database and keys in DATA_DIR. Stop the service first.

  npm run restore -- DATA_DIR/backups/2026-11-22T10-05-09-123Z

What was there is moved to DATA_DIR/backups/before-restore-..., not deleted.`;

const ON_POSTGRES =
  "This installation keeps its data in PostgreSQL: restore it with pg_restore or psql, and copy the keys to DATA_DIR/keys.";

const say = (line: string) => process.stdout.write(`${line}\n`);

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [backup] = positionals;
  if (values.help || backup === undefined) {
    say(HELP);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const config = loadConfig({ env: process.env, production: false });
  const location = { url: config.databaseUrl, dataDir: config.dataDir };
  if (engineOf(location.url) === "postgres") throw new CommandError(ON_POSTGRES);
  const restored = restoreBackup({ backup, location, now: new Date() });
  say(
    `Restored what was backed up at ${restored.madeAt}: ${restored.rows} rows in ${restored.tables} tables, each table compared.`,
  );
  if (restored.setAside !== null) say(`What was there before is in ${restored.setAside}`);
  await migrate({ ...location, log: say });
});
