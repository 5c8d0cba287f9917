import { Client } from "pg";
import type { Wanted } from "./migration-files";
import { applyPending, MigrationError, standingOf, type MigrationTarget } from "./migration-steps";
import { sharedPglite } from "./pglite";

/** The number two migrating processes meet at; any will do so long as it stays. */
const LOCK = 7_105_321;

type Session = Pick<MigrationTarget, "run" | "rows"> & { end: () => Promise<void> };

/** Brings a PostgreSQL database up to date in one transaction: it is changed wholly or not at all. */
export async function migratePostgres(input: {
  url: string;
  wanted: Wanted;
  log: (line: string) => void;
}): Promise<void> {
  const { url, wanted, log } = input;
  const session = url.startsWith("pglite:") ? await pgliteSession() : await serverSession(url);
  try {
    const target = targetOf(session);
    const first = await standingOf(target, wanted);
    if (first.pending.length === 0 && first.triggersCurrent) return;
    await session.run("begin");
    try {
      await session.run(`select pg_advisory_xact_lock(${LOCK})`);
      const standing = await standingOf(target, wanted);
      await applyPending(target, { wanted, standing });
      await session.run("commit");
      log(`The database took ${standing.pending.length} migration(s)`);
    } catch (error) {
      await session.run("rollback");
      const reason = error instanceof Error ? error.message : String(error);
      throw new MigrationError(`The database was not changed. ${reason}`, { cause: error });
    }
  } finally {
    await session.end();
  }
}

async function serverSession(url: string): Promise<Session> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    run: async (statements) => {
      await client.query(statements);
    },
    rows: async (query) => (await client.query<Record<string, unknown>>(query)).rows,
    end: () => client.end(),
  };
}

async function pgliteSession(): Promise<Session> {
  const pglite = await sharedPglite();
  return {
    run: async (statements) => {
      await pglite.exec(statements);
    },
    rows: async (query) => (await pglite.query<Record<string, unknown>>(query)).rows,
    end: () => Promise.resolve(),
  };
}

function targetOf({ run, rows }: Session): MigrationTarget {
  const record = "drizzle.__drizzle_migrations";
  return {
    record,
    run,
    rows,
    hasRecord: async () => {
      const [row] = await rows(`select to_regclass('${record}') is not null as there`);
      return row?.["there"] === true;
    },
    createRecord: async () => {
      await run("create schema if not exists drizzle");
      await run(
        `create table if not exists ${record} (id serial primary key, hash text not null, created_at bigint)`,
      );
    },
    tableNames: async () => {
      const tables = await rows("select tablename from pg_tables where schemaname = 'public'");
      return tables.map((row) => String(row["tablename"]));
    },
    dropTriggers: async () => {
      const triggers = await rows(
        `select tgname, relname from pg_trigger join pg_class on pg_class.oid = tgrelid
         where not tgisinternal and tgname like 'guard~_%' escape '~'`,
      );
      for (const row of triggers) {
        await run(`drop trigger ${String(row["tgname"])} on ${String(row["relname"])}`);
      }
    },
    // PostgreSQL holds references through every statement; there is nothing left to check.
    checkForeignKeys: () => Promise.resolve(),
  };
}
