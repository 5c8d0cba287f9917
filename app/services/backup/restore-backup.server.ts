import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { CommandError } from "~/platform/run-command.server";
import { ANCHOR_FILE } from "~/services/audit/audit-anchor.server";
import { sqliteFileOf, type DatabaseLocation } from "~db/engine";
import { isInUse } from "~db/sqlite-copy";
import {
  backupFolderOf,
  DATABASE_FILE,
  differencesFrom,
  KEYS_FOLDER,
  readManifest,
  stampOf,
} from "./backup-folder.server";

type RestoreInput = { backup: string; location: DatabaseLocation; now: Date };
export type Restored = { madeAt: string; tables: number; rows: number; setAside: string | null };

/**
 * Puts a backup in place of what is there. What was there is moved aside, not deleted. The backup is compared with
 * its own hashes before, and what was put in place with them after. Throws, with nothing changed, when the
 * backup is damaged or the service is running. What was removed
 * from it since (design.md decision 11) is removed again by the caller, once the database is migrated.
 */
export function restoreBackup({ backup, location, now }: RestoreInput): Restored {
  const folder = backupFolderOf(backup);
  const manifest = readManifest(folder);
  const source = {
    database: path.join(folder, DATABASE_FILE),
    keys: path.join(folder, KEYS_FOLDER),
  };
  stopAt(differencesFrom(manifest, source), "The backup is damaged. Nothing was changed");
  const place = {
    database: sqliteFileOf(location),
    keys: path.join(location.dataDir, KEYS_FOLDER),
    anchor: path.join(location.dataDir, ANCHOR_FILE),
  };
  if (isInUse(place.database)) {
    throw new CommandError("The service is running. Stop it, then restore. Nothing was changed");
  }
  const setAside = moveAside(
    place,
    path.join(location.dataDir, "backups", `before-restore-${stampOf(now)}`),
  );
  putInPlace(source, place);
  stopAt(
    differencesFrom(manifest, place),
    `The restore went wrong. What was there is in ${setAside ?? "no place"}`,
  );
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  return { madeAt: manifest.madeAt, tables: Object.keys(manifest.tables).length, rows, setAside };
}

/** The anchor says where the record of the database moved aside ended, so it goes with it. */
type Place = { database: string; keys: string; anchor: string };

function stopAt(differences: string[], message: string): void {
  if (differences.length > 0) throw new CommandError([message + ":", ...differences].join("\n  "));
}

/** Moves database, log, keys and anchor into a folder; null when there was nothing. */
function moveAside(place: Place, to: string): string | null {
  const log = ["", "-wal", "-shm"].map((suffix) => place.database + suffix);
  const there = [...log, place.keys, place.anchor].filter((file) => existsSync(file));
  if (there.length === 0) return null;
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const file of there) renameSync(file, path.join(to, path.basename(file)));
  return to;
}

/** The database comes last and in one step, so that a half-made restore is never taken for a whole one. */
function putInPlace(source: Omit<Place, "anchor">, place: Place): void {
  mkdirSync(path.dirname(place.database), { recursive: true });
  if (existsSync(source.keys)) cpSync(source.keys, place.keys, { recursive: true });
  const unfinished = `${place.database}.unfinished`;
  copyFileSync(source.database, unfinished);
  renameSync(unfinished, place.database);
}
