import { type LevelSign, NOT_ANSWERED } from "./level-sign";

/**
 * The one sentence that stands for a row of marks: "3 Established, 2 Developing, 1 Not answered".
 * Furthest level first, then what is outside the count, then what is not answered.
 */
export function spreadText(levels: readonly (LevelSign | null)[]): string {
  const counts = new Map<string, { steps: number; count: number }>();
  for (const level of levels) {
    const name = level?.name ?? NOT_ANSWERED;
    const known = counts.get(name) ?? { steps: level?.steps ?? -1, count: 0 };
    counts.set(name, { ...known, count: known.count + 1 });
  }
  return [...counts]
    .sort(([, a], [, b]) => b.steps - a.steps)
    .map(([name, { count }]) => `${count} ${name}`)
    .join(", ");
}
