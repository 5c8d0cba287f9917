const collator = new Intl.Collator("en-GB", { numeric: true });

/** Sorts by name as a person would. In code, because the engines order text differently (style.md 3.3). */
export function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name);
}
