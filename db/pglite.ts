import type { PGlite } from "@electric-sql/pglite";

const held = globalThis as typeof globalThis & { inclusionReviewPglite?: Promise<PGlite> };

/** The one in-memory PostgreSQL of this process; made on first use. A development package, for tests only. */
export function sharedPglite(): Promise<PGlite> {
  held.inclusionReviewPglite ??= import("@electric-sql/pglite").then(({ PGlite }) =>
    PGlite.create(),
  );
  return held.inclusionReviewPglite;
}
