import { and, eq } from "drizzle-orm";
import { visitJottings } from "../schema";
import type { Reader, Writer } from "../types";

type Whose = { visitId: string; authorId: string };

const ofAuthor = ({ visitId, authorId }: Whose) =>
  and(eq(visitJottings.visitId, visitId), eq(visitJottings.authorId, authorId));

/** One reviewer's jottings in a visit. There is no query that reads another's. */
export async function findJottings(read: Reader, scope: Whose) {
  const rows = await read.select().from(visitJottings).where(ofAuthor(scope));
  return rows[0];
}

/** Writes the first jottings; false where some are there already. */
export async function insertJottings(
  tx: Writer,
  row: typeof visitJottings.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(visitJottings)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: visitJottings.version });
  return rows.length > 0;
}

/** Replaces jottings that are still at this version; the version counts up. */
export async function updateJottings(
  tx: Writer,
  scope: Whose & { version: number },
  { text, at }: { text: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(visitJottings)
    .set({ text, updatedAt: at, version: scope.version + 1 })
    .where(and(ofAuthor(scope), eq(visitJottings.version, scope.version)))
    .returning({ version: visitJottings.version });
  return rows.length > 0;
}
