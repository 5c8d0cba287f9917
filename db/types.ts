import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema";

type Whole = BaseSQLiteDatabase<"async", unknown, typeof schema>;

/** The door for reading. Await every query; nothing else of drizzle is offered, so that both engines fit. */
export type Reader = Pick<Whole, "select" | "selectDistinct" | "$count">;
/** The door for writing, open only inside `transact`. Rows changed are known by `.returning()`. */
export type Writer = Reader & Pick<Whole, "insert" | "update" | "delete">;
