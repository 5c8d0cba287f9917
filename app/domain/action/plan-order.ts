export type PlanTerm<T> = { term: string; actions: T[] };

/** The plan as it is read: term by term, and in each what matters most first. */
export function planByTerm<T extends { term: string; priority: number }>(
  actions: readonly T[],
): PlanTerm<T>[] {
  const byTerm = new Map<string, T[]>();
  for (const action of actions) {
    byTerm.set(action.term, [...(byTerm.get(action.term) ?? []), action]);
  }
  // "2026-27 Term 4" sorts as text in the order of time.
  return [...byTerm]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, held]) => ({ term, actions: held.sort((a, b) => a.priority - b.priority) }));
}
