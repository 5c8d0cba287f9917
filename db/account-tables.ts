import { is, Table } from "drizzle-orm";
import { tableConfig, type AnyTable } from "./columns";
import * as schema from "./schema";

type Column = ReturnType<typeof tableConfig>["columns"][number];

/** A column that says whose a row is, or who did it. */
export type PersonColumn = {
  tableName: string;
  table: AnyTable;
  column: Column;
  /** The row is part of the account and goes with it. */
  ofAccount: boolean;
};

const isTable = (value: unknown): value is AnyTable => is(value, Table);

const exported: readonly unknown[] = Object.values(schema);

/** Every table of the schema. */
export const allTables: readonly AnyTable[] = exported.filter(isTable);

export const nameOfTable = (table: AnyTable): string => tableConfig(table).name;

/**
 * Every column that points at a person, read from the schema, so that a table made later is not forgotten. Those
 * with `on delete cascade` belong to the account.
 */
export const personColumns: readonly PersonColumn[] = allTables.flatMap((table) => {
  const { name, foreignKeys } = tableConfig(table);
  return foreignKeys.flatMap(({ onDelete, reference }) => {
    const { columns, foreignTable } = reference();
    const [column] = columns;
    if (column === undefined || tableConfig(foreignTable).name !== "users") return [];
    return [{ tableName: name, table, column, ofAccount: onDelete === "cascade" }];
  });
});
