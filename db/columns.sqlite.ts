import {
  blob,
  integer,
  primaryKey as sqlitePrimaryKey,
  type sqliteTable,
  text as sqliteText,
  type AnySQLiteColumn,
  type SQLiteTable,
} from "drizzle-orm/sqlite-core";

/** The SQLite half of the column kit. `columns.pg.ts` exports the same names; see docs/decisions. */
export { check, index, sqliteTable as table, uniqueIndex } from "drizzle-orm/sqlite-core";
export { getTableConfig as tableConfig } from "drizzle-orm/sqlite-core";

export const text = sqliteText;
export const int = (name: string) => integer(name);
export const bool = (name: string) => integer(name, { mode: "boolean" });
/** An instant, stored as UTC milliseconds. */
export const timestamp = (name: string) => integer(name, { mode: "timestamp_ms" });
export const bytes = (name: string) => blob(name, { mode: "buffer" });
/** A primary key of several columns. */
export const primaryKey = (config: { columns: [AnySQLiteColumn, ...AnySQLiteColumn[]] }) =>
  sqlitePrimaryKey(config);

export type Table = ReturnType<typeof sqliteTable>;
/** A table of which only what every table has is known. */
export type AnyTable = SQLiteTable;
export type AnyColumn = AnySQLiteColumn;
