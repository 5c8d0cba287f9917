import { eq } from "drizzle-orm";
import { installation } from "../schema";
import type { Reader, Writer } from "../types";

/** A fact about this installation, such as the hash of its triggers; undefined where it was never set. */
export async function findInstallationFact(db: Reader, key: string): Promise<string | undefined> {
  const rows = await db.select().from(installation).where(eq(installation.key, key)).limit(1);
  return rows[0]?.value;
}

/** Sets a fact about this installation, replacing what it was. */
export async function setInstallationFact(
  tx: Writer,
  { key, value }: { key: string; value: string },
): Promise<void> {
  await tx
    .insert(installation)
    .values({ key, value })
    .onConflictDoUpdate({ target: installation.key, set: { value } });
}
