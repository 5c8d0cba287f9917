import type { App } from "~/platform/app.server";
import { countUnlinkedEntries, findLinkAt } from "~db/queries/audit";
import { readAnchor, type Anchor } from "./audit-anchor.server";
import { nameFault, type AuditFault } from "./audit-fault.server";
import { walkAuditChain, type ChainEnd } from "./check-audit.server";

export type AuditVerdict = {
  /** Entries that hold, from the start of the chain. */
  held: number;
  /** Written, and not yet in the chain. */
  waiting: number;
  /** Whether the end could be compared with what the sealer left in DATA_DIR. */
  anchored: boolean;
  /** The first fault; null where the whole chain holds. */
  fault: AuditFault | null;
};

/**
 * Works the whole chain out again and compares its end with the anchor in DATA_DIR. Finds an entry that was changed,
 * removed, inserted or moved, and a chain that was cut off or made anew; docs/security.md says what it cannot find.
 */
export async function verifyAudit(app: Pick<App, "db" | "config">): Promise<AuditVerdict> {
  // Read first: entries sealed meanwhile lie beyond it.
  const anchor = readAnchor(app.config.dataDir);
  const chain = await walkAuditChain(app);
  const { entry, position: held } = chain;
  const waiting = await countUnlinkedEntries(app.db.read);
  const fault =
    entry === null
      ? await faultOfEnd(app, { chain, anchor })
      : await nameFault(app, { ...chain, entry });
  return { held, waiting, anchored: anchor !== null, fault };
}

type Ended = { chain: ChainEnd; anchor: Anchor | null };

async function faultOfEnd(
  app: Pick<App, "db" | "config">,
  { chain, anchor }: Ended,
): Promise<AuditFault | null> {
  if (anchor === null) return null;
  const { position, last, hash } = chain;
  const isBefore = (anchor.before?.hash ?? null) === (last === null ? null : hash);
  if (anchor.committing && isBefore) return null;
  const { end } = anchor;
  if (position < end.position) {
    const afterId = last?.id ?? null;
    return { kind: "cut-off", position: position + 1, lastPosition: end.position, afterId };
  }
  const there = await findLinkAt(app.db.read, end.position);
  if (there !== undefined && there.hash !== end.hash) {
    return { kind: "rewritten", position: end.position, id: there.id };
  }
  return position > end.position ? faultOfMore(app, anchor) : null;
}

/** More entries than were sealed, unless this or another process is sealing. */
async function faultOfMore(
  { db, config }: Pick<App, "db" | "config">,
  seen: Anchor,
): Promise<AuditFault | null> {
  const now = readAnchor(config.dataDir);
  const isStill = now?.end.hash === seen.end.hash && !seen.committing;
  if (db.engine !== "sqlite" || !isStill) return null;
  const position = seen.end.position + 1;
  const extra = await findLinkAt(db.read, position);
  return extra === undefined ? null : { kind: "inserted", position, id: extra.id };
}
