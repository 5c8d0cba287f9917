import type { PGlite } from "@electric-sql/pglite";

const held = globalThis as typeof globalThis & { inclusionReviewPglite?: Promise<PGlite> };

/** The one in-memory PostgreSQL of this process; made on first use. A development package, for tests only. */
export function sharedPglite(): Promise<PGlite> {
  held.inclusionReviewPglite ??= import("@electric-sql/pglite").then(({ PGlite }) =>
    PGlite.create(),
  );
  return held.inclusionReviewPglite;
}

/** Ends the shared one; the next use starts anew. For a test that changed its schema. */
export async function forgetPglite(): Promise<void> {
  const started = held.inclusionReviewPglite;
  delete held.inclusionReviewPglite;
  await (await started)?.close();
}
