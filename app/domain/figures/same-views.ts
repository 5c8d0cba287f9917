import type { IndependentViews } from "./reviewer-agreement";

/** In how many areas both who looked gave the same view, of how many both looked at. */
export function sameViews(visits: readonly IndependentViews[]): { same: number; of: number } {
  const judged = visits
    .flatMap(({ pairs }) => pairs)
    .filter((pair) => pair.every((view) => view !== "not-looked-at"));
  return { same: judged.filter(([one, other]) => one === other).length, of: judged.length };
}
