import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type BetterSqlite3 from "better-sqlite3";
import { sqliteFileOf, type DatabaseLocation } from "./engine";
import type { Wanted } from "./migration-files";
import {
  applyPending,
  compareCounts,
  countRows,
  MigrationError,
  standingOf,
  type MigrationTarget,
} from "./migration-steps";
import { connectSqlite } from "./sqlite";

/** How long one process waits for another that is migrating, in milliseconds. */
const WAIT_MS = 60_000;

type Input = DatabaseLocation & { wanted: Wanted; log: (line: string) => void };

/** Brings a SQLite file up to date, making it when there is none. Data that is there is copied aside first. */
export async function migrateSqlite({ wanted, log, ...location }: Input): Promise<void> {
  const file = sqliteFileOf(location);
  const connection = connectSqlite(file, { busyTimeoutMs: WAIT_MS });
  try {
    const target = targetOf(connection);
    const first = await standingOf(target, wanted);
    if (first.pending.length === 0 && first.triggersCurrent) return;
    // drizzle-kit rebuilds tables; with foreign keys on, dropping the old parent would delete its children.
    // The setting is ignored inside a transaction, so it is made before.
    connection.pragma("foreign_keys = OFF");
    // Also the lock: a second process waits here, then finds nothing pending.
    connection.exec("BEGIN IMMEDIATE");
    const standing = await standingOf(target, wanted);
    const backup =
      standing.fresh || standing.pending.length === 0
        ? undefined
        : await copyAside({ file, dataDir: location.dataDir });
    if (backup !== undefined) log(`The database was copied to ${backup}`);
    const before = await countRows(target);
    try {
      await applyPending(target, { wanted, standing });
      connection.exec("COMMIT");
    } catch (error) {
      await undo({ connection, file, backup, before });
      throw failed(error, backup);
    }
    log(describe(standing.pending.length));
  } finally {
    connection.close();
  }
}

/** The copy is read through its own connection, so it holds what was committed before. */
async function copyAside(place: { file: string; dataDir: string }): Promise<string> {
  const folder = path.join(place.dataDir, "backups");
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const copy = path.join(folder, `before-migration-${stamp}.sqlite`);
  const source = connectSqlite(place.file, { readonly: true });
  try {
    await source.backup(copy);
  } finally {
    source.close();
  }
  return copy;
}

type Undo = {
  connection: BetterSqlite3.Database;
  file: string;
  backup: string | undefined;
  before: Map<string, number>;
};

/** Rolls back; should the file then still not hold what it held, the copy is put in its place. */
async function undo({ connection, file, backup, before }: Undo): Promise<void> {
  try {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    compareCounts(before, await countRows(targetOf(connection)));
  } catch {
    if (backup === undefined) return;
    connection.close();
    for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix, { force: true });
    copyFileSync(backup, file);
  }
}

function failed(error: unknown, backup: string | undefined): MigrationError {
  const reason = error instanceof Error ? error.message : String(error);
  const kept = backup === undefined ? "" : ` A copy from before is at ${backup}.`;
  return new MigrationError(`The database was not changed. ${reason}.${kept}`, { cause: error });
}

const describe = (count: number): string =>
  count === 0 ? "The database's guards were renewed" : `The database took ${count} migration(s)`;

function targetOf(connection: BetterSqlite3.Database): MigrationTarget {
  const names = (kind: "table" | "trigger"): string[] =>
    connection
      .prepare<[string], { name: string }>("select name from sqlite_master where type = ?")
      .all(kind)
      .map((row) => row.name);
  const record = "__drizzle_migrations";
  return {
    record,
    hasRecord: () => Promise.resolve(names("table").includes(record)),
    createRecord: () => {
      connection.exec(
        `create table if not exists ${record} (id serial primary key, hash text not null, created_at numeric)`,
      );
      return Promise.resolve();
    },
    run: (statements) => {
      connection.exec(statements);
      return Promise.resolve();
    },
    rows: (query) => Promise.resolve(connection.prepare<[], Record<string, unknown>>(query).all()),
    tableNames: () =>
      Promise.resolve(
        names("table").filter((name) => name !== record && !name.startsWith("sqlite_")),
      ),
    dropTriggers: () => {
      for (const name of names("trigger")) {
        if (name.startsWith("guard_")) connection.exec(`drop trigger ${name}`);
      }
      return Promise.resolve();
    },
    checkForeignKeys: () => {
      const broken = connection.prepare<[], { table: string }>("pragma foreign_key_check").all();
      if (broken.length > 0) {
        const tables = [...new Set(broken.map((row) => row.table))].join(", ");
        throw new MigrationError(`${broken.length} rows point at nothing, in ${tables}`);
      }
      return Promise.resolve();
    },
  };
}
