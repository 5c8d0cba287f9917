import { sql, type Column, type SQL } from "drizzle-orm";
import type { Reader, Writer } from "./types";

/** The place of a value in a prepared query, written to the database as `column` writes it. */
type Slot<Values> = (name: keyof Values & string, column: Column) => SQL;

/** What drizzle makes of a query on either engine; SQLite's takes no name. */
type Preparable<Result> = {
  prepare: (name: string) => {
    execute: (values: Record<string, unknown>) => PromiseLike<Result>;
  };
};

/** Without a name PostgreSQL keeps nothing on its side, so that a pooler may stand in between. */
const UNNAMED = "";

/**
 * A query whose SQL is made once for each connection, for those every page or save runs: making the SQL anew costs
 * several times what a small query takes. Call it with the values of its slots:
 * `preparedRead<{ id: string }>()((read, slot) => read.select()…where(eq(users.id, slot("id", users.id))))`.
 * A slot for a time or a boolean takes no null.
 */
export function preparedRead<Values extends Record<string, unknown>>() {
  return <Result>(build: (read: Reader, slot: Slot<Values>) => Preparable<Result>) =>
    keptFor<Reader, Values, Result>(build);
}

/** The same for what writes. */
export function preparedWrite<Values extends Record<string, unknown>>() {
  return <Result>(build: (tx: Writer, slot: Slot<Values>) => Preparable<Result>) =>
    keptFor<Writer, Values, Result>(build);
}

function keptFor<Door extends Reader, Values extends Record<string, unknown>, Result>(
  build: (door: Door, slot: Slot<Values>) => Preparable<Result>,
): (door: Door, values: Values) => Promise<Result> {
  const kept = new WeakMap<Door, ReturnType<Preparable<Result>["prepare"]>>();
  return async (door, values) => {
    const known = kept.get(door) ?? build(door, slotOf).prepare(UNNAMED);
    kept.set(door, known);
    return known.execute(values);
  };
}

/**
 * For a query with a list in it: made once for each length the list has had. `listValues` names its values as
 * `listSlots` names its slots.
 */
export function forEachLength<Prepared>(make: (length: number) => Prepared) {
  const made = new Map<number, Prepared>();
  return (length: number): Prepared => {
    const known = made.get(length) ?? make(length);
    made.set(length, known);
    return known;
  };
}

export const listSlots = (
  slot: Slot<Record<string, unknown>>,
  { length, column }: { length: number; column: Column },
): SQL => {
  if (length === 0) return sql`(null)`;
  const slots = Array.from({ length }, (_, index) => slot(`item${index}`, column));
  return sql`(${sql.join(slots, sql`, `)})`;
};

export const listValues = (list: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(list.map((value, index) => [`item${index}`, value]));

const slotOf = (name: string, column: Column): SQL =>
  sql`${sql.param(sql.placeholder(name), column)}`;
