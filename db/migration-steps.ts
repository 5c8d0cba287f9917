import type { MigrationMeta } from "drizzle-orm/migrator";
import type { Wanted } from "./migration-files";

/** What the steps need of an engine. Statements are our own text, never a person's. */
export type MigrationTarget = {
  /** The table drizzle-kit keeps its record in, as it is written in SQL. */
  record: string;
  hasRecord: () => Promise<boolean>;
  createRecord: () => Promise<void>;
  /** Runs one or several statements. */
  run: (statements: string) => Promise<void>;
  rows: (query: string) => Promise<Record<string, unknown>[]>;
  tableNames: () => Promise<string[]>;
  dropTriggers: () => Promise<void>;
  /** Throws when rows point at rows that are not there. */
  checkForeignKeys: () => Promise<void>;
};

/** How a database stands against what is wanted. */
export type Standing = {
  /** No migration was ever applied. */
  fresh: boolean;
  pending: MigrationMeta[];
  triggersCurrent: boolean;
};

/** The database could not be brought up to date and was left as it was. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** Compares the database with what is wanted, changing nothing. */
export async function standingOf(target: MigrationTarget, wanted: Wanted): Promise<Standing> {
  const fresh = !(await target.hasRecord());
  const last = fresh ? undefined : await lastApplied(target);
  if (last === undefined) {
    return { fresh: true, pending: wanted.migrations, triggersCurrent: false };
  }
  const [kept] = await target.rows("select value from installation where key = 'triggers'");
  return {
    fresh: false,
    pending: wanted.migrations.filter((migration) => migration.folderMillis > last),
    triggersCurrent: kept?.["value"] === wanted.triggersHash,
  };
}

async function lastApplied(target: MigrationTarget): Promise<number | undefined> {
  const [row] = await target.rows(`select max(created_at) as last from ${target.record}`);
  const last = row?.["last"];
  return last === null || last === undefined ? undefined : Number(last);
}

/**
 * Applies what is pending, inside a transaction the caller has opened: triggers off, migrations, foreign keys
 * checked, row counts compared, triggers on (design.md decision 5).
 * @throws {MigrationError} when rows were lost or gained, or a reference broken
 */
export async function applyPending(
  target: MigrationTarget,
  { wanted, standing }: { wanted: Wanted; standing: Standing },
): Promise<void> {
  const before = await countRows(target);
  await target.dropTriggers();
  if (standing.fresh) await target.createRecord();
  for (const migration of standing.pending) {
    for (const statement of migration.sql) await target.run(statement);
    await target.run(
      `insert into ${target.record} (hash, created_at) values ('${migration.hash}', ${migration.folderMillis})`,
    );
  }
  await target.checkForeignKeys();
  compareCounts(before, await countRows(target));
  await target.run(wanted.triggers);
  await target.run(
    `insert into installation (key, value) values ('triggers', '${wanted.triggersHash}')
     on conflict (key) do update set value = excluded.value`,
  );
}

/** Rows in each table, by name. */
export async function countRows(target: MigrationTarget): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of await target.tableNames()) {
    const [row] = await target.rows(`select count(*) as rows from "${name}"`);
    counts.set(name, Number(row?.["rows"]));
  }
  return counts;
}

/** Throws when a table that held rows holds another number of them, or is gone. */
export function compareCounts(before: Map<string, number>, after: Map<string, number>): void {
  const changed = [...before]
    .filter(([name, count]) => (after.get(name) ?? 0) !== count)
    .map(([name, count]) => `${name} had ${count} rows, then ${after.get(name) ?? "none"}`);
  if (changed.length > 0) {
    throw new MigrationError(`A migration changed what is kept: ${changed.join("; ")}`);
  }
}
