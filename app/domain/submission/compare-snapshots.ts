import type { Snapshot, SnapshotItem } from "./snapshot";

/** Statements by key: further on, back and the same. What left or joined the count, or the list, is in none. */
export type SnapshotComparison = { furtherOn: string[]; back: string[]; same: string[] };

/**
 * How the levels moved from one signed copy to a later one of the same questionnaire. Statements are matched by
 * key; levels are ordered by the scale's steps of the later copy. Null when the questionnaires differ.
 */
export function compareSnapshots(previous: Snapshot, next: Snapshot): SnapshotComparison | null {
  if (previous.questionnaire.key !== next.questionnaire.key) return null;
  const before = new Map(itemsOf(previous).map((item) => [item.key, item.level]));
  const order = orderOf(next);
  const moves = itemsOf(next).map((item) => ({
    key: item.key,
    move: moveOf({ from: before.get(item.key) ?? null, to: item.level, order }),
  }));
  const keysOf = (wanted: Move) =>
    moves.filter(({ move }) => move === wanted).map(({ key }) => key);
  return { furtherOn: keysOf("further-on"), back: keysOf("back"), same: keysOf("same") };
}

type Move = "further-on" | "back" | "same" | "none";
type Levels = {
  from: string | null;
  to: string | null;
  order: ReadonlyMap<string, number>;
};

function moveOf({ from, to, order }: Levels): Move {
  if (from === null || to === null) return "none";
  if (from === to) return "same";
  const [was, is] = [order.get(from), order.get(to)];
  if (was === undefined || is === undefined) return "none";
  return is > was ? "further-on" : "back";
}

/** Places of the levels that count; Ready and Does not apply have none. */
function orderOf(snapshot: Snapshot): ReadonlyMap<string, number> {
  const counted = snapshot.levels.filter((level) => level.counts);
  return new Map(counted.map((level) => [level.code, level.steps]));
}

function itemsOf(snapshot: Snapshot): SnapshotItem[] {
  return snapshot.sections.flatMap((section) => section.items);
}
