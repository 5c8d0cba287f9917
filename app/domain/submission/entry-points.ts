import type { Snapshot, SnapshotItem } from "./snapshot";

/** Points of a scheme in a signed copy, and those not answered Yes: Partly is not met (domain.md 4.3). */
export function entryPoints(snapshot: Snapshot): { total: number; missing: SnapshotItem[] } {
  const marks = new Map(snapshot.levels.map(({ code, mark }) => [code, mark]));
  const entry = snapshot.sections.flatMap(({ items }) => items).filter((item) => item.entry);
  const isYes = ({ level }: SnapshotItem) => level !== null && marks.get(level) === "tick";
  return { total: entry.length, missing: entry.filter((item) => !isYes(item)) };
}
