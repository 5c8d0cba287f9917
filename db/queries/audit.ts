import { auditEntries } from "../schema";
import type { Writer } from "../types";

type Made = "position" | "previousHash" | "hash" | "data";

/** `data` holds ids, numbers and hashes, never the text of drafts (design.md decision 6). */
export type NewAuditEntry = Omit<typeof auditEntries.$inferSelect, Made> & {
  data: Record<string, unknown>;
};

/** Writes what happened, in the transaction of the thing itself; the sealer links it afterwards. */
export async function insertAuditEntry(
  tx: Writer,
  { data, ...entry }: NewAuditEntry,
): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, data: JSON.stringify(data) });
}
