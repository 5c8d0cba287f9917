import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadConfig } from "~/platform/config.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { drillBackup } from "~/services/backup/drill-backup.server";
import { makeBackup } from "~/services/backup/make-backup.server";
import { engineOf, sqliteFileOf } from "~db/engine";

const HELP = `Copies the database and the keys to DATA_DIR/backups, while the service runs.

  npm run backup              makes one
  npm run backup -- --drill   makes one, restores it into an empty folder and compares every table

A sealing key kept elsewhere (SEAL_P12) is not in it: keep a copy of that file yourself.`;

const ON_POSTGRES =
  "This installation keeps its data in PostgreSQL: back it up with pg_dump, and copy DATA_DIR/keys beside it.";

const say = (line: string) => process.stdout.write(`${line}\n`);

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      drill: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    say(HELP);
    return;
  }
  const config = loadConfig({ env: process.env, production: false });
  const location = { url: config.databaseUrl, dataDir: config.dataDir };
  if (engineOf(location.url) === "postgres") throw new CommandError(ON_POSTGRES);
  const file = sqliteFileOf(location);
  if (!existsSync(file)) throw new CommandError(`There is no database at ${file}.`);
  const folder = await makeBackup(location, new Date());
  say(`Backup made: ${folder}`);
  if (!values.drill) return;
  const drill = drillBackup(folder, new Date());
  say(`Drill: restored and compared, ${drill.tables} tables and ${drill.rows} rows are the same.`);
});
