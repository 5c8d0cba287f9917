import type { AnswerRule, Change, Definition } from "~/domain/questionnaire/definition";
import { changesOf, type ChangeKind, type ComparedThing, type Comparison } from "./comparison";

/** The rules an author may choose from for each kind of change, the proposed one apart. */
const ALLOWED: Record<ChangeKind, readonly AnswerRule[]> = {
  unchanged: ["keep"],
  guidance: ["keep", "keep-and-confirm", "ask-again"],
  wording: ["keep", "keep-and-confirm", "ask-again"],
  scale: ["keep", "keep-and-confirm", "map-levels", "ask-again"],
  added: ["ask-again"],
  removed: ["set-aside"],
  split: ["keep-and-confirm", "keep", "ask-again"],
  merged: ["combine", "ask-again"],
};

/**
 * The rules that fit a change. Where a level has gone its answers cannot simply be kept; where no level map is there,
 * levels cannot be mapped.
 */
export function rulesFor({ kind, levels }: Pick<ComparedThing, "kind" | "levels">): AnswerRule[] {
  const moves = Object.entries(levels ?? {}).some(([code, to]) => code !== to);
  return ALLOWED[kind].filter((rule) => {
    if (rule === "map-levels") return levels !== null;
    return !(kind === "scale" && moves && (rule === "keep" || rule === "keep-and-confirm"));
  });
}

/** Whether an author has to say what becomes of the answers. Guidance and what is new ask nothing of old answers. */
export function needsConfirming({ kind }: Pick<ComparedThing, "kind">): boolean {
  return kind !== "unchanged" && kind !== "guidance" && kind !== "added";
}

/** The author's line on a change, if there is one: same subject, same keys on both sides. */
export function confirmedOf(
  definition: Pick<Definition, "changes">,
  { subject, from, to }: Pick<ComparedThing, "subject" | "from" | "to">,
): Change | null {
  const confirmed = definition.changes?.find(
    (change) =>
      change.subject === subject && sameKeys(change.from, from) && sameKeys(change.to, to),
  );
  return confirmed ?? null;
}

const sameKeys = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join(" ") === [...others].sort().join(" ");

/** Changes that wait for the author: not confirmed, or with a rule that no longer fits what changed. */
export function unconfirmedOf(
  definition: Pick<Definition, "changes">,
  comparison: Comparison,
): ComparedThing[] {
  return changesOf(comparison).filter((thing) => {
    const confirmed = confirmedOf(definition, thing);
    if (confirmed === null) return needsConfirming(thing);
    return !rulesFor(thing).includes(confirmed.rule);
  });
}

/** What is proposed for a change, as a line the author may confirm as it stands. */
export function proposedChange(thing: ComparedThing): Change {
  const { subject, from, to, proposed, levels } = thing;
  const mapped = proposed === "map-levels" && levels !== null ? { levels } : {};
  return { subject, from, to, rule: proposed, note: null, ...mapped };
}

/**
 * A definition in which one change is confirmed; an earlier line on the same change gives way. Lines on changes that are
 * no longer there stay out of the way: `dropStaleChanges` takes them out.
 */
export function confirmChange(definition: Definition, change: Change): Definition {
  const others = (definition.changes ?? []).filter(
    (one) => confirmedOf({ changes: [one] }, change) === null,
  );
  return { ...definition, changes: [...others, change] };
}

/** A definition without lines on changes that the comparison no longer shows. */
export function dropStaleChanges(definition: Definition, comparison: Comparison): Definition {
  if (definition.changes === undefined) return definition;
  const things = changesOf(comparison);
  const standing = definition.changes.filter((change) =>
    things.some((thing) => confirmedOf({ changes: [change] }, thing) !== null),
  );
  return { ...definition, changes: standing.length === 0 ? undefined : standing };
}
