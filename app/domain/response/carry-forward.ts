import type { Fate } from "~/domain/questionnaire/compare/fates";
import { EMPTY_ANSWER, type AnswerContent } from "./answer";
import { contentOf, sameContent } from "./answer-content";
import { combinedAnswer, type Source } from "./combined-answer";

/** An answer brought from an earlier signed copy; `from`: the keys it had there. */
export type BroughtAnswer = { key: string; from: string[]; content: AnswerContent };

/** `asked`: answer keys of the signed copy whose answers are not brought, since they are asked again or no longer. */
export type Brought = { answers: BroughtAnswer[]; asked: string[] };

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
    content: combinedAnswer(sources),
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
