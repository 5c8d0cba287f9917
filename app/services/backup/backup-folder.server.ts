import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "~/domain/zod";
import { CommandError } from "~/platform/run-command.server";
import { faultsOf, hashTables } from "~db/sqlite-copy";

/** The files of a backup: the database, `keys/`, and what they must hash to. */
export const DATABASE_FILE = "database.sqlite";
export const KEYS_FOLDER = "keys";
export const MANIFEST_FILE = "backup.json";

export const ManifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  tables: z.record(z.string(), z.object({ rows: z.number().int(), sha256: z.string() })),
  /** SHA-256 of each file in `keys`, by its name. */
  keys: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof ManifestSchema>;

/** A moment as it stands in file names: "2026-11-22T10-05-09-123Z". */
export const stampOf = (moment: Date): string => moment.toISOString().replace(/[:.]/g, "-");

/** SHA-256 of every file in a folder, by path from there; nothing for a folder that is not there. */
export function hashFiles(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  const hash = (name: string) =>
    createHash("sha256")
      .update(readFileSync(path.join(folder, name)))
      .digest("hex");
  return Object.fromEntries(files.map((name) => [name, hash(name)]));
}

/** The folder of a backup, from its own path or that of a file in it. */
export function backupFolderOf(given: string): string {
  const full = path.resolve(given);
  return existsSync(full) && statSync(full).isFile() ? path.dirname(full) : full;
}

/** Reads what a backup says of itself. Throws when it is not one of ours. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, MANIFEST_FILE);
  if (!existsSync(file))
    throw new CommandError(`There is no backup at ${folder}: ${MANIFEST_FILE} is missing`);
  return ManifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** What in a folder differs from a manifest, one line each; an empty list when all is as it was. */
export function differencesFrom(
  manifest: Manifest,
  at: { database: string; keys: string },
): string[] {
  const faults = faultsOf(at.database);
  const tables = hashTables(at.database);
  const tableNames = new Set([...Object.keys(manifest.tables), ...Object.keys(tables)]);
  const changed = [...tableNames].filter(
    (name) => manifest.tables[name]?.sha256 !== tables[name]?.sha256,
  );
  const files = hashFiles(at.keys);
  const lost = Object.entries(manifest.keys).filter(([name, hash]) => files[name] !== hash);
  return [
    ...faults,
    ...changed.map((name) => `table ${name} is not as it was`),
    ...lost.map(([name]) => `key file ${name} is not as it was`),
  ];
}
