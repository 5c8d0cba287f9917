import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sqliteFileOf, type DatabaseLocation } from "~db/engine";
import { copySqlite, hashTables } from "~db/sqlite-copy";
import {
  DATABASE_FILE,
  hashFiles,
  KEYS_FOLDER,
  MANIFEST_FILE,
  stampOf,
  type Manifest,
} from "./backup-folder.server";

/**
 * Copies database and keys into a folder of their own under `DATA_DIR/backups`, while the service runs, with the
 * hashes of all of it. Returns the folder. It holds everything that people wrote and the keys that seal:
 * only its owner may read it. A folder with this name is there only when it is whole.
 */
export async function makeBackup(location: DatabaseLocation, now: Date): Promise<string> {
  const folder = path.join(location.dataDir, "backups", stampOf(now));
  const unfinished = `${folder}.unfinished`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    const database = path.join(unfinished, DATABASE_FILE);
    await copySqlite({ from: sqliteFileOf(location), to: database });
    const keys = path.join(location.dataDir, KEYS_FOLDER);
    if (existsSync(keys)) cpSync(keys, path.join(unfinished, KEYS_FOLDER), { recursive: true });
    const manifest: Manifest = {
      format: 1,
      madeAt: now.toISOString(),
      tables: hashTables(database),
      keys: hashFiles(path.join(unfinished, KEYS_FOLDER)),
    };
    writeFileSync(path.join(unfinished, MANIFEST_FILE), JSON.stringify(manifest, null, 2));
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  return folder;
}
