import { eq } from "drizzle-orm";
import { accessChecks } from "../schema";
import type { Reader, Writer } from "../types";

/** Checks made in a school. */
export async function listAccessChecks(read: Reader, scope: { schoolId: string }) {
  return read
    .select({
      year: accessChecks.year,
      term: accessChecks.term,
      checkedAt: accessChecks.checkedAt,
    })
    .from(accessChecks)
    .where(eq(accessChecks.schoolId, scope.schoolId));
}

/** Notes a check; false when somebody else had done it first. */
export async function insertAccessCheck(
  tx: Writer,
  row: typeof accessChecks.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(accessChecks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: accessChecks.id });
  return rows.length === 1;
}
