import type { App } from "~/platform/app.server";
import {
  findLastLink,
  findLinkAt,
  hasUnlinkedEntries,
  linkEntry,
  listUnlinkedEntries,
  type WrittenEntry,
} from "~db/queries/audit";
import type { Reader, Writer } from "~db/types";
import { readAnchor, writeAnchor, type Anchor, type Link } from "./audit-anchor.server";
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
  if (!(await hasUnlinkedEntries(app.db.read))) return 0;
  const { dataDir } = app.config;
  const anchor = readAnchor(dataDir);
  const { count, end } = await app.db.transact(async (tx) => {
    const before = linkOf(await findLastLink(tx));
    const entries = await listUnlinkedEntries(tx, BATCH);
    const holds = await standsOn(tx, { anchor, before });
    const end = await linkAll(tx, { entries, before });
    if (holds && end !== null) writeAnchor(dataDir, { end, before, committing: true });
    return { count: entries.length, end: holds ? end : null };
  });
  // Where the chain does not go on from the anchor, the anchor stays, and `audit:verify` says so.
  if (end === null) app.log.error({ anchor }, "the audit chain does not end where it was left");
  else if (readAnchor(dataDir)?.end.hash === end.hash)
    writeAnchor(dataDir, { end, before: null, committing: false });
  return count;
}

function linkOf(row: { position: number | null; hash: string | null } | undefined): Link | null {
  if (row === undefined) return null;
  return { position: row.position ?? 0, hash: row.hash ?? "" };
}

/** Whether the chain still holds what the anchor says. Another process may have gone on from there. */
async function standsOn(
  tx: Reader,
  { anchor, before }: { anchor: Anchor | null; before: Link | null },
): Promise<boolean> {
  if (anchor === null) return true;
  if (anchor.committing && anchor.before?.hash === before?.hash) return true;
  const row = await findLinkAt(tx, anchor.end.position);
  return row?.hash === anchor.end.hash;
}

async function linkAll(
  tx: Writer,
  { entries, before }: { entries: WrittenEntry[]; before: Link | null },
): Promise<Link | null> {
  let position = before?.position ?? 0;
  let previousHash = before?.hash ?? CHAIN_START;
  for (const entry of entries) {
    position += 1;
    const hash = auditHash(entry, { position, previousHash });
    await linkEntry(tx, { id: entry.id, position, previousHash, hash });
    previousHash = hash;
  }
  return position === 0 ? null : { position, hash: previousHash };
}
