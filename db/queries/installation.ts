import { eq } from "drizzle-orm";
import { installation } from "../schema";
import type { Reader, Writer } from "../types";

/** A fact about this installation, or undefined. The key `triggers` belongs to migrate. */
export async function findInstallationFact(read: Reader, key: string): Promise<string | undefined> {
  const rows = await read
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, key));
  return rows[0]?.value;
}

export async function setInstallationFact(
  tx: Writer,
  fact: { key: string; value: string },
): Promise<void> {
  await tx
    .insert(installation)
    .values(fact)
    .onConflictDoUpdate({ target: installation.key, set: { value: fact.value } });
}
