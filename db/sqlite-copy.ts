import { createHash, type Hash } from "node:crypto";
import { existsSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";

/** Rows in a table and SHA-256, hex, over all they hold, in the order they are stored. */
export type TableHash = { rows: number; sha256: string };

/** Copies a database that may be in use: what was committed when the copy ends is in it. */
export async function copySqlite({ from, to }: { from: string; to: string }): Promise<void> {
  const source = new BetterSqlite3(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to);
  } finally {
    source.close();
  }
  // A copy stands by itself: no log beside it that could be forgotten.
  const copy = new BetterSqlite3(to);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

/** Hashes every table of a database that nobody is writing to. */
export function hashTables(file: string): Record<string, TableHash> {
  const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const names = connection
      .prepare<[], { name: string }>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~' order by name",
      )
      .all()
      .map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, hashTable(connection, name)]));
  } finally {
    connection.close();
  }
}

function hashTable(connection: BetterSqlite3.Database, name: string): TableHash {
  const hash = createHash("sha256");
  let rows = 0;
  const statement = connection.prepare<[], unknown[]>(`select * from "${name}" order by rowid`);
  for (const row of statement.raw().iterate()) {
    rows += 1;
    for (const value of row) addValue(hash, value);
  }
  return { rows, sha256: hash.digest("hex") };
}

/** Kind and length go first, so that no two different rows give the same bytes. */
function addValue(hash: Hash, value: unknown): void {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value), "utf8");
  const kind = value === null ? "null" : Buffer.isBuffer(value) ? "bytes" : typeof value;
  hash.update(`${kind}:${bytes.length}:`).update(bytes);
}

/** What SQLite itself finds wrong with a file; an empty list when it is sound. */
export function faultsOf(file: string): string[] {
  const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const integrity = connection
      .prepare<[], { integrity_check: string }>("pragma integrity_check")
      .all()
      .map((row) => row.integrity_check)
      .filter((line) => line !== "ok");
    const broken = connection.prepare<[], { table: string }>("pragma foreign_key_check").all();
    return [...integrity, ...broken.map(({ table }) => `a row of ${table} points at nothing`)];
  } finally {
    connection.close();
  }
}

/** Whether a process has the database open. Asks for it alone, which SQLite gives only when nobody has. */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  const connection = new BetterSqlite3(file, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return false;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      return true;
    }
    throw error;
  } finally {
    connection.close();
  }
}
