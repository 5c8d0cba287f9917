import type BetterSqlite3 from "better-sqlite3";

/** Statements kept prepared; the service has a few hundred different ones. */
const LIMIT = 500;

/**
 * Makes a connection keep the statements it has prepared, by their SQL. The query builder prepares anew for
 * each query, which costs about as much as running a small one (stack.md section 8).
 */
export function keepStatements(connection: BetterSqlite3.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, BetterSqlite3.Statement>();
  const prepareOnce = (sql: string): BetterSqlite3.Statement => {
    const known = kept.get(sql);
    if (known) return known.reader ? known.raw(false) : known;
    const statement = prepare(sql);
    if (kept.size >= LIMIT) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
  Object.defineProperty(connection, "prepare", { value: prepareOnce });
}
