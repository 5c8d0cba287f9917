import type { Fate } from "~/domain/questionnaire/compare/fates";
import type { LevelMap } from "~/domain/questionnaire/compare/comparison";
import { COMMENTARY_MAX, EMPTY_ANSWER, WHERE_SEEN_MAX, type AnswerContent } from "./answer";
import { contentOf, sameContent } from "./answer-content";

/** An answer brought from an earlier signed copy; `from`: the keys it had there. */
export type BroughtAnswer = { key: string; from: string[]; content: AnswerContent };

/** `asked`: answer keys of the signed copy whose answers are not brought, since they are asked again or no longer. */
export type Brought = { answers: BroughtAnswer[]; asked: string[] };

type Source = { fate: Fate; content: AnswerContent };

/**
 * What a school signed last, as answers of the version that is asked now. Each is still to confirm: nothing of it
 * is done until somebody has read it again (issue of questionnaires: "carry forward"). Every signed answer is brought
 * under at least one key, or named in `asked`; none is dropped in silence. A level that no new level answers to is
 * left out, so that the school chooses anew.
 */
export function bringForward(
  signed: ReadonlyMap<string, AnswerContent>,
  fates: ReadonlyMap<string, Fate>,
): Brought {
  const bySource = new Map<string, Source[]>();
  const asked: string[] = [];
  for (const [key, content] of signed) {
    if (isEmpty(content)) continue;
    const fate = fates.get(key);
    if (fate === undefined || !isBrought(fate)) asked.push(key);
    else for (const to of fate.to) pushTo(bySource, to, { fate, content });
  }
  const answers = [...bySource].map(([key, sources]) => ({
    key,
    from: sources.map(({ fate }) => fate.from),
    content: combined(sources),
  }));
  return { answers, asked };
}

const isEmpty = (content: AnswerContent): boolean =>
  sameContent({ ...contentOf(content), toConfirm: false }, EMPTY_ANSWER);

const isBrought = ({ rule, to }: Fate): boolean =>
  rule !== "ask-again" && rule !== "set-aside" && to.length > 0;

function pushTo(map: Map<string, Source[]>, key: string, source: Source): void {
  map.set(key, [...(map.get(key) ?? []), source]);
}

/** Several become one: their words one after the other, and a level only where all say the same. */
function combined(sources: readonly Source[]): AnswerContent {
  const contents = sources.map(({ fate, content }) => ({
    ...contentOf(content),
    level: mapped(content.level, fate.levels),
  }));
  return {
    level: sameOrNull(contents.map(({ level }) => level)),
    commentary: joined(
      contents.map(({ commentary }) => commentary),
      { by: "\n\n", max: COMMENTARY_MAX },
    ),
    whereSeen: joined(
      contents.map(({ whereSeen }) => whereSeen),
      { by: "; ", max: WHERE_SEEN_MAX },
    ),
    duty: sameOrNull(contents.map(({ duty }) => duty)),
    dutyNote: joined(
      contents.map(({ dutyNote }) => dutyNote),
      { by: "\n\n", max: COMMENTARY_MAX },
    ),
    helpWanted: contents.some(({ helpWanted }) => helpWanted),
    toConfirm: true,
    value: contents.find(({ value }) => value !== "")?.value ?? "",
  };
}

const mapped = (level: string | null, levels: LevelMap | null): string | null =>
  level === null || levels === null ? level : (levels[level] ?? null);

function sameOrNull<T>(all: readonly (T | null)[]): T | null {
  const [first = null, ...rest] = all;
  return rest.every((one) => one === first) ? first : null;
}

/** The texts that fit whole, in their order: a text is never cut in the middle; the signed copy has the others. */
function joined(texts: readonly string[], { by, max }: { by: string; max: number }): string {
  const different = [...new Set(texts.filter((text) => text.trim() !== ""))];
  return different.reduce((so, text) => {
    const longer = so === "" ? text : so + by + text;
    return longer.length > max ? so : longer;
  }, "");
}
