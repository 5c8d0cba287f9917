import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { onTestFinished } from "vitest";
import { openDatabase, type Database } from "~db/client";
import { engineOf, SQLITE_FILE_NAME } from "~db/engine";
import { migrate } from "~db/migrate";
import { readWanted } from "~db/migration-files";
import { sharedPglite } from "~db/pglite";

export type TestDatabase = { db: Database; url: string | undefined; dataDir: string };

const silent = (): void => undefined;

/**
 * A migrated, empty database of its own for one test, closed and removed when the test ends. `DATABASE_URL`
 * chooses the engine. On PGlite there is one per worker, emptied here: use one at a time.
 */
export async function aTestDatabase(): Promise<TestDatabase> {
  const url = process.env.DATABASE_URL;
  const dataDir = mkdtempSync(path.join(tmpdir(), "inclusion-review-test-"));
  if (engineOf(url) === "sqlite") {
    copyFileSync(await sqliteTemplate(), path.join(dataDir, SQLITE_FILE_NAME));
  } else {
    await migrate({ url, dataDir, log: silent });
    if (url?.startsWith("pglite:") === true) await emptyPglite();
  }
  const db = await openDatabase({ url, dataDir });
  whenDone(async () => {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { db, url, dataDir };
}

/** Made once for these migrations and shared by all workers: a rename is all or nothing. */
async function sqliteTemplate(): Promise<string> {
  const wanted = readWanted("sqlite");
  const hashes = [...wanted.migrations.map(({ hash }) => hash), wanted.triggersHash].join();
  const name = createHash("sha256").update(hashes).digest("hex").slice(0, 16);
  const template = path.join(tmpdir(), `inclusion-review-template-${name}.sqlite`);
  if (existsSync(template)) return template;
  const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-template-"));
  await migrate({ url: "", dataDir: folder, log: silent });
  const file = path.join(folder, SQLITE_FILE_NAME);
  const connection = new BetterSqlite3(file);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
  renameSync(file, template);
  rmSync(folder, { recursive: true, force: true });
  return template;
}

/**
 * Deletes every row, with triggers and foreign keys off: a fifth of the time that `truncate` takes over a hundred
 * tables with a few rows each. What is deleted is cleared away, or tables would grow from test to test.
 */
async function emptyPglite(): Promise<void> {
  const pglite = await sharedPglite();
  const { rows } = await pglite.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'installation'",
  );
  const full = await pglite.query<{ name: string }>(
    rows
      .map(({ name }) => `select '${name}' as name where exists (select 1 from "${name}")`)
      .join(" union all "),
  );
  const names = full.rows.map(({ name }) => `"${name}"`);
  await pglite.exec("set session_replication_role = replica");
  for (const name of names) await pglite.exec(`delete from ${name}`);
  await pglite.exec("delete from installation where key <> 'triggers'");
  await pglite.exec("set session_replication_role = origin");
  if (names.length > 0) await pglite.exec(`vacuum ${names.join(", ")}`);
}

/** After the test; a database made in `beforeAll` stays until its file's process ends. */
function whenDone(clean: () => Promise<void>): void {
  try {
    onTestFinished(clean);
  } catch {
    process.once("exit", () => void clean());
  }
}
