import type { App } from "~/platform/app.server";
import { listLinkedEntries, type LinkedEntry } from "~db/queries/audit";
import { auditHash, CHAIN_START } from "./audit-hash.server";

const BATCH = 500;

/** Where the chain stops holding, or its end. `entry`: the one that does not hold; null at the end. */
export type ChainEnd = {
  /** How many entries hold, from the start. */
  position: number;
  /** The last that holds, and its hash. */
  last: LinkedEntry | null;
  hash: string;
  entry: LinkedEntry | null;
};

/** Reads the chain from its start and works every hash out again, up to the first entry that does not hold. */
export async function walkAuditChain({ db }: Pick<App, "db">): Promise<ChainEnd> {
  const end: ChainEnd = { position: 0, last: null, hash: CHAIN_START, entry: null };
  for (;;) {
    const entries = await listLinkedEntries(db.read, { after: end.position, limit: BATCH });
    for (const entry of entries) {
      const place = { position: end.position + 1, previousHash: end.hash };
      if (!holdsAt(entry, place)) return { ...end, entry };
      Object.assign(end, { position: place.position, hash: entry.hash, last: entry });
    }
    if (entries.length < BATCH) return end;
  }
}

type Place = { position: number; previousHash: string };

/** Whether an entry is the one that was sealed at a place. */
function holdsAt(entry: LinkedEntry, place: Place): boolean {
  return (
    entry.position === place.position &&
    entry.previousHash === place.previousHash &&
    entry.hash === auditHash(entry, place)
  );
}

/** The first position that does not hold, or null. */
export async function findBrokenLink(app: Pick<App, "db">): Promise<number | null> {
  const { position, entry } = await walkAuditChain(app);
  return entry === null ? null : position + 1;
}
