import type { Fate } from "~/domain/questionnaire/compare/fates";
import type { LevelMap } from "~/domain/questionnaire/compare/comparison";
import { COMMENTARY_MAX, WHERE_SEEN_MAX, type AnswerContent } from "./answer";
import { contentOf } from "./answer-content";

/** An answer of the version before, with what becomes of it. */
export type Source = { fate: Fate; content: AnswerContent };

/**
 * Answers that come to stand under one key, as one answer still to confirm: their words one after the other, and a
 * level only where all say the same. A level that no new level answers to is left out, so that the school chooses anew.
 */
export function combinedAnswer(sources: readonly Source[]): AnswerContent {
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
