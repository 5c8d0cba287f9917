import type { AnswerRule, ChangeSubject } from "~/domain/questionnaire/definition";
import type { ChangeKind, ComparedThing } from "./comparison";
import { looksLikeTypingError } from "./typing-error";
import { textChanges, type ComparedText, type WeighedChange } from "./word-runs";

/** One side of a comparison: a key, the words it is known by, and every text it holds. */
export type Side = { key: string; title: string; texts: ComparedText[] };

type Pair = { subject: ChangeSubject; before: Side | null; after: Side | null };

/** Compares a thing with itself in the next version; added or removed where one side has none such. */
export function compareThing({ subject, before, after }: Pair): ComparedThing {
  const changes = textChanges(before?.texts ?? [], after?.texts ?? []);
  const kind = kindOf({ before, after, changes });
  const typing = kind === "wording" && isAllTyping(changes);
  return {
    subject,
    kind,
    from: before === null ? [] : [before.key],
    to: after === null ? [] : [after.key],
    title: after?.title ?? before?.title ?? "",
    texts: changes.map(({ label, before: was, after: is, runs }) => ({
      ...{ label, before: was, after: is, runs },
    })),
    typing,
    proposed: proposedFor(kind, typing),
    levels: null,
  };
}

type Judged = { before: Side | null; after: Side | null; changes: readonly WeighedChange[] };

function kindOf({ before, after, changes }: Judged): ChangeKind {
  if (before === null) return "added";
  if (after === null) return "removed";
  const has = (weight: WeighedChange["weight"]) => changes.some((one) => one.weight === weight);
  if (has("scale")) return "scale";
  // A new key asks for a look even where every word stayed.
  if (has("wording") || before.key !== after.key) return "wording";
  return has("guidance") ? "guidance" : "unchanged";
}

const isAllTyping = (changes: readonly WeighedChange[]): boolean => {
  const worded = changes.filter(({ weight }) => weight === "wording");
  return (
    worded.length > 0 && worded.every(({ before, after }) => looksLikeTypingError(before, after))
  );
};

/** A typing error put right and changed guidance ask nothing of schools; changed wording asks for a look. */
export function proposedFor(kind: ChangeKind, typing: boolean): AnswerRule {
  const rules: Record<ChangeKind, AnswerRule> = {
    unchanged: "keep",
    guidance: "keep",
    wording: typing ? "keep" : "keep-and-confirm",
    scale: "map-levels",
    added: "ask-again",
    removed: "set-aside",
    split: "keep-and-confirm",
    merged: "combine",
  };
  return rules[kind];
}

/** Compares two lists by key, in the order of the new one, what is removed last. */
export function compareLists(
  subject: ChangeSubject,
  old: readonly Side[],
  now: readonly Side[],
): ComparedThing[] {
  const before = new Map(old.map((side) => [side.key, side]));
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...now.map((after) => compareThing({ subject, before: before.get(after.key) ?? null, after })),
    ...old
      .filter(({ key }) => !kept.has(key))
      .map((side) => compareThing({ subject, before: side, after: null })),
  ];
}
