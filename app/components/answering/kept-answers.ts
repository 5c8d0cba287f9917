import { parseAnswerKey, type AnswerContent } from "~/domain/response/answer";
import { contentOf, sameContent, tidyContent } from "~/domain/response/answer-content";
import { readAnswers } from "~/forms/answers";
import type { AnswerView } from "~/services/answering/views";
import { momentWords } from "./moment-words";
import type { ReturnedAnswer } from "./open-answers";
import type { Standing } from "./standing-answers";

type Here = {
  standing: Standing;
  /** Who reads the page, by id. */
  reader: string;
  now: Date;
};

/**
 * What of a form posted after its session ended goes back into its boxes: what differs from the saved answers,
 * unless the reader has saved that answer since. What someone else saved since stands beside it.
 */
export function keptAnswers(
  kept: { fields: readonly [string, string][] } | null,
  { standing, reader, now }: Here,
): ReturnedAnswer[] {
  const form = new FormData();
  for (const [name, text] of kept?.fields ?? []) form.append(name, text);
  const views = new Map(standing);
  return readAnswers(form).answers.flatMap((posted) => {
    const { key, base } = posted;
    const content = tidyContent(parseAnswerKey(key).kind, posted.content);
    const view = views.get(key);
    if (view === undefined || !isNews({ content, base }, { view, reader })) return [];
    const theirs = view.revision > base ? theirsOf(view, now) : null;
    return [{ key, content, base, refusal: null, theirs }];
  });
}

function isNews(
  { content, base }: { content: AnswerContent; base: number },
  { view, reader }: { view: AnswerView; reader: string },
): boolean {
  if (sameContent(content, contentOf(view))) return false;
  return view.revision <= base || view.savedBy?.id !== reader;
}

function theirsOf(view: AnswerView, now: Date): ReturnedAnswer["theirs"] {
  const { savedBy, savedAt, revision } = view;
  if (savedBy === null || savedAt === null) return null;
  const when = momentWords(savedAt, now);
  return { content: contentOf(view), byName: savedBy.name, when, revision };
}
