import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator";
import type { Engine } from "./engine";
import { projectFolder } from "./project-folder";

/** What the code of today expects of the database: its migrations in order, and our triggers. */
export type Wanted = {
  migrations: MigrationMeta[];
  triggers: string;
  /** SHA-256 of `triggers`: tells a database whose triggers are of an earlier release. */
  triggersHash: string;
};

/** Reads the migrations and triggers of an engine. `folder` is another migrations folder, in tests. */
export function readWanted(engine: Engine, folder?: string): Wanted {
  const home = projectFolder();
  const migrationsFolder = folder ?? path.join(home, "migrations", engine);
  const file = engine === "sqlite" ? "triggers.sqlite.sql" : "triggers.pg.sql";
  const triggers = readFileSync(path.join(home, "db", file), "utf8");
  return {
    migrations: readMigrationFiles({ migrationsFolder }),
    triggers,
    triggersHash: createHash("sha256").update(triggers).digest("hex"),
  };
}
