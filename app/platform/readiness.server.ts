import type { Database } from "~db/client";
import { readWanted } from "~db/migration-files";
import { findInstallationFact } from "~db/queries/installation";

/** Checks `/readyz` asks of the database. Each throws or says false where something is wrong. */
export function databaseChecks(db: Database) {
  const { triggersHash } = readWanted(db.engine);
  return {
    database: async () => {
      await findInstallationFact(db.read, "triggers");
      return true;
    },
    migrations: async () => (await findInstallationFact(db.read, "triggers")) === triggersHash,
  };
}
