import { visitTellings } from "../schema";
import type { Writer } from "../types";

/** Notes that something was told; false when it was before. */
export async function noteTold(
  tx: Writer,
  row: typeof visitTellings.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(visitTellings)
    .values(row)
    .onConflictDoNothing()
    .returning({ visitId: visitTellings.visitId });
  return rows.length === 1;
}
