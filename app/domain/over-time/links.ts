import { confirmedOf } from "~/domain/questionnaire/compare/answer-rules";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import type { ComparedThing, LevelMap } from "~/domain/questionnaire/compare/comparison";
import { fatesIn, type Fate } from "~/domain/questionnaire/compare/fates";
import type { Definition } from "~/domain/questionnaire/definition";
import { fieldKey, sectionKey } from "~/domain/response/answer";

/**
 * Why what was answered before a version cannot be laid beside what was answered after it. `scale`: the levels changed
 * and their author asks again; `level-gone`: the very level chosen has no match; `worked-out`: a share is worked out
 * from other numbers.
 */
export const BREAK_REASONS = [
  "added",
  "removed",
  "split",
  "merged",
  "asked-again",
  "scale",
  "level-gone",
  "worked-out",
] as const;
export type BreakReason = (typeof BREAK_REASONS)[number];

/** `from`, `to`: keys as people see them ("A1"), in the version before and in the new one. `note`: the author's, for schools. */
export type Break = { reason: BreakReason; from: string[]; to: string[]; note: string | null };

/** How one line goes from a version to the next. `from` null: it begins; `to` null: it ends. Line keys: see `lineKey`. */
export type Link = {
  from: string | null;
  to: string | null;
  break: Break | null;
  /** Where each old level goes; null where each stands for itself. */
  levels: LevelMap | null;
  /** Its words changed, and their author says that answers still stand. */
  reworded: boolean;
};

/** Every line of both versions, each once. */
export type VersionLinks = { links: Link[] };

type Kind = "statement" | "section" | "field" | "share";

export const shareKey = (share: string): string => `share:${share}`;

const lineKey: Record<Kind, (key: string) => string> = {
  statement: (key) => key,
  section: sectionKey,
  field: fieldKey,
  share: shareKey,
};

/**
 * How the answers of a version follow those of the version before it, by key and by the rules its author confirmed. A
 * split or merged statement goes on only under a key that both versions have, with a break there.
 */
export function linksBetween(old: Definition, now: Definition): VersionLinks {
  const comparison = compareVersions(old, now);
  const fates = fatesIn(comparison, { old, now });
  const scaleAsks = ruleOf(now, comparison.scale) === "ask-again";
  const shares = new Set([...old.derived, ...now.derived].map(({ key }) => key));
  const heldFields = new Set([...old.fields, ...now.fields].map(({ key }) => key));
  const kindOf = ({ subject, from, to }: ComparedThing): Kind => {
    if (subject === "statement" || subject === "section") return subject;
    const [key = ""] = [...from, ...to];
    return shares.has(key) && !heldFields.has(key) ? "share" : "field";
  };
  const { statements, sections, fields } = comparison;
  const links = [...statements, ...sections, ...fields].flatMap((thing) =>
    linksOf(thing, { kind: kindOf(thing), fates, asks: { now, scaleAsks } }),
  );
  return { links };
}

const ruleOf = (now: Definition, thing: ComparedThing) =>
  confirmedOf(now, thing)?.rule ?? thing.proposed;

type Ground = {
  kind: Kind;
  fates: ReadonlyMap<string, Fate>;
  asks: { now: Definition; scaleAsks: boolean };
};

function linksOf(thing: ComparedThing, ground: Ground): Link[] {
  const { from, to } = thing;
  const [only] = from;
  const [next] = to;
  if (from.length === 1 && to.length === 1 && only !== undefined && next !== undefined) {
    return [oneToOne({ thing, from: only, to: next }, ground)];
  }
  const note = confirmedOf(ground.asks.now, thing)?.note ?? null;
  const broken: Break = { reason: reasonOf(thing), from, to, note };
  const key = lineKey[ground.kind];
  const bare = { break: broken, levels: null, reworded: false };
  return [
    ...from.map((one) => ({ ...bare, from: key(one), to: to.includes(one) ? key(one) : null })),
    ...to
      .filter((one) => !from.includes(one))
      .map((one) => ({ ...bare, from: null, to: key(one) })),
  ];
}

function reasonOf({ from, to }: ComparedThing): BreakReason {
  if (from.length === 0) return "added";
  if (to.length === 0) return "removed";
  return from.length > 1 ? "merged" : "split";
}

type Pair = { thing: ComparedThing; from: string; to: string };

function oneToOne({ thing, from, to }: Pair, { kind, fates, asks }: Ground): Link {
  const key = lineKey[kind];
  const ends = { from: key(from), to: key(to) };
  const fate = fates.get(key(from));
  const words = { from: thing.from, to: thing.to, note: fate?.note ?? null };
  if (kind === "share") {
    const other = thing.texts.some(({ label }) => label === "Part" || label === "Whole");
    const broken: Break | null = other ? { reason: "worked-out", ...words } : null;
    return { ...ends, break: broken, levels: null, reworded: false };
  }
  const stands = fate !== undefined && STANDS.includes(fate.rule);
  const own = ruleOf(asks.now, thing) === "ask-again";
  const reason = !own && asks.scaleAsks && kind !== "field" ? "scale" : "asked-again";
  return {
    ...ends,
    break: stands ? null : { reason, ...words },
    levels: stands ? fate.levels : null,
    reworded: stands && isReworded(thing),
  };
}

/** Rules by which an old answer says the same as a new one would. */
const STANDS: readonly Fate["rule"][] = ["keep", "keep-and-confirm", "map-levels"];

/** More than typing errors in what is asked: the statement, what a level looks like, a title or a label. */
const isReworded = ({ kind, typing, texts }: ComparedThing): boolean =>
  !typing &&
  texts.length > 0 &&
  (kind === "wording" || texts.some(({ label }) => label === "Statement"));
