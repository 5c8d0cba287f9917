import type { App } from "~/platform/app.server";
import { findLastLink, linkEntry, listUnlinkedEntries } from "~db/queries/audit";
import { auditHash, CHAIN_START } from "./audit-hash.server";

const BATCH = 200;

/**
 * Links the entries written since into the hash chain, in transactions of their own, so that writers never
 * wait for each other over the chain's end (design.md decision 6). Returns how many. The worker calls it after commits.
 */
export async function sealAudit(app: App): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await sealBatch(app);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(app: App): Promise<number> {
  const [waiting] = await listUnlinkedEntries(app.db.read, 1);
  if (waiting === undefined) return 0;
  return app.db.transact(async (tx) => {
    const last = await findLastLink(tx);
    const entries = await listUnlinkedEntries(tx, BATCH);
    let position = last?.position ?? 0;
    let previousHash = last?.hash ?? CHAIN_START;
    for (const entry of entries) {
      position += 1;
      const hash = auditHash(entry, { position, previousHash });
      await linkEntry(tx, { id: entry.id, position, previousHash, hash });
      previousHash = hash;
    }
    return entries.length;
  });
}
