import type { App } from "~/platform/app.server";
import { listEntriesFollowing, type LinkedEntry } from "~db/queries/audit";
import { auditHash } from "./audit-hash.server";
import type { ChainEnd } from "./check-audit.server";

/** What was done to the record, with the entry it was done to. `position`: where the chain stops holding. */
export type AuditFault =
  | { kind: "changed" | "inserted" | "rewritten"; position: number; id: string }
  | { kind: "moved"; position: number; id: string; from: number; to: number }
  | { kind: "missing"; position: number; afterId: string | null; beforeId: string }
  | { kind: "cut-off"; position: number; lastPosition: number; afterId: string | null };

type Broken = ChainEnd & { entry: LinkedEntry };

/** Names what was done at the first place where the chain does not hold. */
export async function nameFault(app: Pick<App, "db">, broken: Broken): Promise<AuditFault> {
  const position = broken.position + 1;
  const followers = await listEntriesFollowing(app.db.read, broken.hash);
  const rightful = followers.find(({ id }) => id !== broken.entry.id);
  const follows = followers.some(({ id }) => id === broken.entry.id);
  if (follows && rightful === undefined) return faultOfFollower(broken.entry, position);
  if (rightful !== undefined) return faultOfStranger({ entry: broken.entry, rightful, position });
  return faultOfUnlinked(app, { ...broken, at: position });
}

/** It follows the last that holds: it was put elsewhere, or says something else. */
function faultOfFollower(entry: LinkedEntry, position: number): AuditFault {
  const { id } = entry;
  const wasHere = entry.position !== position && sealedAt(entry) === position;
  if (!wasHere) return { kind: "changed", position, id };
  return { kind: "moved", position, id, from: position, to: entry.position ?? 0 };
}

type Stranger = { entry: LinkedEntry; rightful: LinkedEntry; position: number };

/** Another follows the last that holds: that one was taken from here, or this one came from elsewhere. */
function faultOfStranger({ entry, rightful, position }: Stranger): AuditFault {
  if (entry.position !== position) {
    return { kind: "moved", position, id: rightful.id, from: position, to: rightful.position ?? 0 };
  }
  const from = sealedAt(entry);
  if (from === null) return { kind: "inserted", position, id: entry.id };
  return { kind: "moved", position, id: entry.id, from, to: position };
}

/** Nobody follows the last that holds: one that did is gone, or the last is not the one that was sealed. */
async function faultOfUnlinked(
  { db }: Pick<App, "db">,
  { entry, last, at: position }: Broken & { at: number },
): Promise<AuditFault> {
  const { id } = entry;
  if (last !== null && entry.previousHash === last.previousHash) {
    return { kind: "inserted", position: position - 1, id: last.id };
  }
  const from = sealedAt(entry);
  if (entry.position !== position || (from !== null && from !== position)) {
    return { kind: "missing", position, afterId: last?.id ?? null, beforeId: id };
  }
  if (from === position && last !== null) {
    return { kind: "changed", position: position - 1, id: last.id };
  }
  const isLinked = (await listEntriesFollowing(db.read, entry.hash ?? "")).length > 0;
  return { kind: isLinked ? "changed" : "inserted", position, id };
}

/** How far from where it stands an entry's own place is looked for. */
const REACH = 10_000;

/** The place at which an entry's hash holds, nearest to where it stands; null where none is found. */
function sealedAt(entry: LinkedEntry): number | null {
  const previousHash = entry.previousHash ?? "";
  const holds = (position: number) =>
    position > 0 && entry.hash === auditHash(entry, { position, previousHash });
  const stands = entry.position ?? 1;
  for (let step = 0; step <= REACH; step += 1) {
    const found = [stands - step, stands + step].find(holds);
    if (found !== undefined) return found;
  }
  return null;
}
