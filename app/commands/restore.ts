import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadConfig, type Config } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { restoreBackup } from "~/services/backup/restore-backup.server";
import { keepRemovalsFile } from "~/services/personal-data/remove-file.server";
import { replayRemovals } from "~/services/personal-data/remove-replay.server";
import { backupsThatHold, lastRemovalAt } from "~/services/personal-data/remove-backups.server";
import { engineOf, sqliteFileOf } from "~db/engine";
import { migrate } from "~db/migrate";

const HELP = `Puts a backup in place of the database and keys in DATA_DIR. Stop the service first.

  npm run restore -- DATA_DIR/backups/2026-11-22T10-05-09-123Z

What was there is moved to DATA_DIR/backups/before-restore-..., not deleted.
Personal details that were removed after the backup was made are removed again.`;

const ON_POSTGRES =
  "This installation keeps its data in PostgreSQL: restore it with pg_restore or psql, and copy the keys to DATA_DIR/keys.";

/** What is written down of removals is brought up to date with the database that is about to be replaced. */
async function keepRemovals(config: Config): Promise<void> {
  if (!existsSync(sqliteFileOf({ url: config.databaseUrl, dataDir: config.dataDir }))) return;
  try {
    const app = await makeApp({ config });
    await keepRemovalsFile(app).finally(() => app.db.close());
  } catch {
    say(
      "The database that is replaced could not be read: removals made since the last start of the",
    );
    say("service may be missing from removals.jsonl.");
  }
}

/**
 * Personal details that were removed since the backup was made go again
 * (docs/decisions/0013-removing-personal-details.md).
 */
async function removeAgain(config: Config): Promise<void> {
  const app = await makeApp({ config });
  try {
    const done = await replayRemovals(app);
    if (done > 0) say(`Personal details removed again, as ${done} removal(s) since then asked.`);
    const holding = backupsThatHold(config.dataDir, await lastRemovalAt(app));
    if (holding.length === 0) return;
    say(
      "Made before personal details were last removed, these still hold them until they are deleted:",
    );
    for (const folder of holding) say(`  ${folder}`);
  } finally {
    await app.db.close();
  }
}

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
  await keepRemovals(config);
  const restored = restoreBackup({ backup, location, now: new Date() });
  say(
    `Restored what was backed up at ${restored.madeAt}: ${restored.rows} rows in ${restored.tables} tables, each table compared.`,
  );
  if (restored.setAside !== null) say(`What was there before is in ${restored.setAside}`);
  await migrate({ ...location, log: say });
  await removeAgain(config);
});
