import { sql } from "drizzle-orm";
import { check } from "../columns";

/**
 * A CHECK that a column holds one of the words the domain knows. Written as plain text because SQLite
 * rebuilds a table under another name, where a qualified column would point nowhere.
 */
export const oneOf = (name: string, column: string, words: readonly string[]) =>
  check(name, sql.raw(`${column} in (${words.map((word) => `'${word}'`).join(", ")})`));

/** A CHECK that exactly one of two columns is set. */
export const eitherOr = (name: string, one: string, other: string) =>
  check(name, sql.raw(`(${one} is null) <> (${other} is null)`));

/** A CHECK that exactly one of several columns is set. */
export const exactlyOne = (name: string, columns: readonly string[]) => {
  const isSet = (column: string) => `case when ${column} is null then 0 else 1 end`;
  return check(name, sql.raw(`(${columns.map(isSet).join(") + (")}) = 1`));
};
