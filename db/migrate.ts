import { engineOf, type DatabaseLocation } from "./engine";
import { readWanted } from "./migration-files";
import { migratePostgres } from "./migrate-postgres";
import { migrateSqlite } from "./migrate-sqlite";

type MigrateInput = DatabaseLocation & {
  log: (line: string) => void;
  /** Another folder of migrations, for tests of an upgrade. */
  folder?: string;
};

/**
 * Brings the database up to date, keeping what is in it (design.md decision 5). A new one is made; one that is
 * up to date is left alone, in milliseconds. Safe to call from several processes at once: one works, the others wait.
 * @throws {MigrationError} when it cannot; the database is then as it was
 */
export async function migrate({ url, dataDir, log, folder }: MigrateInput): Promise<void> {
  const engine = engineOf(url);
  const wanted = readWanted(engine, folder);
  await (engine === "sqlite"
    ? migrateSqlite({ url, dataDir, wanted, log })
    : migratePostgres({ url: url ?? "", wanted, log }));
}
