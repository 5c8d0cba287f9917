import type { SaveOutcome, SectionOutcome } from "~/services/answering/saves";
import type { PostedAnswer, PostedAnswers } from "~/forms/answers";
import { editTogether } from "~/domain/response/conflict";
import { momentWords } from "./moment-words";
import type { ReturnedAnswer } from "./open-answers";
import { refusalOf } from "./refusal-words";
import type { SaveReply, Theirs } from "./save-reply";
import { formatTime } from "~/domain/calendar/format";

type Told = { posted: PostedAnswers; now: Date };

/** What of a posted form was not written, to be given back in its boxes with why. */
export function returnedAnswers(
  { outcomes }: SectionOutcome,
  { posted, now }: Told,
): ReturnedAnswer[] {
  const wrong = posted.answers.filter(({ wrongDuty }) => wrongDuty).map(wrongDutyOf);
  return [...wrong, ...outcomes.flatMap((outcome) => returnedOf(outcome, { posted, now }) ?? [])];
}

function returnedOf(
  outcome: SectionOutcome["outcomes"][number],
  { posted, now }: Told,
): ReturnedAnswer | null {
  const { key } = outcome;
  const base = posted.answers.find((answer) => answer.key === key)?.base ?? 0;
  switch (outcome.kind) {
    case "refused": {
      const { problem } = outcome;
      return {
        key,
        content: problem.content,
        base,
        refusal: refusalOf(key, problem),
        theirs: null,
      };
    }
    case "conflict": {
      const theirs = theirsOf(outcome.theirs, now);
      const content = outcome.mine;
      const isBoth = posted.resolve?.key === key && posted.resolve.how === "both";
      return isBoth
        ? {
            ...bothTogether,
            key,
            content: editTogether(content, theirs.content),
            base: theirs.revision,
          }
        : { key, content, base, refusal: null, theirs };
    }
    case "saved":
    case "unchanged":
      return null;
  }
}

/** Both texts stand in the box, and nothing is saved until the writer says so. */
const bothTogether = {
  refusal: {
    code: "both",
    part: null,
    summary: "Both texts are in the box. Change them as you like, then save",
    field: "Both texts are in the box. Change them as you like, then save",
    final: false,
  },
  theirs: null,
};

function wrongDutyOf({ key, content, base }: PostedAnswer): ReturnedAnswer {
  const refusal = refusalOf(key, { code: "wrong-option", part: "duty", content });
  return { key, content, base, refusal, theirs: null };
}

type TheirsOf = Extract<SaveOutcome, { kind: "conflict" }>["theirs"];

function theirsOf({ content, by, at, revision }: TheirsOf, now: Date): Theirs {
  return { content, byName: by.name, when: momentWords(at, now), revision };
}

/** What autosave is answered for one answer. */
export function saveReply(outcome: SaveOutcome, now: Date): SaveReply {
  const { key } = outcome;
  switch (outcome.kind) {
    case "saved":
      return { kind: "saved", key, revision: outcome.revision, at: formatTime(outcome.savedAt) };
    case "conflict":
      return { kind: "conflict", key, theirs: theirsOf(outcome.theirs, now) };
    case "refused":
      return { kind: "refused", key, refusal: refusalOf(key, outcome.problem) };
  }
}

/** Status of a page that gives answers back: 409 for two versions or a locked self-review, else 422. */
export function returnedStatus(returned: readonly ReturnedAnswer[]): number {
  if (returned.some(({ refusal }) => refusal !== null && !refusal.final)) return 422;
  return returned.length > 0 ? 409 : 200;
}
