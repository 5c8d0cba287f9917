import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

type Whole = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The PostgreSQL twin of `types.ts`, used by `tsconfig.pg.json` only. */
export type Reader = Pick<Whole, "select" | "selectDistinct" | "$count">;
export type Writer = Reader & Pick<Whole, "insert" | "update" | "delete">;
