import {
  boolean,
  customType,
  integer,
  primaryKey as pgPrimaryKey,
  type pgTable,
  text as pgText,
  timestamp as pgTimestamp,
  type AnyPgColumn,
  type PgTable,
} from "drizzle-orm/pg-core";

/** The PostgreSQL half of the column kit. `columns.sqlite.ts` exports the same names. */
export { check, index, pgTable as table, uniqueIndex } from "drizzle-orm/pg-core";
export { getTableConfig as tableConfig } from "drizzle-orm/pg-core";

export const text = pgText;
export const int = (name: string) => integer(name);
export const bool = (name: string) => boolean(name);
/** An instant, stored as timestamptz to the millisecond. */
export const timestamp = (name: string) =>
  pgTimestamp(name, { withTimezone: true, precision: 3, mode: "date" });
export const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => Buffer.from(value),
});
/** A primary key of several columns. */
export const primaryKey = (config: { columns: [AnyPgColumn, ...AnyPgColumn[]] }) =>
  pgPrimaryKey(config);

export type Table = ReturnType<typeof pgTable>;
/** A table of which only what every table has is known. */
export type AnyTable = PgTable;
export type AnyColumn = AnyPgColumn;
