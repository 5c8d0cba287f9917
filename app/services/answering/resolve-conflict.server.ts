import type { Actor } from "~/domain/policy/actor";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import { editTogether } from "~/domain/response/conflict";
import type { App } from "~/platform/app.server";
import { listAnswersUnder } from "~db/queries/answers";
import { answerView } from "./answer-view";
import { loadResponse } from "./load-response.server";
import { saveAnswer } from "./save-answers.server";
import type { SaveOutcome } from "./saves";
import type { AnswerView } from "./views";

export type ResolveInput = {
  urn: string;
  responseId: string;
  key: string;
  choice: "mine" | "theirs" | "both";
  mine: AnswerContent;
  /** The save of theirs that the panel showed. */
  theirRevision: number;
  saveId: string;
  namesConfirmed: boolean;
};

/** `edit`: both texts joined, to be edited and saved from `base`; nothing is written yet. */
export type ResolveOutcome =
  | SaveOutcome
  | { kind: "kept-theirs"; key: string; answer: AnswerView }
  | { kind: "edit"; key: string; content: AnswerContent; base: number };

/** What the three buttons of the two-versions panel do. Keep mine is a save on top of theirs. */
export async function resolveConflict(
  app: App,
  actor: Actor,
  input: ResolveInput,
): Promise<ResolveOutcome> {
  const { urn, responseId, key, mine, saveId, namesConfirmed } = input;
  if (input.choice === "mine") {
    const answer = { key, content: mine, base: input.theirRevision, saveId, namesConfirmed };
    return saveAnswer(app, actor, { urn, responseId, ...answer });
  }
  const { row } = await loadResponse(app, actor, { urn, responseId });
  const scope = { schoolId: row.schoolId, responseId, keys: [key] };
  const [theirs] = await listAnswersUnder(app.db.read, scope);
  if (input.choice === "theirs") return { kind: "kept-theirs", key, answer: answerView(theirs) };
  const content = editTogether(mine, theirs === undefined ? EMPTY_ANSWER : contentOf(theirs));
  return { kind: "edit", key, content, base: theirs?.revision ?? 0 };
}
