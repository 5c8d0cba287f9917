import type { App } from "~/platform/app.server";
import { listLinkedEntries } from "~db/queries/audit";
import { auditHash, CHAIN_START } from "./audit-hash.server";

const BATCH = 500;

/** Reads the whole chain and works every hash out again. Returns the first position that does not hold, or null. */
export async function findBrokenLink(app: Pick<App, "db">): Promise<number | null> {
  let position = 0;
  let previousHash = CHAIN_START;
  for (;;) {
    const entries = await listLinkedEntries(app.db.read, { after: position, limit: BATCH });
    for (const entry of entries) {
      const expected = { position: position + 1, previousHash };
      const holds =
        entry.position === expected.position &&
        entry.previousHash === previousHash &&
        entry.hash === auditHash(entry, expected);
      if (!holds) return expected.position;
      position = expected.position;
      previousHash = entry.hash ?? "";
    }
    if (entries.length < BATCH) return null;
  }
}
