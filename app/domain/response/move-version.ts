import { RULE_FORCE, type Fate } from "~/domain/questionnaire/compare/fates";
import type { AnswerRule } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER, type AnswerContent } from "./answer";
import { contentOf, sameContent } from "./answer-content";
import { combinedAnswer, type Source } from "./combined-answer";

/** What is asked of a school for one answer after the move. */
export type MoveAsks = "read-again" | "answer-again";

/**
 * An answer that the move touches. `from`: the keys whose words are shown beside it; empty for a new statement.
 * `content`: what stands under `key` after the move, not written where it stands already.
 */
export type TouchedAnswer = {
  key: string;
  from: string[];
  rule: AnswerRule;
  asks: MoveAsks;
  note: string | null;
  content: AnswerContent;
};

export type MovePlan = {
  touched: TouchedAnswer[];
  /** Answers that change places without being touched: the key is another, the words are the same. */
  carried: { key: string; content: AnswerContent }[];
  /** Keys of answers that the new version no longer asks for. They stay with the old version, readable. */
  setAside: string[];
};

/** The answers of a self-review as they stand, by answer key. */
export type StandingAnswers = ReadonlyMap<string, AnswerContent>;

type Asked = { fates: ReadonlyMap<string, Fate>; keys: readonly string[] };

/**
 * What moving a running self-review to a newer version does to its answers (design.md section 4: a version is never
 * changed under an answer). `keys`: every answer key of the new version, in its order. Each answer that stands is kept
 * as it is, carried, shown to the school to read or answer again, or set aside: none is lost or read anew in silence.
 */
export function planMove(standing: StandingAnswers, { fates, keys }: Asked): MovePlan {
  const sources = sourcesByKey(standing, fates);
  const plan: MovePlan = { touched: [], carried: [], setAside: setAsideOf(standing, fates) };
  for (const key of keys) {
    const here = sources.get(key) ?? [];
    const fate = strongest(here.map((source) => source.fate));
    if (fate === null) leaveFromBefore(plan, { key, standing, fates });
    else if (isKept(here, fate)) carry(plan, { key, here, standing });
    else plan.touched.push(touchedAnswer(key, { here, fate }));
  }
  return plan;
}

/** Everything the move writes: answers whose content becomes another. */
export function writesOf(
  plan: MovePlan,
  standing: StandingAnswers,
): { key: string; content: AnswerContent }[] {
  return [...plan.carried, ...plan.touched]
    .map(({ key, content }) => ({ key, content }))
    .filter(({ key, content }) => !sameContent(standing.get(key) ?? EMPTY_ANSWER, content));
}

/**
 * What undoing a move writes: every answer of the old version's keys as it was just before. `before` has no entry for
 * what was not answered then. Answers given since under the same keys stay in the earlier versions of the answer.
 */
export function undoWrites(
  { before, now }: { before: StandingAnswers; now: StandingAnswers },
  oldKeys: readonly string[],
): { key: string; content: AnswerContent }[] {
  return oldKeys
    .map((key) => ({ key, content: contentOf(before.get(key) ?? EMPTY_ANSWER) }))
    .filter(({ key, content }) => !sameContent(now.get(key) ?? EMPTY_ANSWER, content));
}

/**
 * Keys that both versions have while what is asked under them is another thing. A move and its undoing save each of them
 * anew, even an empty one: what somebody typed on a page opened before meets it as a conflict, and never slips under
 * other words.
 */
export function changedKeys({ fates, keys }: Asked): string[] {
  return keys.filter((key) => {
    const fate = fates.get(key);
    return fate !== undefined && !(fate.rule === "keep" && fate.levels === null);
  });
}

type Leaving = { key: string; standing: StandingAnswers; fates: ReadonlyMap<string, Fate> };

/** An answer from an earlier stay on a newer version, which the old one does not ask for: to be read again. */
function leaveFromBefore(plan: MovePlan, { key, standing, fates }: Leaving): void {
  const content = standing.get(key) ?? EMPTY_ANSWER;
  if (fates.has(key) || sameContent(content, EMPTY_ANSWER)) return;
  plan.touched.push({
    ...{ key, from: [], rule: "keep-and-confirm", asks: "read-again", note: null },
    content: { ...contentOf(content), toConfirm: true },
  });
}

function sourcesByKey(standing: StandingAnswers, fates: ReadonlyMap<string, Fate>) {
  const sources = new Map<string, Source[]>();
  for (const [key, content] of standing) {
    const fate = fates.get(key);
    if (fate === undefined || sameContent(content, EMPTY_ANSWER)) continue;
    for (const to of fate.to) sources.set(to, [...(sources.get(to) ?? []), { fate, content }]);
  }
  return sources;
}

function setAsideOf(standing: StandingAnswers, fates: ReadonlyMap<string, Fate>): string[] {
  return [...standing]
    .filter(([key, content]) => {
      const fate = fates.get(key);
      return fate?.to.length === 0 && !sameContent(content, EMPTY_ANSWER);
    })
    .map(([key]) => key);
}

function strongest(fates: readonly Fate[]): Fate | null {
  return fates.reduce<Fate | null>(
    (so, fate) => (so === null || RULE_FORCE[fate.rule] > RULE_FORCE[so.rule] ? fate : so),
    null,
  );
}

/** One answer that goes to one place with every word and its level as they are. */
const isKept = (here: readonly Source[], fate: Fate): boolean =>
  here.length === 1 && fate.rule === "keep" && fate.levels === null;

type Carrying = { key: string; here: readonly Source[]; standing: StandingAnswers };

function carry(plan: MovePlan, { key, here, standing }: Carrying): void {
  const [source] = here;
  if (source === undefined || standing.get(key) === source.content) return;
  plan.carried.push({ key, content: contentOf(source.content) });
}

type Touching = { here: readonly Source[]; fate: Fate };

function touchedAnswer(key: string, { here, fate }: Touching): TouchedAnswer {
  const asks = fate.rule === "ask-again" ? "answer-again" : "read-again";
  return {
    ...{ key, asks, rule: fate.rule, note: fate.note },
    from: here.map((source) => source.fate.from),
    content: asks === "answer-again" ? EMPTY_ANSWER : combinedAnswer(here),
  };
}
