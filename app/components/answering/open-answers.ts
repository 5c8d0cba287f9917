import type { AnswerContent } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import type { AnswerView } from "~/services/answering/views";
import { savedWords } from "./moment-words";
import type { OpenAnswer } from "./autosave/queue-types";
import type { Refusal, Theirs } from "./save-reply";

/** An answer that came back from a posted form, with why. `base` is what saving it again builds on. */
export type ReturnedAnswer = {
  key: string;
  content: AnswerContent;
  base: number;
  refusal: Refusal | null;
  theirs: Theirs | null;
};

/** The answers of a page as it opens: what is saved, and over it what a posted form gave back. */
export function openAnswers(
  standing: readonly (readonly [string, AnswerView])[],
  { returned, now }: { returned: readonly ReturnedAnswer[]; now: Date },
): ReadonlyMap<string, OpenAnswer> {
  return new Map(
    standing.map(([key, view]) => {
      const back = returned.find((each) => each.key === key);
      return [key, back ? openReturned(view, back) : openSaved(view, now)];
    }),
  );
}

function openSaved(view: AnswerView, now: Date): OpenAnswer {
  const saved = contentOf(view);
  const { level, duty, savedAt, revision } = view;
  const save = savedAt
    ? ({ kind: "saved", at: savedWords(savedAt, now) } as const)
    : ({ kind: "idle" } as const);
  const state = { level, duty, save, refusal: null, theirs: null, signedOut: false };
  return { base: revision, saved, content: saved, state };
}

function openReturned(view: AnswerView, back: ReturnedAnswer): OpenAnswer {
  const { content, base, refusal, theirs } = back;
  const { level, duty } = content;
  const save = theirs ? ({ kind: "conflict" } as const) : ({ kind: "kept" } as const);
  const state = { level, duty, save, refusal, theirs, signedOut: false };
  return { base, saved: contentOf(view), content, state };
}
