import * as pg from "./columns.pg";
import * as sqlite from "./columns.sqlite";
import { engineOf } from "./engine";

/**
 * The column kit the schema is written in, chosen once, when the process starts, by `DATABASE_URL`. The cast
 * is the price of one schema for two engines; `tsconfig.pg.json` checks the same schema and queries against
 * the PostgreSQL twin, so neither side's types are taken on trust (docs/decisions, column kit).
 */
const kit =
  engineOf(process.env.DATABASE_URL) === "postgres" ? (pg as unknown as typeof sqlite) : sqlite;

export const { table, text, int, bool, timestamp, bytes } = kit;
export const { check, index, primaryKey, uniqueIndex } = kit;
/** What a table is made of, its foreign keys among it. */
export const { tableConfig } = kit;
export type { AnyColumn, AnyTable, Table } from "./columns.sqlite";
