import type { Level } from "~/domain/questionnaire/definition";
import type { Snapshot, SnapshotItem } from "./snapshot";

/** A statement of a signed copy with the section it stands in. */
export type PlacedItem = { section: string; item: SnapshotItem };

/** Every statement of a signed copy, in order. */
export function placedItems(snapshot: Snapshot): PlacedItem[] {
  return snapshot.sections.flatMap(({ key, items }) =>
    items.map((item) => ({ section: key, item })),
  );
}

/** The level with this code as it was worded at signing; null for none, or one the scale has not. */
export function snapshotLevel(
  snapshot: Pick<Snapshot, "levels">,
  code: string | null,
): Level | null {
  return snapshot.levels.find((level) => level.code === code) ?? null;
}

/** How the legal duties were answered. `open` are those answered Partly or No, which have words and actions. */
export type DutyDigest = { yes: number; partly: number; no: number; open: PlacedItem[] };

/** Counts the answers to legal duties, null when the questionnaire asks none of this school. */
export function dutyDigest(snapshot: Snapshot): DutyDigest | null {
  const asked = placedItems(snapshot).filter(({ item }) => item.duty !== null);
  if (asked.length === 0) return null;
  const count = (answer: SnapshotItem["duty"]) =>
    asked.filter(({ item }) => item.duty === answer).length;
  return {
    yes: count("yes"),
    partly: count("partly"),
    no: count("no"),
    open: asked.filter(({ item }) => item.duty !== "yes"),
  };
}

/** Statements the school would like help with. */
export function helpWanted(snapshot: Snapshot): PlacedItem[] {
  return placedItems(snapshot).filter(({ item }) => item.helpWanted);
}

/** Where a school stands in a scheme with points: six points met or which are missing, then the twelve. */
export type PointsDigest = {
  entry: { yes: number; total: number; missing: PlacedItem[] };
  starters: { yes: number; total: number };
};

/**
 * Points of a scheme, met by Yes alone (domain.md 4.3); null for a questionnaire without points. The service
 * never awards: the owning organisation confirms.
 */
export function pointsDigest(snapshot: Snapshot): PointsDigest | null {
  if (snapshot.questionnaire.needed !== "starters") return null;
  const placed = placedItems(snapshot);
  const isYes = ({ item }: PlacedItem) => snapshotLevel(snapshot, item.level)?.mark === "tick";
  const entry = placed.filter(({ item }) => item.entry);
  const starters = placed.filter(({ item }) => item.starter);
  const missing = entry.filter((one) => !isYes(one));
  return {
    entry: { yes: entry.length - missing.length, total: entry.length, missing },
    starters: { yes: starters.filter(isYes).length, total: starters.length },
  };
}
