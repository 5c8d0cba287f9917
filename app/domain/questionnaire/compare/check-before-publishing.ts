import { checkDefinition } from "~/domain/questionnaire/check-definition";
import type { Change, Definition } from "~/domain/questionnaire/definition";
import { readRelated, statementsOf } from "~/domain/questionnaire/definition-lookup";
import { confirmedOf, unconfirmedOf } from "./answer-rules";
import { compareVersions } from "./compare-versions";
import type { ComparedThing, Comparison } from "./comparison";
import { readingAdvice } from "./reading-ease";

export type PublishCode =
  | "does-not-hold"
  | "removed-without-rule"
  | "not-confirmed"
  | "unmapped-level"
  | "key-used-before"
  | "replaces-nothing"
  | "broken-relation"
  | "hard-to-read"
  | "nothing-changed";

/** A finding before publishing. One that `stops` has to be put right; the others are advice. `at` is a key or a path. */
export type PublishProblem = { code: PublishCode; at: string; message: string; stops: boolean };

/** What stands around a draft. */
export type PublishGround = {
  /** The newest published version; null for the first. */
  previous: Definition | null;
  /** Statement keys of every version published before, also of those that are gone. */
  usedKeys: ReadonlySet<string>;
  /** Statement keys of the owner's other questionnaires, by questionnaire key. */
  related: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Everything that stands in the way of publishing a draft, and what could be better. */
export function checkBeforePublishing(draft: Definition, ground: PublishGround): PublishProblem[] {
  const { previous } = ground;
  const comparison = previous === null ? null : compareVersions(previous, draft);
  return [
    ...checkDefinition(draft).map(({ path, message }) => stop("does-not-hold", path, message)),
    ...(comparison === null ? [] : changeProblems(draft, comparison)),
    ...keyProblems(draft, ground),
    ...relationProblems(draft, ground),
    ...readingProblems(draft),
  ];
}

const stop = (code: PublishCode, at: string, message: string): PublishProblem => ({
  ...{ code, at, message, stops: true },
});
const advise = (code: PublishCode, at: string, message: string): PublishProblem => ({
  ...{ code, at, message, stops: false },
});

function changeProblems(draft: Definition, comparison: Comparison): PublishProblem[] {
  const waiting = unconfirmedOf(draft, comparison).map(sayUnconfirmed);
  const mapped = (draft.changes ?? []).filter(({ rule }) => rule === "map-levels");
  const { scale, sections, statements, fields, about } = comparison;
  const things = [scale, ...sections, ...statements, ...fields];
  const same = about.length === 0 && things.every(({ kind }) => kind === "unchanged");
  return [
    ...waiting,
    ...mapped.flatMap((change) => unmapped(draft, { change, things })),
    ...(same ? [stop("nothing-changed", "", "Nothing differs from the version before")] : []),
  ];
}

function sayUnconfirmed({ kind, from, to, title }: ComparedThing): PublishProblem {
  const at = [...(to.length > 0 ? to : from)].join(", ");
  if (kind === "removed") {
    const message = `${at} ${title} is gone. Confirm that its answers stay with the version before, or name it as replaced by another`;
    return stop("removed-without-rule", at, message);
  }
  return stop("not-confirmed", at, `Say what becomes of the answers to ${at} ${title}`);
}

type Mapped = { change: Change; things: readonly ComparedThing[] };

/** Every old level needs a place: a level of the new scale, or "ask again". */
function unmapped(draft: Definition, { change, things }: Mapped): PublishProblem[] {
  const thing = things.find((one) => confirmedOf({ changes: [change] }, one) !== null);
  const known = new Set(draft.scale.levels.map(({ code }) => code));
  return Object.keys(thing?.levels ?? {}).flatMap((code) => {
    const to = change.levels?.[code];
    if (to === null || (to !== undefined && known.has(to))) return [];
    const message = `Say which level answers at level ${code} go to, or ask again`;
    return [stop("unmapped-level", change.to.join(", "), message)];
  });
}

function keyProblems(draft: Definition, { previous, usedKeys }: PublishGround): PublishProblem[] {
  const before = new Set(previous === null ? [] : statementsOf(previous).map(({ key }) => key));
  return statementsOf(draft).flatMap(({ key, replaces = [] }) => [
    ...(usedKeys.has(key) && !before.has(key)
      ? [
          stop(
            "key-used-before",
            key,
            `${key} meant something else in an earlier version. Use a new key`,
          ),
        ]
      : []),
    ...replaces
      .filter((one) => !before.has(one))
      .map((one) => stop("replaces-nothing", key, `The version before has no statement ${one}`)),
  ]);
}

function relationProblems(draft: Definition, ground: PublishGround): PublishProblem[] {
  const own = new Set(statementsOf(draft).map(({ key }) => key));
  const related = new Map([...ground.related, [draft.key, own] as const]);
  return statementsOf(draft).flatMap((item) =>
    item.related.flatMap((mark) => {
      const { questionnaire, item: key } = readRelated(mark);
      const known = related.get(questionnaire);
      if (known?.has(key) === true) return [];
      // Another organisation's questionnaire cannot be looked into.
      if (known === undefined)
        return [advise("broken-relation", item.key, `You have no questionnaire ${questionnaire}`)];
      return [stop("broken-relation", item.key, `${questionnaire} has no statement ${key}`)];
    }),
  );
}

function readingProblems(draft: Definition): PublishProblem[] {
  return statementsOf(draft).flatMap(({ key, statement }) => {
    const advice = readingAdvice(statement);
    return advice === null ? [] : [advise("hard-to-read", key, advice)];
  });
}
