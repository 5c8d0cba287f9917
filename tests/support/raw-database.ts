import { createHash } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import type { App } from "~/platform/app.server";
import { engineOf, sqliteFileOf, type DatabaseLocation } from "~db/engine";
import { sharedPglite } from "~db/pglite";

type Row = Record<string, unknown>;

/** Asks the engine itself, past every door of ours. For looking at what migrations do. */
export async function rawRows(of: DatabaseLocation, query: string): Promise<Row[]> {
  if (of.url?.startsWith("pglite:") === true) {
    return (await (await sharedPglite()).query<Row>(query)).rows;
  }
  if (engineOf(of.url) === "postgres") {
    const client = new Client({ connectionString: of.url });
    await client.connect();
    try {
      return (await client.query<Row>(query)).rows;
    } finally {
      await client.end();
    }
  }
  const connection = new BetterSqlite3(sqliteFileOf(of));
  try {
    const statement = connection.prepare<[], Row>(query);
    if (statement.reader) return statement.all();
    statement.run();
    return [];
  } finally {
    connection.close();
  }
}

/** Where a test's own database is. */
export const locationOf = ({ config }: Pick<App, "config">): DatabaseLocation => ({
  url: config.databaseUrl,
  dataDir: config.dataDir,
});

/** Rows and a hash of them for each table, by name; `installation` is left out, where migrate keeps its own. */
export async function contentOf(
  of: DatabaseLocation,
): Promise<Record<string, { rows: number; hash: string }>> {
  const tables = await rawRows(of, tablesQuery(of));
  const content: Record<string, { rows: number; hash: string }> = {};
  for (const { name } of tables) {
    const rows = await rawRows(of, `select * from "${String(name)}"`);
    const lines = rows.map(rowText).sort();
    const hash = createHash("sha256").update(lines.join("\n")).digest("hex");
    content[String(name)] = { rows: rows.length, hash };
  }
  return content;
}

/** Everything that each table holds, as one text, by name. */
export async function tableTexts(of: DatabaseLocation): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { name } of await rawRows(of, tablesQuery(of))) {
    const rows = await rawRows(of, `select * from "${String(name)}"`);
    texts[String(name)] = rows.map(rowText).join("\n");
  }
  return texts;
}

/** By column name: a rebuilt table may have its columns in another order. */
const rowText = (row: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));

const tablesQuery = (of: DatabaseLocation): string =>
  engineOf(of.url) === "postgres"
    ? "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'installation'"
    : "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~' and name not in ('installation', '__drizzle_migrations')";

/** The names of our triggers, in order. */
export async function guardsOf(of: DatabaseLocation): Promise<string[]> {
  const query =
    engineOf(of.url) === "postgres"
      ? "select tgname as name from pg_trigger where not tgisinternal"
      : "select name from sqlite_master where type = 'trigger'";
  return (await rawRows(of, query)).map(({ name }) => String(name)).sort();
}
