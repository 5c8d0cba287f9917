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

/** Takes a day for a daily job: false where it was taken before. Days are YYYY-MM-DD. */
export async function claimDay(tx: Writer, claim: { key: string; day: string }): Promise<boolean> {
  const taken = await findInstallationFact(tx, claim.key);
  if (taken !== undefined && taken >= claim.day) return false;
  await setInstallationFact(tx, { key: claim.key, value: claim.day });
  return true;
}
